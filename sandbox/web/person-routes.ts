import { Router, type Request } from 'express';
import * as z from 'zod/v4';
import type { TeamsClient } from '../teams/teams-client';
import type { ConversationView, Timeline } from '../teams/timeline';
import type { Person } from '../world/world';
import { FILE_INFO } from '../teams/wire-shapes';
import { addEventRoutes } from './event-routes';
import type { EventHub } from './events';
import { addExtensionRoutes } from './extension-routes';
import { addFileRoutes } from './file-routes';
import type { ChatTimeline, ChatView, MemberView } from './page-shapes';
import type { PageWorld } from './page-world';
import { chatOf, messageOf, MOST_CHARACTERS, parseBody, type ClientOf } from './person-request';
import { ProblemError } from './problem';
import { readPromptStarters } from './prompt-starters';
import { createSwitches, type SwitchBoard } from './switches';

const Sent = z.object({
  text: z.string().trim().min(1).max(MOST_CHARACTERS),
  mentions: z
    .array(z.object({ personId: z.string(), name: z.string().min(1) }))
    .max(20)
    .default([]),
});
const Pressed = z.object({ verb: z.string(), id: z.string().optional(), data: z.unknown().optional() });
const Submitted = z.object({ data: z.record(z.string(), z.unknown()) });
const Rated = z.object({ reaction: z.enum(['like', 'dislike']), text: z.string().max(1_000) });
const SignInEnd = z.union([z.object({ state: z.string() }), z.object({ reason: z.string() })]);
const Changed = z.object({ value: z.union([z.string(), z.number(), z.boolean()]) });

/** The person of a request, from its address. */
interface Seat {
  readonly person: Person;
  readonly client: TeamsClient;
  readonly switches: SwitchBoard;
}

/** Everything under `/api/people/:person`. */
export function createPersonRoutes(parts: PageWorld, hub: EventHub): Router {
  const router = Router({ mergeParams: true });
  const switchesOf = createSwitches(parts);

  function seatOf(request: Request): Seat {
    const person = parts.world.findPerson(String(request.params['person']));
    if (person === undefined) throw new ProblemError(404, 'Nobody in the local world has this id.');
    const client = parts.teams.client(person.user.id);
    return { person, client, switches: switchesOf({ person, client }) };
  }

  router.get('/events', (request, response) => {
    hub.connect(seatOf(request).client, request, response);
  });
  const clientOf: ClientOf = (request) => seatOf(request).client;
  addChatRoutes(router, clientOf, parts);
  addMessageRoutes(router, clientOf);
  addExtensionRoutes(router, clientOf);
  addFileRoutes(router, clientOf, parts.drive);
  addEventRoutes(router, clientOf);
  addSwitchRoutes(router, (request) => seatOf(request).switches, { hub, bot: parts.bot });
  return router;
}

function addChatRoutes(router: Router, clientOf: ClientOf, { world, teams }: PageWorld): void {
  const membersOf = (chat: string): readonly string[] =>
    teams.conversations.find(({ id }) => id === chat)?.memberIds ?? [];
  router.get('/chats', (request, response) => {
    const client = clientOf(request);
    response.json(client.conversations().map((chat) => withPreview(chat, client.timeline(chat.id))));
  });
  router.get('/chats/:chat', (request, response) => {
    const client = clientOf(request);
    const chat = chatOf(request, client);
    const timeline = client.timeline(chat);
    const { locale = 'en-US' } = world.findPerson(client.personId) ?? {};
    response.json({
      ...timeline,
      memberCount: membersOf(chat).length,
      hasApp: client.hasApp,
      starters: readPromptStarters(timeline.conversation.type, locale),
    } satisfies ChatTimeline);
  });
  router.get('/chats/:chat/members', (request, response) => {
    const client = clientOf(request);
    const others = membersOf(chatOf(request, client)).filter((id) => id !== client.personId);
    response.json(
      others.map((id): MemberView => ({ id, name: world.findPerson(id)?.user.displayName ?? id })),
    );
  });
  router.post('/chats/:chat/open', async (request, response) => {
    const client = clientOf(request);
    const chat = chatOf(request, client);
    await client.install(chat);
    await client.open(chat);
    response.status(204).end();
  });
  router.post('/chats/:chat/send', async (request, response) => {
    const client = clientOf(request);
    const { text, mentions } = parseBody(Sent, request);
    await client.send(chatOf(request, client), text, { mentions });
    response.status(204).end();
  });
}

function addMessageRoutes(router: Router, clientOf: ClientOf): void {
  router.post('/messages/:message/press', async (request, response) => {
    const client = clientOf(request);
    const action = parseBody(Pressed, request);
    await client.press(messageOf(request, client), action);
    response.status(204).end();
  });
  router.post('/messages/:message/submit', async (request, response) => {
    const client = clientOf(request);
    const { data } = parseBody(Submitted, request);
    await client.submit(messageOf(request, client), data);
    response.status(204).end();
  });
  router.post('/messages/:message/feedback', async (request, response) => {
    const client = clientOf(request);
    const { reaction, text } = parseBody(Rated, request);
    await client.giveFeedback(messageOf(request, client), reaction, text);
    response.status(204).end();
  });
  router.post('/messages/:message/sign-in', async (request, response) => {
    const client = clientOf(request);
    const end = parseBody(SignInEnd, request);
    const message = messageOf(request, client);
    await ('state' in end
      ? client.completeSignIn(message, end.state)
      : client.failSignIn(message, end.reason));
    response.status(204).end();
  });
}

function addSwitchRoutes(
  router: Router,
  boardOf: (request: Request) => SwitchBoard,
  { hub, bot }: { readonly hub: EventHub; readonly bot: PageWorld['bot'] },
): void {
  router.get('/switches', (request, response) => {
    response.json(boardOf(request).list());
  });
  router.put('/switches/:id', (request, response) => {
    const board = boardOf(request);
    const { value } = parseBody(Changed, request);
    const outcome = board.set(request.params.id, value);
    if (outcome === 'unknown') throw new ProblemError(404, 'There is no such switch.');
    if (outcome === 'invalid') throw new ProblemError(400, 'The switch has no such position.');
    hub.tell('switches');
    response.json(board.list());
  });
  router.post('/switches/reset', async (request, response) => {
    const board = boardOf(request);
    board.reset();
    // The bot's memory keeps a fault after its switch is off: requested waits and past refusals.
    await bot?.restart();
    hub.tell('switches');
    response.json(board.list());
  });
}

function withPreview(chat: ConversationView, { messages }: Timeline): ChatView {
  const last = messages.at(-1);
  if (last === undefined) return chat;
  const isFile = last.attachments.some(({ contentType }) => contentType === FILE_INFO);
  const sent = last.isDeleted ? 'Deleted a message' : `Sent a ${isFile ? 'file' : 'card'}`;
  const text = last.text === '' ? sent : last.text;
  return { ...chat, last: { at: last.at, author: last.author, text } };
}
