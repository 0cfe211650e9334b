import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a file; undefined if it doesn't exist or can't be read. */
export function readFile(root: string, file: string): Buffer | undefined {
  try {
    return readFileSync(join(root, file));
  } catch {
    return undefined;
  }
}
