import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Undefined when there is no such file, or none that can be read. */
export function readFile(root: string, file: string): Buffer | undefined {
  try {
    return readFileSync(join(root, file));
  } catch {
    return undefined;
  }
}
