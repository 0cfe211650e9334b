import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than any wait on a busy machine. */
const PATIENCE_MS = 15_000;

/** Returns the first defined result of `find`, for changes that another process makes in its own time. */
export async function eventually<T>(
  what: string,
  find: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(`Waited in vain for ${what}.`);
}
