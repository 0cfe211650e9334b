import type { EntraFault } from '../../sandbox/entra/settings';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
import {
  actionsOf,
  ask,
  findPersonId,
  lastReply,
  alertsOf,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld();
});

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  world.entra.settings.fault = 'none';
  world.entra.settings.tokenLifetimeSeconds = 3_600;
  world.entra.requests.length = 0;
  world.graph.settings.fault = 'none';
});

function person(givenName: string): TeamsClient {
  return world.teams.client(findPersonId(world, givenName));
}

function exchanges(): number {
  return world.entra.requests.filter(({ grant }) => grant === 'on_behalf_of').length;
}

function cardsOf(client: TeamsClient): number {
  return client
    .timeline(client.personalChatId)
    .messages.filter((message) => actionsOf(message, 'my-courses/refresh').length > 0).length;
}

/** Signs a person out after a successful visit to the sign-in page, so that the bot forgets it. */
async function signOutFrom(client: TeamsClient): Promise<void> {
  await ask(client, 'my courses');
  await search(client, {
    authentication: { id: 'x', connectionName: '', token: world.entra.issueSsoToken(client.personId) },
  });
  await ask(client, 'sign out');
}

/** Signs a person out and withdraws their consent. */
async function withdrawConsent(client: TeamsClient): Promise<void> {
  await ask(client, 'sign out');
  world.entra.revokeConsent(client.personId);
}

interface Answer {
  readonly composeExtension: {
    readonly suggestedActions: { readonly actions: readonly { readonly value: string }[] };
  };
}

/** One search on the wire: the body of the answer, or the status of one that has none. */
async function search(client: TeamsClient, credentials: object): Promise<Answer> {
  const answer = await world.teams.sendRaw({
    type: 'invoke',
    name: 'composeExtension/query',
    from: { id: `29:${client.personId}`, aadObjectId: client.personId },
    value: { commandId: 'myCourses', parameters: [], queryOptions: { skip: 0, count: 5 }, ...credentials },
  });
  if (answer.kind !== 'answered') throw new Error('The bot did not answer.');
  return (answer.body ?? answer.status) as Answer;
}

/** The state that the sign-in page returns when the person accepts. */
function stateOf(client: TeamsClient): string {
  return new URL(lastReply(client).signIn?.link ?? '').searchParams.get('ctx') ?? '';
}

describe('silent sign-in in chat', () => {
  it('answers once when three clients of the person exchange at the same time', async () => {
    const client = person('Haruka');
    client.clientCount = 3;

    await ask(client, 'my courses');

    expect(cardsOf(client)).toBe(1);
    expect(alertsOf(client)).toEqual([]);
  });

  it('answers the question when the token exchange reaches another instance', async () => {
    const client = person('Jonas');
    const other = await world.startAnotherBot();
    const first = world.teams.bot.messagesUrl;
    const unsubscribe = client.subscribe(() => {
      world.teams.bot.messagesUrl = other.messagesUrl;
    });

    const reply = await ask(client, 'which required courses are overdue?');

    unsubscribe();
    world.teams.bot.messagesUrl = first;
    await other.stop();
    expect(shownText(reply)).toContain('1 Pflichtkurs ist überfällig');
    expect(actionsOf(reply, 'my-courses/refresh')[0]?.data).toMatchObject({
      filter: { due: 'overdue', kind: 'required' },
    });
  });

  it('exchanges a new token for the first question after a sign-out', async () => {
    const client = person('Layla');
    await ask(client, 'my courses');

    expect(shownText(await ask(client, 'sign out'))).toContain(textsFor('ar').t('signIn.signedOut'));
    expect(exchanges()).toBe(1);
    await ask(client, 'my courses');
    expect(exchanges()).toBe(2);
  });

  it('asks for consent and then answers the question', async () => {
    const client = person('Sofia');
    await withdrawConsent(client);
    const cards = cardsOf(client);
    const prompt = await ask(client, 'my courses');
    expect(prompt.signIn?.state).toBe('needed');
    expect(cardsOf(client)).toBe(cards);

    world.entra.consent(client.personId);
    await client.completeSignIn(prompt.id, stateOf(client));

    expect(cardsOf(client)).toBe(cards + 1);
    expect(alertsOf(client)).toEqual([]);
  });

  it('sends the user to an admin when consent is missing after the sign-in page', async () => {
    const client = person('Sofia');
    await withdrawConsent(client);
    const prompt = await ask(client, 'my courses');

    await client.completeSignIn(prompt.id, stateOf(client));

    expect(shownText(lastReply(client))).toContain('needs your admin’s approval');
  });

  it('says that the question was lost when the sign-in page returns an unknown state', async () => {
    const client = person('Sofia');
    await withdrawConsent(client);
    const prompt = await ask(client, 'my courses');

    await client.completeSignIn(prompt.id, '123456');

    expect(shownText(lastReply(client))).toContain('I lost track of your question');
  });

  it.each([
    ['InvokeError', 'Teams couldn’t sign you in'],
    ['ConsentRefused', 'Sign-in was canceled'],
    ['AdminConsentRequired', 'needs your admin’s approval'],
    ['BlockedByPolicy', 'rules don’t allow'],
  ])('explains why the client’s sign-in failed: %s', async (reason, sentence) => {
    const client = person('Priya');
    world.entra.settings.fault = 'secondFactorRequired';
    const prompt = await ask(client, 'my courses');

    await client.failSignIn(prompt.id, reason);

    expect(shownText(lastReply(client))).toContain(sentence);
  });

  it.each([
    ['CancelledByUser', 'Sign-in was canceled'],
    ['interactionrequired', undefined],
  ])('reads the reason from Teams’ own codes, too: %s', async (code, sentence) => {
    const client = person('Marcus');
    const before = client.timeline(client.personalChatId).messages.length;

    await world.teams.sendRaw({
      type: 'invoke',
      name: 'signin/failure',
      from: { id: `29:${client.personId}`, aadObjectId: client.personId },
      conversation: {
        id: client.personalChatId,
        conversationType: 'personal',
        tenantId: world.world.tenantId,
      },
      value: { code, message: '' },
    });

    const said = client.timeline(client.personalChatId).messages.slice(before).map(shownText).join('');
    if (sentence === undefined) expect(said).toBe('');
    else expect(said).toContain(sentence);
  });
});

