import type { Problem } from './problem';
import { readFile } from './read-file';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Reads a JSON file; undefined, with the problem that says why, if that fails. */
export function readJson(
  root: string,
  file: string,
): { readonly json: Json | undefined; readonly problems: readonly Problem[] } {
  const content = readFile(root, file);
  if (content === undefined) {
    const what = 'The file doesn’t exist or can’t be read.';
    return { json: undefined, problems: [{ file, what, remedy: 'Add the file.' }] };
  }
  try {
    return { json: JSON.parse(content.toString('utf8')) as Json, problems: [] };
  } catch (error) {
    const what = `This isn’t JSON: ${error instanceof Error ? error.message : 'it can’t be read'}.`;
    return { json: undefined, problems: [{ file, what, remedy: 'Correct the syntax.' }] };
  }
}

/** Replaces values from the leaves up; `replace` is told where each stands (`bots[0].botId`). */
export function mapJson(json: Json, replace: (value: Json, path: string) => Json, path = ''): Json {
  if (typeof json !== 'object' || json === null) return replace(json, path);
  if (isList(json)) {
    const items = json.map((item, index) => mapJson(item, replace, `${path}[${index}]`));
    return replace(items, path);
  }
  const entries = Object.entries(json).map(([key, value]) => [
    key,
    mapJson(value, replace, path === '' ? key : `${path}.${key}`),
  ]);
  return replace(Object.fromEntries(entries) as Json, path);
}

/** Returns each text by its path. */
export function listTexts(json: Json): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  mapJson(json, (value, path) => {
    if (typeof value === 'string') texts.set(path, value);
    return value;
  });
  return texts;
}

export function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
