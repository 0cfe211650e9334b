import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express, { json, type Request, type RequestHandler, type Response } from 'express';
import type { Entra } from '../entra/entra';
import { recordCalls } from '../teams/connector-log';
import { answer, Refusal, refuse, requireToken } from '../teams/connector-refusal';
import { listen, stop } from '../teams/listen';
import { issuesOf, OAUTH_CARD, oauthCard, outboundActivity, type OAuthCard } from '../teams/wire-shapes';
import type { Person, World } from '../world/world';
import { playgroundActivity, playgroundUrl } from './playground-shapes';
import type { Seat } from './seat';
import { createSilentClient, type SilentClientOptions } from './silent-client';

/**
 * Connects Microsoft's Agents Playground, which signs nothing and has no SSO, with the bot, which accepts only activities
 * that the channel has signed. Keeps no state: the service URL carries the person and the Playground's address.
 *
 * | Address | Does |
 * |---|---|
 * | `POST /api/messages` | takes an activity of the Playground, in the name of the first person |
 * | `POST /<name>/api/messages` | the same, in the name of the person with that name before the `@` of their mail |
 * | `/connector/<person>/<Playground>/v3/…` | takes the bot's calls to the Playground, without the bot's token |
 */
export interface PlaygroundBridge {
  /** Origin, without a path. */
  readonly url: string;
  close(): Promise<void>;
}

export interface PlaygroundBridgeOptions extends SilentClientOptions {
  readonly world: Pick<World, 'tenantId' | 'people' | 'findPerson'>;
  readonly entra: Pick<Entra, 'issueSsoToken' | 'verifyConnectorToken'>;
  readonly port: number;
}

const CARRY_WITHIN_MS = 8_000;

/** Listens on 127.0.0.1 only; port 0 takes any free one. Rejects when the port is taken. */
export async function createPlaygroundBridge(options: PlaygroundBridgeOptions): Promise<PlaygroundBridge> {
  const { world, log, entra, port } = options;
  const client = createSilentClient(options);
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  const url = await listen(server, port);

  function seatOf(person: Person, playgroundUrl: string): Seat {
    const address = Buffer.from(playgroundUrl).toString('base64url');
    const serviceUrl = `${url}/connector/${person.user.id}/${address}/`;
    return { person, tenantId: world.tenantId, playgroundUrl, serviceUrl };
  }

  async function takeActivity(request: Request, response: Response): Promise<void> {
    const person = findByName(world, request.params['name']);
    if (person === undefined)
      throw new Refusal(404, 'UserNotFound', 'Nobody in the local world has that name.');
    const activity = playgroundActivity.safeParse(request.body);
    if (!activity.success) throw new Refusal(400, 'BadSyntax', issuesOf('Activity', activity).join('; '));
    const botAnswer = await client.post(seatOf(person, activity.data.serviceUrl), activity.data);
    if (botAnswer.kind === 'answered') response.status(botAnswer.status).json(botAnswer.body);
    else response.sendStatus(botAnswer.kind === 'timedOut' ? 504 : 502);
  }

  async function takeCall(request: Request, response: Response): Promise<void> {
    const person = world.findPerson(String(request.params['person']));
    const playground = Buffer.from(String(request.params['playground']), 'base64url').toString();
    if (person === undefined || !playgroundUrl.safeParse(playground).success)
      throw new Refusal(404, 'NotFound', 'No such Playground.');
    const card = findSignInCard(request.body);
    if (card === undefined) {
      const { status, text } = await carry(request, playground);
      response.status(status).type('json').send(text);
      return;
    }
    // As in Teams, the bot hears that its card has arrived before it hears of the token.
    answer(response, 201, { id: randomUUID() });
    const isSignedIn = await client.signIn(seatOf(person, playground), card, request.body);
    if (!isSignedIn) await carry(request, playground);
  }

  app.post(['/api/messages', '/:name/api/messages'], refuseBrowsers, json({ limit: '1mb' }), takeActivity);
  app.use(
    '/connector/:person/:playground',
    recordCalls(log),
    requireToken((token) => entra.verifyConnectorToken(token)),
    json({ limit: '1mb' }),
    takeCall,
  );
  app.use(refuse);
  return { url, close: () => stop(server) };
}

function findByName({ people }: Pick<World, 'people'>, name: unknown): Person | undefined {
  return name === undefined ? people[0] : people.find(({ user }) => user.mail.split('@')[0] === name);
}

/** Refuses web pages: browsers name the origin of a POST, and the Playground is not a browser. */
const refuseBrowsers: RequestHandler = ({ headers }, _response, next) => {
  if (headers.origin !== undefined) throw new Refusal(403, 'Forbidden', 'Web pages may not post activities.');
  next();
};

function findSignInCard(body: unknown): OAuthCard | undefined {
  const attachments = outboundActivity.safeParse(body).data?.attachments ?? [];
  const content = attachments.find(({ contentType }) => contentType === OAUTH_CARD)?.content;
  return oauthCard.safeParse(content).data;
}

/** Removes the bot's token: the Playground would send it to the token service of the public cloud. */
async function carry(
  { method, url, body }: Request,
  playground: string,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const response = await fetch(playground + url, {
      method,
      headers: { 'content-type': 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(CARRY_WITHIN_MS),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return {
      status: 502,
      text: '{"error":{"code":"BadGateway","message":"The Playground does not answer."}}',
    };
  }
}
