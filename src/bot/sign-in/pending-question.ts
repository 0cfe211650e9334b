import { randomUUID } from 'node:crypto';
import * as z from 'zod/v4';
import { LONGEST_PHRASE, questionSchema, type Question } from '../../domain/question';
import { parseJson } from '../../lib/parse-json';

/** A question that is answered once its sender is signed in. */
export interface PendingQuestion {
  readonly question: Question;
  /** The typed text, to compare with the sender's own lists; undefined once compared, or if too long. */
  readonly phrase?: string | undefined;
  readonly askedAt: Date;
  /** 2 when Graph rejected the first token, or the user has completed the sign-in page. */
  readonly attempt: 1 | 2;
  /** True if the user has completed the sign-in page for this question. */
  readonly hasSeenPage: boolean;
}

/** A question asked longer ago counts as asked now. */
const MOST_WAIT_MS = 15 * 60_000;

const pending = z.object({
  q: questionSchema,
  p: z.string().max(LONGEST_PHRASE).optional(),
  at: z.number(),
  n: z.union([z.literal(1), z.literal(2)]),
  page: z.boolean().default(false),
});

/**
 * Returns the id of one sign-in attempt, which contains the question, so that any instance of the bot can answer it
 * once the user is signed in. The client sends it back, so it is parsed and answered as the verified sender's question.
 */
export function toSignInId(asked: PendingQuestion): string {
  const { question: q, phrase: p, askedAt, attempt: n, hasSeenPage: page } = asked;
  const carried = JSON.stringify({ q, p, at: askedAt.getTime(), n, page });
  return `${randomUUID()}~${Buffer.from(carried).toString('base64url')}`;
}

/** `undefined` for an id that the bot did not issue. `askedAt` is at most 15 minutes ago and never in the future. */
export function parseSignInId(id: string, now: Date): PendingQuestion | undefined {
  const carried = /^[0-9a-f-]{36}~([\w-]{1,4000})$/.exec(id)?.[1];
  if (carried === undefined) return undefined;
  const parsed = pending.safeParse(parseJson(Buffer.from(carried, 'base64url').toString('utf8')));
  if (!parsed.success) return undefined;
  const { q, p, at, n, page } = parsed.data;
  const isRecent = at <= now.getTime() && at > now.getTime() - MOST_WAIT_MS;
  return { question: q, phrase: p, askedAt: isRecent ? new Date(at) : now, attempt: n, hasSeenPage: page };
}
