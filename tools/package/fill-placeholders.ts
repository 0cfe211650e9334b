import { mapJson, type Json } from './json';
import type { Problem } from './problem';
import type { Settings } from './settings';

/** A placeholder in the toolkit's syntax: `${{BOT_ID}}`. */
const PLACEHOLDER = /\$\{\{\s*(\w+)\s*\}\}/g;
/** What a mistyped placeholder leaves behind. */
const REMAINS = /\{\{|\}\}/;

/** Puts the environment's values in place of the placeholders of one file. */
export function fillPlaceholders(
  { file, json }: { readonly file: string; readonly json: Json },
  { file: environmentFile, placeholders }: Settings,
): { readonly json: Json; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const values = new Map(Object.entries(placeholders));
  const filled = mapJson(json, (value, path) => {
    if (typeof value !== 'string') return value;
    const text = value.replace(PLACEHOLDER, (placeholder, key: string) => values.get(key) ?? placeholder);
    if (REMAINS.test(text)) {
      const keys = [...text.matchAll(PLACEHOLDER)].map(([, key]) => key).join(', ');
      problems.push({
        file,
        path,
        what: keys === '' ? 'A placeholder can’t be read.' : `The placeholder for ${keys} isn’t filled.`,
        remedy:
          keys === ''
            ? 'Write it as ${{KEY}}.'
            : `Set ${keys} in ${environmentFile}, or remove the placeholder. Secrets are never filled in.`,
      });
    }
    return text;
  });
  return { json: filled, problems };
}
