import type { Problem } from './problem';
import { readFile } from './read-file';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Undefined, with the problem that says why, unless the file holds JSON. */
export function readJson(
  root: string,
  file: string,
): { readonly json: Json | undefined; readonly problems: readonly Problem[] } {
  const content = readFile(root, file);
  if (content === undefined) {
    const what = 'There is no such file, or it cannot be read.';
    return { json: undefined, problems: [{ file, what, remedy: 'Add the file.' }] };
  }
  try {
    return { json: JSON.parse(content.toString('utf8')) as Json, problems: [] };
  } catch (error) {
    const what = `This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`;
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

/** Where each text stands, and what it says. */
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
