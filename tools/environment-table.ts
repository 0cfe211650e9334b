import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../src/config/environment';
import { defaultOf, listKeys, type Key } from '../src/config/key';

const README = join(__dirname, '../README.md');
const TABLE = /^\| Key .*\n(?:\|.*\n)+/m;

/** The README's table of the environment, from the definition of its keys. */
export function toEnvironmentTable(): string {
  const rows = listKeys(environment).flatMap((key) => {
    const { meaning } = key;
    return meaning === undefined ? [] : [[`\`${key.name}\``, meaning, toDefault(key)]];
  });
  const cells = [['Key', 'Meaning', 'Default'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[], fill = ' '): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width, fill)).join(' | ')} |\n`;
  const [head = [], ...body] = cells;
  return [toLine(head), toLine([], '-'), ...body.map((row) => toLine(row))].join('');
}

function toDefault(key: Key): string {
  const isRequired = !key.schema.safeParse(undefined).success;
  const value = defaultOf(key);
  if (typeof value === 'string' || typeof value === 'number') return `\`${value}\``;
  if (Array.isArray(value) && value.length > 0) return `\`${value.join(',')}\``;
  return key.fallback ?? (isRequired ? 'required' : 'none');
}

if (require.main === module) {
  writeFileSync(README, readFileSync(README, 'utf8').replace(TABLE, toEnvironmentTable));
}
