import * as z from 'zod/v4';
import { countThrottles } from '../../logging/measures';
import { GraphError } from '../errors';
import type { GraphClient, GraphRequest } from './graph-request';
import { toGraphError } from './to-graph-error';

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
      readonly fault: GraphError;
      /** Whether Graph judged this part, or nothing of the batch was read. */
      readonly scope: 'part' | 'batch';
    };

interface Batch extends Pick<GraphRequest, 'access' | 'family'> {
  /** At most `MOST_BATCH_PARTS`. */
  readonly parts: readonly BatchPart[];
}

/** By name in lower case, since the case varies; values are texts or numbers. */
const headers = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform(
    (wire) => new Map(Object.entries(wire).map(([name, value]) => [name.toLowerCase(), String(value)])),
  );
const answeredPart = z.object({
  id: z.string(),
  status: z.int(),
  headers,
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
    if (!(error instanceof GraphError)) throw error;
    return parts.map(() => ({ kind: 'failure', fault: error, scope: 'batch' }));
  }
}

function isThrottled(answer: PartAnswer): boolean {
  return answer.kind === 'failure' && answer.fault.kind === 'graphThrottled';
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
    return { kind: 'failure', fault, scope: 'part' };
  }
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'success', body };
  const header = (name: string): string | undefined => headers.get(name);
  const fault = toGraphError({ status, body: JSON.stringify(body ?? null), header, now: Date.now() });
  return { kind: 'failure', fault, scope: 'part' };
}
