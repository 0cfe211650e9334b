import type * as z from 'zod/v4';

/** One key of the environment: the source for parsing, README, doctor and app package. */
export interface Key<T = unknown> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** What the key sets, in Markdown for the README; a key without it is not listed there. */
  readonly meaning?: string;
  /** The default in words, when the schema has none. */
  readonly fallback?: string;
  /** Where an operator finds the value. */
  readonly source?: string;
}

/** Keys by the names of their values in code; may be nested. */
export interface Keys {
  readonly [name: string]: Key | Keys;
}

/** The parsed values in the shape of their keys. */
export type ValuesOf<K> = K extends Key<infer T> ? T : { readonly [N in keyof K]: ValuesOf<K[N]> };

export function key<T>(name: string, schema: z.ZodType<T>, about: Omit<Key, 'name' | 'schema'> = {}): Key<T> {
  return { name, schema, ...about };
}

/** All keys of a definition, in its order. */
export function listKeys(keys: Keys): readonly Key[] {
  return Object.values(keys).flatMap((child) => (isKey(child) ? [child] : listKeys(child)));
}

/** Values by the names of their keys, in the shape of the definition. */
export function shapeValues<K extends Keys>(keys: K, parsed: ReadonlyMap<string, unknown>): ValuesOf<K> {
  const shaped = Object.entries(keys).map(([name, child]) => [
    name,
    isKey(child) ? parsed.get(child.name) : shapeValues(child, parsed),
  ]);
  return Object.fromEntries(shaped) as ValuesOf<K>;
}

/** The value of a key that is not set; undefined when the key is required or has no default. */
export function defaultOf({ schema }: Key): unknown {
  return schema.safeParse(undefined).data;
}

function isKey(child: Key | Keys): child is Key {
  return 'schema' in child;
}
