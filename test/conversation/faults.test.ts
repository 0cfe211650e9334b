import type { EntraFault } from '../../sandbox/entra/settings';
import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { eventually } from '../support/eventually';
import { ask, findPersonId, alertsOf, shownText, startTestWorld } from '../support/local-world';

let world: RunningWorld;
let client: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
  client = world.teams.client(findPersonId(world, 'Amara'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  Object.assign(world.graph.settings, { fault: 'none', faultScope: 'everything' });
  world.entra.settings.fault = 'none';
  await ask(client, 'sign out');
});

const REFERENCE = /Reference: [A-Z2-9]{8}/;

/** The log line with the reference id that the user sees; output may arrive after the answer. */
async function logLineOf(text: string): Promise<Record<string, unknown>> {
  const id = /Reference: ([A-Z2-9]{8})/.exec(text)?.[1];
  return eventually(`a line about ${id ?? 'no reference'}`, () =>
    (world.bot?.logLines ?? [])
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ turn, fault }) => turn === id && fault !== undefined),
  );
}

describe('a failure of Graph is shown in a sentence and logged', () => {
  it.each([
    ['forbidden', 'doesn’t have permission', 'graphForbidden'],
    ['unlicensed', 'doesn’t have a Viva Learning license', 'graphUnlicensed'],
    ['providerNotEnabled', 'isn’t turned on', 'graphProviderNotEnabled'],
    ['badRequest', 'didn’t accept the request', 'graphBadRequest'],
    ['notFound', 'couldn’t find your account', 'graphListNotFound'],
    ['methodNotAllowed', 'doesn’t offer this', 'graphMethodNotAllowed'],
    ['serverError', 'went wrong in Viva Learning', 'graphServerError'],
    ['gateway', 'went wrong in Viva Learning', 'graphServerError'],
    ['malformed', 'couldn’t read', 'graphContract'],
    ['unauthorized', 'no longer accepts your sign-in', 'graphUnauthorized'],
  ] satisfies readonly [FaultName, string, string][])('%s', async (fault, sentence, kind) => {
    world.graph.settings.fault = fault;

    const text = shownText(await ask(client, 'my courses'));

    expect(text).toContain(sentence);
    expect(text).toMatch(REFERENCE);
    expect(await logLineOf(text)).toMatchObject({ fault: kind });
    expect(text).not.toMatch(/\b[45]\d\d\b|Graph[A-Z]|https?:|Error/);
    expect(alertsOf(client)).toEqual([]);
  });

  it('silence, before Graph answers', async () => {
    world.graph.settings.fault = 'silence';

    const text = shownText(await ask(client, 'my courses'));

    expect(text).toContain('took too long');
    expect(alertsOf(client)).toEqual([]);
  });

  it.each<{ fault: FaultName; name: string; sentence: RegExp; kind: string }>([
    {
      fault: 'throttledMinutes',
      name: 'Jonas',
      sentence: /very busy\. Try again in \d+ minutes?/,
      kind: 'graphThrottled',
    },
    { fault: 'unavailable', name: 'Haruka', sentence: /isn’t available right now/, kind: 'graphUnavailable' },
  ])('$fault, with no more calls until the wait is over', async ({ fault, name, sentence, kind }) => {
    // Each wait has its own person, so the other tests are not affected.
    const waiting = world.teams.client(findPersonId(world, name));
    world.graph.settings.fault = fault;
    const first = shownText(await ask(waiting, 'my courses'));
    world.graph.settings.fault = 'none';
    const asked = world.graph.requests.length;

    const second = shownText(await ask(waiting, 'my courses'));

    expect(first).toMatch(sentence);
    expect(await logLineOf(first)).toMatchObject({ fault: kind });
    expect(second).toContain('very busy');
    expect(world.graph.requests).toHaveLength(asked);
  });

  it('shows the list without titles when no content can be read', async () => {
    // A bot that has read no content yet.
    await world.bot?.restart();
    world.graph.settings.fault = 'forbidden';
    world.graph.settings.faultScope = 'contents';

    const text = shownText(await ask(client, 'my courses'));

    expect(text).toContain('(title not available)');
  });
});

describe('a failure of the token exchange is answered', () => {
  it.each([
    ['wrongSecret', 'isn’t set up correctly'],
    ['secretExpired', 'isn’t set up correctly'],
    ['unknownResource', 'isn’t set up correctly'],
    ['unknownApplication', 'isn’t set up correctly'],
    ['wrongAudience', 'isn’t set up correctly'],
    ['unavailable', 'isn’t responding right now'],
    ['throttled', 'isn’t responding right now'],
    ['silent', 'isn’t responding right now'],
    ['reset', 'isn’t responding right now'],
    ['notAssigned', 'don’t have access'],
    ['adminConsentRequired', 'needs your admin’s approval'],
  ] satisfies readonly [EntraFault, string][])('with a sentence: %s', async (fault, sentence) => {
    world.entra.settings.fault = fault;

    const reply = await ask(client, 'my courses');

    expect(shownText(reply)).toContain(sentence);
    expect(reply.signIn).toBeUndefined();
    expect(alertsOf(client)).toEqual([]);
  });

  it.each([
    'consentRequired',
    'secondFactorRequired',
    'secondFactorSetupRequired',
    'strongAuthenticationRequired',
    'conditionalAccess',
    'assertionExpired',
    'assertionSignature',
    'sessionRevoked',
    'signInTooOld',
    'refreshTokenInactive',
  ] satisfies readonly EntraFault[])('with the sign-in button: %s', async (fault) => {
    world.entra.settings.fault = fault;

    const reply = await ask(client, 'my courses');

    expect(reply.signIn?.state).toBe('needed');
    expect(alertsOf(client)).toEqual([]);
  });
});

describe('the log', () => {
  it('contains no token, name, title or message text', async () => {
    await ask(client, 'tell me about the secret topic');
    await ask(client, 'my courses');
    world.graph.settings.fault = 'forbidden';
    await ask(client, 'my courses');

    const logged = (world.bot?.logLines ?? []).join('\n');
    const [person] = world.world.people;
    const titles = [...world.world.contents.values()].flat().map(({ title }) => String(title));
    expect(logged).not.toMatch(/eyJ[\w-]+\./);
    expect(logged).not.toContain(person?.user.displayName);
    expect(logged).not.toContain('secret topic');
    expect(titles.filter((title) => title.length > 8 && logged.includes(title))).toEqual([]);
  });
});
