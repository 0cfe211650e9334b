import * as z from 'zod/v4';
import { countThrottles } from '../../logging/measures';
import { GraphError } from '../errors';
import type { GraphClient, GraphRequest } from './graph-request';
import { pause, retryDelayMs } from './retry';
import { toGraphError } from './to-graph-error';

/** Graph's limit. */
export const MOST_BATCH_PARTS = 20;
const MOST_BATCHES_AT_ONCE = 4;

/** A GET below the base URL. */
export interface BatchPart {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The owner of the list that it reads, when that is not the caller. */
  readonly aboutId?: string;
}

/** Why a part was not read. */
export interface PartFailure {
  readonly fault: GraphError;
  /** Whether Graph judged this part, or nothing of the batch was read. */
  readonly scope: 'part' | 'batch';
}

type PartAnswer = PartFailure | { readonly body: unknown };
type Failed<P> = PartFailure & { readonly part: P };

interface Reading<P extends BatchPart> extends Pick<GraphRequest, 'access' | 'family'> {
  readonly parts: readonly P[];
  /** Called for each answered part; returns further parts to read, such as a next page. */
  readonly onSuccess: (part: P, body: unknown) => readonly P[];
  /** Called for each part that Graph refused or that kept failing, not for those that the deadline cut off. */
  readonly onFailure: (part: P, failure: PartFailure) => void;
}

const answeredPart = z.object({
  id: z.string(),
  status: z.int(),
  /** By name in lower case, since the case varies; values are texts or numbers. */
  headers: z
    .record(z.string(), z.unknown())
    .catch({})
    .transform(
      (all) => new Map(Object.entries(all).map(([name, value]) => [name.toLowerCase(), String(value)])),
    ),
  body: z.unknown(),
});
type AnsweredPart = z.infer<typeof answeredPart>;

const batchBody = z.object({ responses: z.array(answeredPart.optional().catch(undefined)) });

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
    onFailure(part, { fault, scope: 'part' });
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
          if (answer === undefined) return;
          if ('fault' in answer) failed.push({ part, ...answer });
          else queue.push(...onSuccess(part, answer.body));
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

/** Sends several reads in one request; returns results in their order. A fault of the batch is the fault of each part. */
async function sendBatch(
  client: GraphClient,
  { access, family, parts }: Pick<Reading<BatchPart>, 'access' | 'family' | 'parts'>,
): Promise<readonly PartAnswer[]> {
  const requests = parts.map(({ path, headers }, index) => ({
    id: String(index),
    method: 'GET',
    url: path,
    ...(headers !== undefined && { headers }),
  }));
  try {
    const batch = { access, family, path: '/$batch', body: { requests }, batchSize: parts.length };
    const byId = parseParts(await client.send(batch));
    // Graph's answers come in any order.
    const answers = parts.map((_, index) => toPartAnswer(byId.get(String(index))));
    const faults = answers.flatMap((answer) => ('fault' in answer ? answer.fault.kind : []));
    countThrottles(family, 'part', faults.filter((kind) => kind === 'graphThrottled').length);
    return answers;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return parts.map(() => ({ fault: error, scope: 'batch' }));
  }
}

function parseParts(answer: unknown): ReadonlyMap<string, AnsweredPart> {
  const { data, error } = batchBody.safeParse(answer);
  if (data === undefined)
    throw new GraphError('graphContract', { message: 'Graph sent no batch response', cause: error });
  const readable = data.responses.filter((response) => response !== undefined);
  return new Map(readable.map((response) => [response.id, response]));
}

function toPartAnswer(answer: AnsweredPart | undefined): PartAnswer {
  if (answer === undefined) {
    const fault = new GraphError('graphContract', { message: 'Graph left out a part of a batch' });
    return { fault, scope: 'part' };
  }
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return { body };
  const header = (name: string): string | undefined => headers.get(name);
  const fault = toGraphError({ status, body: JSON.stringify(body ?? null), header });
  return { fault, scope: 'part' };
}