it('passes the claims that Entra asked for in the silent attempt on to the page', async () => {
  const client = person('Ingrid');
  world.entra.settings.fault = 'secondFactorRequired';
  const prompt = await ask(client, 'my courses');
  const link = new URL(prompt.signIn?.link ?? '');

  const html = await (await fetch(link)).text();

  expect(link.searchParams.has('claims')).toBe(false);
  expect(html).toMatch(/data-authorize-url="[^"]*claims=[^"]*capolids/);
});

describe('a sign-in that the page cannot fix', () => {
  const REFUSALS = [
    ['conditionalAccess', 'rules don’t allow'],
    ['deviceNotManaged', 'rules don’t allow'],
    ['secondFactorRequired', 'one more step'],
    ['unknownPerson', 'doesn’t belong to this organization'],
    ['accountOfAnotherTenant', 'doesn’t belong to this organization'],
    ['assertionSignature', 'Sign out of Teams'],
  ] satisfies readonly [EntraFault, string][];

  it.each(REFUSALS)('ends in a sentence after one visit, in chat: %s', async (fault, sentence) => {
    const client = person('Amara');
    await ask(client, 'sign out');
    world.entra.settings.fault = fault;
    const prompt = await ask(client, 'my courses');

    await client.completeSignIn(prompt.id, stateOf(client));

    const reply = lastReply(client);
    expect(prompt.signIn?.state).toBe('needed');
    expect(reply.signIn).toBeUndefined();
    expect(shownText(reply)).toContain(sentence);
    expect(shownText(reply)).toMatch(/Reference: [A-Z2-9]{8}/);
    expect(alertsOf(client)).toEqual([]);
  });

  it.each(REFUSALS)('ends in a sentence after one visit, in the compose box: %s', async (fault, sentence) => {
    const client = person('Amara');
    await signOutFrom(client);
    world.entra.settings.fault = fault;
    const token = { id: 'x', connectionName: '', token: world.entra.issueSsoToken(client.personId) };
    const first = await search(client, {});
    const { value } = first.composeExtension.suggestedActions.actions[0] ?? { value: '' };
    const state = new URL(value).searchParams.get('ctx');

    const silent = await search(client, { authentication: token });
    await search(client, { state });
    const afterPage = await search(client, { authentication: token });

    expect(silent).toBe(412);
    expect(afterPage).toMatchObject({
      composeExtension: { type: 'message', text: expect.stringContaining(sentence) as string },
    });
  });

  it('asks for the page again when Entra refuses something else after a successful visit', async () => {
    const client = person('Amara');
    await signOutFrom(client);
    const token = { id: 'x', connectionName: '', token: world.entra.issueSsoToken(client.personId) };
    const first = await search(client, {});
    const { value } = first.composeExtension.suggestedActions.actions[0] ?? { value: '' };
    await search(client, { state: new URL(value).searchParams.get('ctx'), authentication: token });
    await ask(client, 'sign out');
    world.entra.settings.fault = 'secondFactorRequired';

    expect(await search(client, { authentication: token })).toBe(412);
  });
});

describe('a Graph token with a lifetime of one minute', () => {
  it('answers the question that it was exchanged for', async () => {
    const client = person('Amara');
    await ask(client, 'sign out');
    world.entra.settings.tokenLifetimeSeconds = 60;

    const cards = cardsOf(client);
    await ask(client, 'my courses');
    await ask(client, 'my courses');

    expect(cardsOf(client)).toBe(cards + 2);
    expect(exchanges()).toBe(1);
  });
});

describe('sign-in from a card', () => {
  it('is silent, and the button’s action is carried out', async () => {
    const client = person('Ben');
    await ask(client, 'my courses');
    await world.bot?.restart();
    world.entra.requests.length = 0;

    const reply = await pressOn(client, 'my-courses/filter', 'Required');

    expect(exchanges()).toBe(1);
    expect(shownText(reply)).toContain('✓ Required');
    expect(alertsOf(client)).toEqual([]);
  });

  it('answers 412 when the token exchange needs the user, and continues after the sign-in page', async () => {
    const client = person('Ben');
    await ask(client, 'my courses');
    await world.bot?.restart();
    world.entra.revokeConsent(client.personId);

    const waiting = await pressOn(client, 'my-courses/filter', 'Required');
    expect(waiting.signIn?.state).toBe('needed');

    world.entra.consent(client.personId);
    await client.completeSignIn(waiting.id, stateOf(client));
    expect(shownText(lastReply(client))).toContain('✓ Required');
  });
});

describe('a token that Graph no longer accepts', () => {
  it('is replaced by one silent sign-in before the answer', async () => {
    const client = person('Katherine');
    await ask(client, 'my courses');
    world.entra.requests.length = 0;
    world.graph.settings.fault = 'unauthorized';
    world.graph.settings.faultTimes = 'once';

    const cards = cardsOf(client);
    await ask(client, 'my courses');

    expect(exchanges()).toBe(1);
    expect(cardsOf(client)).toBe(cards + 1);
    expect(alertsOf(client)).toEqual([]);
  });
});
