import { parseEnv } from 'node:util';
import type { Problem } from './problem';
import { readFile } from './read-file';

export interface Environment {
  /** Path of the file, or its name in messages. */
  readonly file: string;
  /** Keys that have a value; absent when the file is missing. */
  readonly values?: Values;
  readonly problems: readonly Problem[];
}

type Values = Readonly<Record<string, string>>;

interface Lines {
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** A comment, an empty line, or `KEY=value` with its quotation marks closed on the same line. */
const LINE = /^\s*(?:#.*|(?:export\s+)?[A-Za-z_]\w*\s*=\s*(?:(["'`]).*\1\s*(?:#.*)?|[^"'`\s].*)?)?$/;
/** A placeholder in brackets, of one repeated sign, or in words: Entra's secrets always mix digits and signs. */
const PLACEHOLDER =
  /^(?:<.*>|\[.*\]|\$?\{.*\}|[x*.…_-]{3,}|(?:your|my|the|an?|insert|enter|paste|replace|change|put|todo|tbd|fixme|placeholder|example|sample|dummy|secret|password|client)[a-z _.-]*\d{0,3})$/i;
const NO_FILE = 'The file doesn’t exist or can’t be read.';
const NIL_GUID = /^[0-]{36}$/;

/** Reads `env/.env.<name>`, overridden by `env/.env.<name>.user`, which git ignores and which holds the secrets. */
export function readEnvironment(root: string, name: string): Environment {
  const file = `env/.env.${name}`;
  const content = readFile(root, file);
  if (content === undefined) {
    const remedy =
      'Choose another environment with --env, or copy env/.env.dev to this file and fill in the values.';
    return { file, problems: [{ file, what: NO_FILE, remedy }] };
  }
  const committed = readLines(file, content);
  const userFile = `${file}.user`;
  const own = readLines(userFile, readFile(root, userFile) ?? Buffer.of());
  return {
    file,
    values: { ...committed.values, ...own.values },
    problems: [
      ...committed.problems,
      ...own.problems,
      ...findPlaceholders(file, committed.values),
      ...findPlaceholders(userFile, own.values),
      ...findSecrets(file, committed.values),
    ],
  };
}

/** Reads one file that is not committed, so it may hold secrets too. */
export function readEnvironmentFile(root: string, file: string): Environment {
  const content = readFile(root, file);
  if (content === undefined)
    return { file, problems: [{ file, what: NO_FILE, remedy: 'Choose another file with --file.' }] };
  const { values, problems } = readLines(file, content);
  return { file, values, problems: [...problems, ...findPlaceholders(file, values)] };
}

function readLines(file: string, content: Buffer): Lines {
  // Node 24 takes the next line as the value of a key that is followed only by spaces.
  const lines = content
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const problems = lines.flatMap((line, index) => {
    if (LINE.test(line)) return [];
    const what = 'This line is neither a comment nor KEY=value, or a quotation mark isn’t closed.';
    return [{ file: `${file}:${index + 1}`, what, remedy: 'Write KEY=value on one line, or remove it.' }];
  });
  const entries = Object.entries(parseEnv(lines.join('\n')))
    .map(([key, value]) => [key, value ?? ''] as const)
    .filter(([, value]) => value.trim() !== '');
  return { values: Object.fromEntries(entries), problems };
}

export function findPlaceholders(file: string, values: Values): readonly Problem[] {
  return Object.entries(values)
    .filter(([key, value]) => (isSecret(key) && PLACEHOLDER.test(value)) || NIL_GUID.test(value))
    .map(([key]) => {
      const what = 'The value looks like a placeholder.';
      return { file, path: key, what, remedy: 'Enter the real value, or leave it empty.' };
    });
}

function findSecrets(file: string, values: Values): readonly Problem[] {
  return Object.keys(values)
    .filter(isSecret)
    .map((key) => ({
      file,
      path: key,
      what: 'This file is committed, but contains a secret.',
      remedy: `Move it to ${file}.user. If it was ever committed, create a new one in Entra.`,
    }));
}

/** Whether a key holds a secret, by the toolkit's convention, which also masks secrets in its logs. */
export function isSecret(key: string): boolean {
  return key.startsWith('SECRET_');
}
