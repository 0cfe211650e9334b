import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than anything takes on a machine with much else to do. */
const PATIENCE_MS = 15_000;

/** What `find` gives as soon as it gives something, for what another process does in its own time. */
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
