import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../src/config/environment';
import { listKeys } from '../../src/config/key';

export const ROOT = join(__dirname, '../..');

/** Reads a text file of the repository. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** The keys of the `${{…}}` placeholders that the toolkit fills. */
export function placeholdersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, key = '']) => key));
}

/** The keys of an environment file, without those in comments. */
export function keysOf(path: string): readonly string[] {
  return [...readText(path).matchAll(/^(\w+)=/gm)].map(([, key = '']) => key);
}

/** Every key of the environment that the bot reads. */
export function knownConfigKeys(): readonly string[] {
  return listKeys(environment).map(({ name }) => name);
}

/** All files that a commit of the current state would contain. */
export function listFiles(): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '');
}
