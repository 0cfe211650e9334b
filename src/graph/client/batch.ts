import * as z from 'zod/v4';
import { countThrottles } from '../../logging/measures';
import { GraphContractError, GraphThrottledError, isGraphFault, type GraphFault } from '../errors';
import type { GraphClient, GraphRequest } from './graph-request';
import { parseWaitMs } from './retry';
import { toGraphFault } from './to-graph-fault';

/** Graph's limit. */
export const MOST_BATCH_PARTS = 20;

/** A GET below the base URL. */
export interface BatchPart {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The owner of the list that it reads, when that is not the caller. */
  readonly aboutId?: string;
}

/** The result of one part. */
export type PartAnswer =
  | { readonly kind: 'success'; readonly body: unknown }
  | {
      readonly kind: 'failure';
      readonly fault: GraphFault;
      /** Named by Graph. */
      readonly waitMs: number | undefined;
      /** Whether Graph judged this part, or nothing of the batch was read. */
      readonly scope: 'part' | 'batch';
    };

interface Batch extends Pick<GraphRequest, 'access' | 'family'> {
  /** At most `MOST_BATCH_PARTS`. */
  readonly parts: readonly BatchPart[];
}

const answeredPart = z.object({
  id: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  body: z.unknown(),
});
const batchBody = z.object({ responses: z.array(answeredPart.optional().catch(undefined)) });

type AnsweredPart = z.infer<typeof answeredPart>;

/** Sends several reads in one request; returns results in their order. A fault of the whole batch is the fault of each part. */
export async function sendBatch(
  client: GraphClient,
  { access, family, parts }: Batch,
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
    countThrottles(family, 'part', answers.filter(isThrottled).length);
    return answers;
  } catch (error) {
    if (!isGraphFault(error)) throw error;
    const waitMs = error instanceof GraphThrottledError ? error.waitMs : undefined;
    return parts.map(() => ({ kind: 'failure', fault: error, waitMs, scope: 'batch' }));
  }
}

function isThrottled(answer: PartAnswer): boolean {
  return answer.kind === 'failure' && answer.fault.kind === 'graphThrottled';
}

function parseParts(answer: unknown): ReadonlyMap<string, AnsweredPart> {
  const { data, error } = batchBody.safeParse(answer);
  if (data === undefined) throw new GraphContractError('Graph sent no batch response', { cause: error });
  const readable = data.responses.filter((response) => response !== undefined);
  return new Map(readable.map((response) => [response.id, response]));
}

function toPartAnswer(answer: AnsweredPart | undefined): PartAnswer {
  if (answer === undefined) {
    const fault = new GraphContractError('Graph left out a part of a batch');
    return { kind: 'failure', fault, waitMs: undefined, scope: 'part' };
  }
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'success', body };
  const retryAfter = findHeader(answer, 'retry-after');
  const waitMs = parseWaitMs({ retryAfter, body: JSON.stringify({ body }), now: Date.now() });
  return { kind: 'failure', fault: toGraphFault({ status, body, waitMs }), waitMs, scope: 'part' };
}

/** The case of header names varies. */
function findHeader({ headers }: AnsweredPart, name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
