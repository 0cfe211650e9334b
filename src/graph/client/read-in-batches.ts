import { setTimeout as sleep } from 'node:timers/promises';
import { MOST_BATCH_PARTS, sendBatch, type BatchPart, type PartAnswer } from './batch';
import { GraphError } from '../errors';
import type { GraphClient, GraphRequest } from './graph-request';
import { retryDelayMs } from './retry';

const MOST_BATCHES_AT_ONCE = 4;

interface Reading<P extends BatchPart> extends Pick<GraphRequest, 'access' | 'family'> {
  readonly parts: readonly P[];
  /** Called for each answered part; returns further parts to read, such as a next page. */
  readonly onSuccess: (part: P, body: unknown) => readonly P[];
  /** Called for each part that Graph refused or that kept failing, not for those that the deadline cut off. */
  readonly onFailure: (part: P, failure: PartFailure) => void;
}

export type PartFailure = Extract<PartAnswer, { readonly kind: 'failure' }>;

type Failed<P> = PartFailure & { readonly part: P };

/** Reads in parallel batches, and retries parts with temporary faults, until the deadline of `access`. */
export async function readInBatches<P extends BatchPart>(
  client: GraphClient,
  { access, family, parts, onSuccess, onFailure }: Reading<P>,
): Promise<void> {
  let left = parts.filter((part) => !failWhileHeld(part));
  for (let failedBefore = 0; left.length > 0; failedBefore++) {
    const failed = (await readRound(left)).map((failure) => ({
      ...failure,
      delayMs: retryDelayMs({ fault: failure.fault, failedBefore, random: Math.random }),
    }));
    const abandoned = failed.filter(({ delayMs }) => delayMs === undefined);
    if (abandoned.length > 0) giveUp(abandoned);
    const again = failed.filter(({ delayMs }) => delayMs !== undefined);
    left = again.map(({ part }) => part);
    const hasTime = await pause(Math.max(0, ...again.map(({ delayMs = 0 }) => delayMs)), access.signal);
    if (!hasTime) return;
  }

  /** Fails a part whose list Graph wants no calls for; returns whether it did. */
  function failWhileHeld(part: P): boolean {
    const { aboutId } = part;
    const waitMs = aboutId === undefined ? 0 : client.holdOff.remainingMs({ access, family, aboutId });
    if (waitMs <= 0) return false;
    const fault = new GraphError('graphThrottled', { waitMs });
    onFailure(part, { kind: 'failure', fault, scope: 'part' });
    return true;
  }

  async function readRound(wanted: readonly P[]): Promise<readonly Failed<P>[]> {
    const failed: Failed<P>[] = [];
    const queue = [...wanted];
    const work = async (): Promise<void> => {
      for (let batch = queue.splice(0, MOST_BATCH_PARTS); batch.length > 0;) {
        const answers = await sendBatch(client, { access, family, parts: batch });
        batch.forEach((part, index) => {
          const answer = answers[index];
          if (answer?.kind === 'success') queue.push(...onSuccess(part, answer.body));
          else if (answer !== undefined) failed.push({ part, ...answer });
        });
        batch = queue.splice(0, MOST_BATCH_PARTS);
      }
    };
    await Promise.all(Array.from({ length: MOST_BATCHES_AT_ONCE }, work));
    // Pages that were found after other workers had finished.
    return queue.length === 0 ? failed : [...failed, ...(await readRound(queue))];
  }

  /** Holds off calls for as long as Graph asks, and logs what is missing. */
  function giveUp(abandoned: readonly Failed<P>[]): void {
    for (const { part, scope, fault } of abandoned) {
      const aboutId = scope === 'part' ? part.aboutId : undefined;
      if (fault.waitMs !== undefined) client.holdOff.begin({ access, family, aboutId }, fault.waitMs);
    }
    const waitMs = Math.max(0, ...abandoned.map(({ fault }) => fault.waitMs ?? 0));
    const failures = abandoned.filter(({ fault, scope }) => scope === 'batch' || !fault.isRefusal);
    if (failures.length > 0) {
      const faults = [...new Set(failures.map(({ fault }) => fault.kind))];
      client.log.warn({ faults, parts: failures.length, waitMs }, `${family} not read`);
    }
    if (!access.signal.aborted) for (const failure of abandoned) onFailure(failure.part, failure);
  }
}

/** Sleeps; returns false when the deadline comes first. */
async function pause(delayMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(delayMs, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
