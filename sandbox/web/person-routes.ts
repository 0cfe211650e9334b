import { Router, type Request } from 'express';
import * as z from 'zod/v4';
import type { TeamsClient } from '../teams/teams-client';
import type { ConversationView, Timeline } from '../teams/timeline';
import type { Person } from '../world/world';
import type { EventHub } from './events';
import type { PageWorld } from './page-world';
import { ProblemError } from './problem';
import { createSwitches, type SwitchBoard } from './switches';

const MOST_CHARACTERS = 28_000;

const Sent = z.object({ text: z.string().trim().min(1).max(MOST_CHARACTERS) });
const Pressed = z.object({ verb: z.string(), id: z.string().optional(), data: z.unknown().optional() });
const Submitted = z.object({ data: z.record(z.string(), z.unknown()) });
const SignInEnd = z.union([z.object({ state: z.string() }), z.object({ reason: z.string() })]);
const Changed = z.object({ value: z.union([z.string(), z.number(), z.boolean()]) });

/** Who asks, from the address. */
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
  addChatRoutes(router, (request) => seatOf(request).client);
  addMessageRoutes(router, (request) => seatOf(request).client);
  addSwitchRoutes(router, (request) => seatOf(request).switches, hub);
  return router;
}

function addChatRoutes(router: Router, clientOf: (request: Request) => TeamsClient): void {
  router.get('/chats', (request, response) => {
    const client = clientOf(request);
    response.json(client.conversations().map((chat) => withPreview(chat, client.timeline(chat.id))));
  });
  router.get('/chats/:chat', (request, response) => {
    const client = clientOf(request);
    response.json(client.timeline(chatOf(request, client)));
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
    const { text } = parse(Sent, request);
    await client.send(chatOf(request, client), text);
    response.status(204).end();
  });
}

function addMessageRoutes(router: Router, clientOf: (request: Request) => TeamsClient): void {
  router.post('/messages/:message/press', async (request, response) => {
    const client = clientOf(request);
    const action = parse(Pressed, request);
    await client.press(messageOf(request, client), action);
    response.status(204).end();
  });
  router.post('/messages/:message/submit', async (request, response) => {
    const client = clientOf(request);
    const { data } = parse(Submitted, request);
    await client.submit(messageOf(request, client), data);
    response.status(204).end();
  });
  router.post('/messages/:message/sign-in', async (request, response) => {
    const client = clientOf(request);
    const end = parse(SignInEnd, request);
    const message = messageOf(request, client);
    await ('state' in end
      ? client.completeSignIn(message, end.state)
      : client.failSignIn(message, end.reason));
    response.status(204).end();
  });
}

function addSwitchRoutes(router: Router, boardOf: (request: Request) => SwitchBoard, hub: EventHub): void {
  router.get('/switches', (request, response) => {
    response.json(boardOf(request).list());
  });
  router.put('/switches/:id', (request, response) => {
    const board = boardOf(request);
    const { value } = parse(Changed, request);
    const outcome = board.set(request.params.id, value);
    if (outcome === 'unknown') throw new ProblemError(404, 'There is no such switch.');
    if (outcome === 'invalid') throw new ProblemError(400, 'The switch has no such position.');
    hub.tell('switches');
    response.json(board.list());
  });
  router.post('/switches/reset', (request, response) => {
    const board = boardOf(request);
    board.reset();
    hub.tell('switches');
    response.json(board.list());
  });
}

function parse<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    400,
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
  );
}

function chatOf(request: Request, client: TeamsClient): string {
  const id = String(request.params['chat']);
  if (client.conversations().some((chat) => chat.id === id)) return id;
  throw new ProblemError(404, 'This person has no such chat.');
}

function messageOf(request: Request, client: TeamsClient): string {
  const id = String(request.params['message']);
  const isVisible = client
    .conversations()
    .some((chat) => client.timeline(chat.id).messages.some((message) => message.id === id));
  if (isVisible) return id;
  throw new ProblemError(404, 'This person has no such message.');
}

function withPreview(chat: ConversationView, { messages }: Timeline): object {
  const last = messages.at(-1);
  if (last === undefined) return chat;
  const text = last.text === '' ? 'Sent a card' : last.text;
  return { ...chat, last: { at: last.at, author: last.author, text } };
}
