import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textFor } from '../../src/text/text-for';
import {
  actionsOf,
  ask,
  findPersonId,
  lastReply,
  noticesOf,
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

/** What the sign-in page hands back when the person has accepted. */
function stateOf(client: TeamsClient): string {
  return new URL(lastReply(client).signIn?.link ?? '').searchParams.get('ctx') ?? '';
}

describe('silent sign-in in chat', () => {
  it('answers once when three clients of the person exchange at the same time', async () => {
    const client = person('Haruka');
    client.clientCount = 3;

    await ask(client, 'my courses');

    expect(cardsOf(client)).toBe(1);
    expect(noticesOf(client)).toEqual([]);
  });

  it('answers the question in full when the exchange reaches another instance', async () => {
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
    expect(shownText(reply)).toContain('Überfällige Pflichtkurse');
    expect(actionsOf(reply, 'my-courses/refresh')[0]?.data).toMatchObject({
      filter: { due: 'overdue', kind: 'required' },
    });
  });

  it('signs out, forgets, and signs in again with the next question', async () => {
    const client = person('Layla');
    await ask(client, 'my courses');

    expect(shownText(await ask(client, 'sign out'))).toContain(textFor('ar').signIn.signedOut);
    expect(exchanges()).toBe(1);
    await ask(client, 'my courses');
    expect(exchanges()).toBe(2);
  });

  it('asks for consent, and answers the question once it is given', async () => {
    const client = person('Sofia');
    const prompt = await ask(client, 'my courses');
    expect(prompt.signIn?.state).toBe('needed');
    const cardsBefore = cardsOf(client);

    world.entra.consent(client.personId);
    await client.completeSignIn(prompt.id, stateOf(client));

    expect(cardsBefore).toBe(0);
    expect(cardsOf(client)).toBe(1);
    expect(noticesOf(client)).toEqual([]);
  });

  it('says that an administrator is needed when consent is missing after the sign-in page, and asks no more', async () => {
    const client = person('Sofia');
    await ask(client, 'sign out');
    world.entra.revokeConsent(client.personId);
    const prompt = await ask(client, 'my courses');

    await client.completeSignIn(prompt.id, stateOf(client));

    expect(shownText(lastReply(client))).toContain('Only an administrator');
    world.entra.consent(client.personId);
  });

  it('does not know what to go on with when the sign-in page hands back something else', async () => {
    const client = person('Sofia');
    await ask(client, 'sign out');
    world.entra.revokeConsent(client.personId);
    const prompt = await ask(client, 'my courses');

    await client.completeSignIn(prompt.id, '123456');

    expect(shownText(lastReply(client))).toContain('Please ask again');
    world.entra.consent(client.personId);
  });

  it('tells the person when their client could not sign in', async () => {
    const client = person('Priya');
    world.entra.settings.fault = 'secondFactorRequired';
    const prompt = await ask(client, 'my courses');

    await client.failSignIn(prompt.id, 'ConsentRefused');

    expect(shownText(lastReply(client))).toContain('Teams could not sign you in');
  });
});

describe('sign-in from a card', () => {
  it('is silent, and the button does what it should', async () => {
    const client = person('Ben');
    await ask(client, 'my courses');
    await world.bot?.restart();
    world.entra.requests.length = 0;

    const reply = await pressOn(client, 'my-courses/filter', 'Completed');

    expect(exchanges()).toBe(1);
    expect(shownText(reply)).toContain('✓ Completed');
    expect(noticesOf(client)).toEqual([]);
  });

  it('answers 412 when the exchange needs the person, and goes on after the sign-in page', async () => {
    const client = person('Ben');
    await world.bot?.restart();
    world.entra.revokeConsent(client.personId);

    const waiting = await pressOn(client, 'my-courses/filter', 'Overdue');
    expect(waiting.signIn?.state).toBe('needed');

    world.entra.consent(client.personId);
    await client.completeSignIn(waiting.id, stateOf(client));
    expect(shownText(lastReply(client))).toContain('✓ Overdue');
  });
});

describe('a token that Graph no longer accepts', () => {
  it('leads through one silent sign-in to the answer', async () => {
    const client = person('Katherine');
    await ask(client, 'my courses');
    world.entra.requests.length = 0;
    world.graph.settings.fault = 'unauthorized';
    world.graph.settings.faultTimes = 'once';

    const cards = cardsOf(client);
    await ask(client, 'my courses');

    expect(exchanges()).toBe(1);
    expect(cardsOf(client)).toBe(cards + 1);
    expect(noticesOf(client)).toEqual([]);
  });
});
