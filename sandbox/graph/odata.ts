import { failure, type GraphAnswer, type GraphCall } from './answers';

export type QueryOption =
  '$count' | '$expand' | '$filter' | '$orderby' | '$search' | '$select' | '$skip' | '$skiptoken' | '$top';

/** A type of the metadata (CSDL), as far as a query can name its parts. */
export interface EntityType {
  /** `microsoft.graph.user` */
  readonly name: string;
  readonly properties: readonly string[];
  readonly derived?: readonly EntityType[];
}

/** The `$` options that an endpoint takes. */
export interface QueryRules {
  /** Options that its page names, or that its paging needs. */
  readonly applied: readonly QueryOption[];
  /** Checks `$select`. */
  readonly type?: EntityType;
}

const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['$count', /^(true|false)$/i],
  ['$skip', /^\d+$/],
  ['$top', /^\d+$/],
]);

/**
 * Graph's 400 for a query that the endpoint does not take. The local Graph applies or refuses each option and ignores
 * none, since an ignored option gives the answer to another question. Where Microsoft's page does not list the options,
 * only those that it names or shows are applied.
 */
export function refuseQuery({ query }: GraphCall, { applied, type }: QueryRules): GraphAnswer | undefined {
  for (const name of new Set(query.keys())) {
    // Parameters without `$` are the caller's own.
    if (!name.startsWith('$')) continue;
    if (!applied.some((option) => option === name))
      return badQuery(`The query specified in the URI is not valid. Query option '${name}' is not allowed.`);
    const [value = '', ...others] = query.getAll(name);
    if (others.length > 0) return badQuery(`Query option '${name}' was specified more than once.`);
    if (VALUES.get(name)?.test(value) === false)
      return badQuery(`Invalid value '${value}' for ${name} query option found.`);
  }
  return type === undefined ? undefined : refuseSelect(query.get('$select'), type);
}

/**
 * Whether the request is an advanced query, which some options need (docs/reference/graph-learning.md#find-a-person).
 */
export function isAdvanced({ headers }: GraphCall): boolean {
  return headers['consistencylevel']?.toLowerCase() === 'eventual';
}

export function badQuery(message: string): GraphAnswer {
  return failure(400, 'BadRequest', message);
}

/** Derived properties are named with their type: `microsoft.graph.learningAssignment/dueDateTime`. */
function refuseSelect(select: string | null, type: EntityType): GraphAnswer | undefined {
  const known = [type, ...(type.derived ?? [])].flatMap(({ name, properties }) =>
    properties.flatMap((property) => [
      `${name}/${property}`.toLowerCase(),
      ...(name === type.name ? [property.toLowerCase()] : []),
    ]),
  );
  const unknown = namesIn(select).find((name) => name !== '*' && !known.includes(name.toLowerCase()));
  return unknown === undefined
    ? undefined
    : badQuery(
        `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type '${type.name}'.`,
      );
}

/** The entity with the properties of `$select`, ignoring case; annotations stay. */
export function project(entity: object, select: string | null): Record<string, unknown> {
  const names = namesIn(select).map((name) => name.toLowerCase());
  const all: readonly (readonly [string, unknown])[] = Object.entries(entity);
  if (names.length === 0 || names.includes('*')) return Object.fromEntries(all);
  const wanted = names.map((name) => name.slice(name.lastIndexOf('/') + 1));
  return Object.fromEntries(
    all.filter(([key]) => key.startsWith('@odata.') || wanted.includes(key.toLowerCase())),
  );
}

function namesIn(select: string | null): readonly string[] {
  return (select ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `context` names the set and the entity, as after `$metadata#`. */
export function toEntity(context: string, entity: object): GraphAnswer {
  const body = { '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`, ...entity };
  return { status: 200, body };
}

/** The answer at `…/$count`: a number and nothing else. */
export function toCount(items: readonly unknown[]): GraphAnswer {
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: String(items.length) };
}
