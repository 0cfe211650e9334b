import type { Router } from 'express';
import * as z from 'zod/v4';
import { chatOf, MOST_CHARACTERS, parseBody, type ClientOf } from './person-request';

const Searched = z.object({
  commandId: z.string().min(1).max(64),
  text: z.string().max(MOST_CHARACTERS),
  skip: z.int().min(0),
  count: z.int().min(1).max(100),
});
const Shared = z.object({
  card: z.record(z.string(), z.unknown()),
  text: z.string().trim().max(MOST_CHARACTERS),
});
const Pasted = z.object({ url: z.url({ protocol: /^https?$/ }).max(2048) });
const PopupEnded = z.object({ state: z.string() });

/** Routes of the message extension in the compose box: search, sign-in, settings, links and sharing. */
export function addExtensionRoutes(router: Router, clientOf: ClientOf): void {
  router.post('/chats/:chat/search', async (request, response) => {
    const client = clientOf(request);
    const search = parseBody(Searched, request);
    response.json(await client.search(chatOf(request, client), search));
  });
  router.post('/search-sign-in', async (request, response) => {
    const { state } = parseBody(PopupEnded, request);
    response.json(await clientOf(request).completeSearchSignIn(state));
  });
  router.post('/chats/:chat/settings', async (request, response) => {
    const client = clientOf(request);
    response.json(await client.openSettings(chatOf(request, client)));
  });
  router.post('/chats/:chat/settings/end', async (request, response) => {
    const client = clientOf(request);
    const { state } = parseBody(PopupEnded, request);
    await client.closeSettings(chatOf(request, client), state);
    response.status(204).end();
  });
  router.post('/chats/:chat/link', async (request, response) => {
    const client = clientOf(request);
    const { url } = parseBody(Pasted, request);
    response.json(await client.pasteLink(chatOf(request, client), url));
  });
  router.post('/chats/:chat/share', async (request, response) => {
    const client = clientOf(request);
    const { card, text } = parseBody(Shared, request);
    await client.share(chatOf(request, client), card, text);
    response.status(204).end();
  });
}
