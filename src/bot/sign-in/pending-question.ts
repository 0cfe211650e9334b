import { randomUUID } from 'node:crypto';
import * as z from 'zod/v4';
import { questionSchema, type Question } from '../../domain/question';

/** A question that waits for its asker to be signed in. */
export interface PendingQuestion {
  readonly question: Question;
  /** What was typed, to be read again by the asker's own lists; undefined once that is done, and for long ones. */
  readonly phrase?: string | undefined;
  readonly askedAt: Date;
  /** 2 when Graph refused the first token, or the person has been through the sign-in page. */
  readonly attempt: 1 | 2;
  /** The person has been through the sign-in page for this question. */
  readonly hasSeenPage: boolean;
}

/** A question asked longer ago is answered as if asked now. */
const MOST_WAIT_MS = 15 * 60_000;

/** Longer ones are no title and no name; the id of a sign-in has to carry them. */
export const LONGEST_PHRASE = 200;

const pending = z.object({
  q: questionSchema,
  p: z.string().max(LONGEST_PHRASE).optional(),
  at: z.number(),
  n: z.union([z.literal(1), z.literal(2)]),
  page: z.boolean().default(false),
});

/**
 * An id for one sign-in attempt which carries the question with it, so that any instance of the bot can go on once the
 * person is signed in. It travels through the client: what comes back is parsed, and runs as the verified sender.
 */
export function toSignInId(asked: PendingQuestion): string {
  const { question: q, phrase: p, askedAt, attempt: n, hasSeenPage: page } = asked;
  const carried = JSON.stringify({ q, p, at: askedAt.getTime(), n, page });
  return `${randomUUID()}~${Buffer.from(carried).toString('base64url')}`;
}

/** `undefined` for an id that is not one of ours. `askedAt` is never in the future nor long ago. */
export function parseSignInId(id: string, now: Date): PendingQuestion | undefined {
  const carried = /^[0-9a-f-]{36}~([\w-]{1,4000})$/.exec(id)?.[1];
  if (carried === undefined) return undefined;
  const parsed = pending.safeParse(parseJson(Buffer.from(carried, 'base64url').toString('utf8')));
  if (!parsed.success) return undefined;
  const { q, p, at, n, page } = parsed.data;
  const isRecent = at <= now.getTime() && at > now.getTime() - MOST_WAIT_MS;
  return { question: q, phrase: p, askedAt: isRecent ? new Date(at) : now, attempt: n, hasSeenPage: page };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
