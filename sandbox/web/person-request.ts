import type { Request } from 'express';
import type * as z from 'zod/v4';
import type { TeamsClient } from '../teams/teams-client';
import { ProblemError } from './problem';

/** Of a text in Teams. */
export const MOST_CHARACTERS = 28_000;

/** Finds whose Teams a request under `/api/people/:person` is about. */
export type ClientOf = (request: Request) => TeamsClient;

/** The body, or 400 with what is wrong about it. */
export function parseBody<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    400,
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
  );
}

/** The conversation in the address, or 404 when it is none of this person's. */
export function chatOf(request: Request, client: TeamsClient): string {
  const id = String(request.params['chat']);
  if (client.conversations().some((chat) => chat.id === id)) return id;
  throw new ProblemError(404, 'This person has no such chat.');
}

/** The message in the address, or 404 when this person does not see it. */
export function messageOf(request: Request, client: TeamsClient): string {
  const id = String(request.params['message']);
  const isVisible = client
    .conversations()
    .some((chat) => client.timeline(chat.id).messages.some((message) => message.id === id));
  if (isVisible) return id;
  throw new ProblemError(404, 'This person has no such message.');
}
