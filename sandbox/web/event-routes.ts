import type { Router } from 'express';
import * as z from 'zod/v4';
import type { EventOption } from './page-shapes';
import { chatOf, MOST_CHARACTERS, parseBody, type ClientOf } from './person-request';
import { ProblemError } from './problem';

const Happened = z.object({ text: z.string().trim().min(1).max(MOST_CHARACTERS).optional() });

/** Events of a chat other than messages: reactions, edits, installing and removing the app, changes of the team. */
export function addEventRoutes(router: Router, clientOf: ClientOf): void {
  router.get('/chats/:chat/events', (request, response) => {
    const client = clientOf(request);
    response.json(client.events(chatOf(request, client)) satisfies readonly EventOption[]);
  });
  router.post('/chats/:chat/events/:event', async (request, response) => {
    const client = clientOf(request);
    const chat = chatOf(request, client);
    const { text } = parseBody(Happened, request);
    const event = client.events(chat).find(({ id }) => id === request.params.event);
    if (event === undefined) throw new ProblemError(404, 'This event is not possible here now.');
    await client.happen(chat, event.id, text ?? event.text);
    response.status(204).end();
  });
}
