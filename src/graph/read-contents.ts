import { setTimeout as sleep } from 'node:timers/promises';
import type { ContentRef } from '../domain/course-activity';
import type { GraphAccess } from '../domain/ports';
import { MOST_BATCH_PARTS, readContentBatch, type PartOutcome } from './content-batch';
import type { GraphClient } from './graph-request';
import { retryDelayMs } from './retry';

const MOST_BATCHES_AT_ONCE = 4;

interface ContentReading {
  readonly access: GraphAccess;
  readonly refs: readonly ContentRef[];
  /** Called with each part's outcome as soon as its batch is there. */
  readonly keep: (outcome: PartOutcome) => void;
}

type Failed = Extract<PartOutcome, { kind: 'failed' }>;

/** Reads contents in batches side by side, then again those that failed in passing, until the deadline. */
export async function readContents(
  client: GraphClient,
  { access, refs, keep }: ContentReading,
): Promise<void> {
  let left = refs;
  for (let failedBefore = 0; left.length > 0; failedBefore++) {
    const failed = (await readRound(left)).map((part) => ({
      ...part,
      delayMs: retryDelayMs({ ...part, kind: part.fault.kind, failedBefore, random: Math.random }),
    }));
    const abandoned = failed.filter(({ delayMs }) => delayMs === undefined);
    if (abandoned.length > 0) giveUp(abandoned);
    const again = failed.filter(({ delayMs }) => delayMs !== undefined);
    left = again.map(({ ref }) => ref);
    const hasTime = await pause(Math.max(0, ...again.map(({ delayMs = 0 }) => delayMs)), access.signal);
    if (!hasTime) return;
  }

  async function readRound(wanted: readonly ContentRef[]): Promise<readonly Failed[]> {
    const failed: Failed[] = [];
    const batches = inBatches(wanted);
    const work = async (): Promise<void> => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        for (const outcome of await readContentBatch(client, access, batch)) {
          keep(outcome);
          if (outcome.kind === 'failed') failed.push(outcome);
        }
      }
    };
    await Promise.all(Array.from({ length: MOST_BATCHES_AT_ONCE }, work));
    return failed;
  }

  /** Stops further calls for as long as Graph asks, and tells the operator, who alone can miss the titles. */
  function giveUp(abandoned: readonly Failed[]): void {
    const waitMs = Math.max(0, ...abandoned.map((part) => part.waitMs ?? 0));
    if (waitMs > 0) client.holdOff({ access, family: 'contents' }, waitMs);
    const faults = [...new Set(abandoned.map(({ fault }) => fault.kind))];
    client.log.warn({ faults, parts: abandoned.length, waitMs }, 'contents not read');
  }
}

function inBatches(refs: readonly ContentRef[]): (readonly ContentRef[])[] {
  const count = Math.ceil(refs.length / MOST_BATCH_PARTS);
  return Array.from({ length: count }, (_, index) =>
    refs.slice(index * MOST_BATCH_PARTS, (index + 1) * MOST_BATCH_PARTS),
  );
}

/** Whether the time was there. */
async function pause(delayMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(delayMs, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
