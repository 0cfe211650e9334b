import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/**
 * Arguments for `node` that run one of the repository's commands as `tsx` would, but in one process: tsx itself starts a
 * second one.
 */
export function commandOf(script: string): readonly string[] {
  return ['--require', require.resolve('tsx/cjs'), join(ROOT, script)];
}
