import * as z from 'zod/v4';
import { failure, type GraphAnswer } from './answers';

/** A part of a batch, as sent. */
export interface BatchPart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface BatchPartAnswer extends GraphAnswer {
  readonly id: string;
}

const MOST_PARTS = 20;

const batchBody = z.object({
  requests: z
    .array(
      z.object({
        id: z.string().min(1),
        method: z.string(),
        url: z.string().startsWith('/'),
        headers: z.record(z.string(), z.string()).default({}),
        dependsOn: z.array(z.string()).default([]),
      }),
    )
    .min(1)
    .max(MOST_PARTS)
    .refine((parts) => new Set(parts.map(({ id }) => id.toLowerCase())).size === parts.length),
});

/**
 * Answers `$batch`: 400 for an invalid batch, else 200 whatever its parts answer
 * (docs/reference/graph-learning.md#batch).
 */
export function answerBatch(
  body: unknown,
  answerPart: (part: BatchPart) => GraphAnswer,
  order: 'sent' | 'shuffled',
): GraphAnswer {
  const parsed = batchBody.safeParse(body);
  if (!parsed.success) return failure(400, 'BadRequest', 'Invalid batch payload format.');
  const answers = new Map<string, BatchPartAnswer>();
  for (const { dependsOn, ...part } of parsed.data.requests) {
    const hasFailedParent = dependsOn.some((id) => (answers.get(id)?.status ?? 424) >= 400);
    const answer = hasFailedParent
      ? failure(424, 'FailedDependency', 'A request this one depends on failed.')
      : answerPart(part);
    const headers = { 'Content-Type': 'application/json', ...answer.headers };
    answers.set(part.id, { id: part.id, ...answer, headers });
  }
  const responses = [...answers.values()];
  return { status: 200, body: { responses: order === 'sent' ? responses : shuffle(responses) } };
}

/** The addresses of a batch, for the log; none when the body is not a batch. */
export function batchUrls(body: unknown): string[] | undefined {
  const parsed = batchBody.safeParse(body);
  return parsed.success ? parsed.data.requests.map(({ url }) => url) : undefined;
}

function shuffle<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
