import type { Request } from 'express';
import type * as z from 'zod/v4';
import type { TeamsClient } from '../teams/teams-client';
import { ProblemError } from './problem';

/** Maximum length of a text in Teams. */
export const MOST_CHARACTERS = 28_000;

/** Finds the Teams client of a request under `/api/people/:person`. */
export type ClientOf = (request: Request) => TeamsClient;

/** Returns the body; throws a 400 with its problems. */
export function parseBody<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    400,
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
  );
}

/** Returns the conversation in the address; throws a 404 when the person is not in it. */
export function chatOf(request: Request, client: TeamsClient): string {
  const id = String(request.params['chat']);
  if (client.conversations().some((chat) => chat.id === id)) return id;
  throw new ProblemError(404, 'This person has no such chat.');
}

/** Returns the message in the address; throws a 404 when the person does not see it. */
export function messageOf(request: Request, client: TeamsClient): string {
  const id = String(request.params['message']);
  const isVisible = client
    .conversations()
    .some((chat) => client.timeline(chat.id).messages.some((message) => message.id === id));
  if (isVisible) return id;
  throw new ProblemError(404, 'This person has no such message.');
}
