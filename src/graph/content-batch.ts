import * as z from 'zod/v4';
import type { ContentRef, CourseContent } from '../domain/course-activity';
import type { GraphAccess } from '../domain/ports';
import { toProviderPath } from './addresses';
import { GraphContractError, GraphThrottledError, isGraphFault, isRefusal, type GraphFault } from './errors';
import type { GraphClient } from './graph-request';
import { parseWaitMs } from './retry';
import { parseCourseContent } from './schema';
import { toGraphFault } from './to-graph-fault';

/** Graph's limit. */
export const MOST_BATCH_PARTS = 20;

/** What became of one part of a batch. */
export type PartOutcome =
  | { readonly kind: 'told'; readonly ref: ContentRef; readonly content: CourseContent }
  /** Graph said no, and would again. */
  | { readonly kind: 'withheld'; readonly ref: ContentRef }
  | {
      readonly kind: 'failed';
      readonly ref: ContentRef;
      readonly fault: GraphFault;
      /** Named by Graph. */
      readonly waitMs: number | undefined;
    };

const part = z.object({
  id: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  body: z.unknown(),
});
const batchBody = z.object({ responses: z.array(part.optional().catch(undefined)) });

type Part = z.infer<typeof part>;

/** Reads up to 20 contents in one request. A fault of the batch as a whole is the fault of each part. */
export async function readContentBatch(
  client: GraphClient,
  access: GraphAccess,
  refs: readonly ContentRef[],
): Promise<readonly PartOutcome[]> {
  const requests = refs.map((ref, index) => ({ id: String(index), method: 'GET', url: toPath(ref) }));
  try {
    const answer = await client.send({ access, family: 'contents', path: '/$batch', body: { requests } });
    const parts = parseParts(answer);
    // Answers come in any order.
    return refs.map((ref, index) => toOutcome(ref, parts.get(String(index)), Date.now()));
  } catch (error) {
    if (!isGraphFault(error)) throw error;
    const waitMs = error instanceof GraphThrottledError ? error.waitMs : undefined;
    return refs.map((ref) => ({ kind: 'failed', ref, fault: error, waitMs }));
  }
}

function toPath({ providerId, contentId }: ContentRef): string {
  return `${toProviderPath(providerId)}/learningContents/${encodeURIComponent(contentId)}`;
}

function parseParts(answer: unknown): ReadonlyMap<string, Part> {
  const { data, error } = batchBody.safeParse(answer);
  if (data === undefined) throw new GraphContractError('Graph sent no batch', { cause: error });
  const readable = data.responses.filter((response) => response !== undefined);
  return new Map(readable.map((response) => [response.id, response]));
}

function toOutcome(ref: ContentRef, answer: Part | undefined, now: number): PartOutcome {
  if (answer === undefined) {
    const fault = new GraphContractError('Graph left out a part of a batch');
    return { kind: 'failed', ref, fault, waitMs: undefined };
  }
  const { status, body } = answer;
  if (status >= 200 && status < 300) {
    const content = parseCourseContent(body, ref);
    return content === undefined ? { kind: 'withheld', ref } : { kind: 'told', ref, content };
  }
  const retryAfter = findHeader(answer, 'retry-after');
  const waitMs = parseWaitMs({ retryAfter, body: JSON.stringify({ body }), now });
  const fault = toGraphFault({ status, body, waitMs });
  return isRefusal(fault) ? { kind: 'withheld', ref } : { kind: 'failed', ref, fault, waitMs };
}

/** The case of header names varies. */
function findHeader({ headers }: Part, name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
