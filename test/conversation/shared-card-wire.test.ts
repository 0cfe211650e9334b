import type { BotAnswer } from '../../sandbox/teams/bot-channel';
import type { RunningWorld } from '../../sandbox/start-world';
import { ask, findPersonId, startTestWorld } from '../support/local-world';

let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
});

afterAll(async () => {
  await world.close();
});

interface Press {
  readonly from: string;
  /** The person whose SSO token is sent; none when absent. */
  readonly tokenOf?: string;
  /** The state that the sign-in page returned to the client. */
  readonly state?: string;
  /** Replaces the card's own action. */
  readonly action?: object;
}

/** The refresh action of a card whose course everyone may see. */
function viewAction(): object {
  for (const [provider, contents] of world.world.contents) {
    const content = contents.find(({ externalId }) => externalId === 'SEC-101')?.['id'];
    const data = { provider, content, ticket: '' };
    if (content !== undefined) return { type: 'Action.Execute', verb: 'shared-course/view', data };
  }
  throw new Error('The local world does not have the course.');
}

/** One press on the wire, and the whole HTTP answer to it. */
function press({ from, tokenOf, state, action = viewAction() }: Press): Promise<BotAnswer> {
  const personId = findPersonId(world, from);
  const token = tokenOf === undefined ? undefined : world.entra.issueSsoToken(findPersonId(world, tokenOf));
  return world.teams.sendRaw({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: { id: `29:${personId}`, aadObjectId: personId },
    value: {
      action,
      trigger: 'automatic',
      state,
      ...(token !== undefined && { authentication: { id: 'x', connectionName: '', token } }),
    },
  });
}

async function signOut(givenName: string): Promise<void> {
  await ask(world.teams.client(findPersonId(world, givenName)), 'sign out');
}

/** The HTTP status is always 200; the outcome is in the body. */
function answered(statusCode: number, type: string, value: unknown): object {
  const body = { statusCode, type: `application/vnd.microsoft.${type}`, value };
  return { kind: 'answered', status: 200, body };
}

function card(speak: RegExp): object {
  const parts = { type: 'AdaptiveCard', version: '1.5', speak: expect.stringMatching(speak) as string };
  return answered(200, 'card.adaptive', expect.objectContaining(parts));
}

function sentence(text: RegExp): object {
  return answered(200, 'activity.message', expect.stringMatching(text));
}

const anyText = expect.any(String) as string;
const refused = answered(412, 'error.preconditionFailed', { code: '412', message: anyText });
const loginRequest = answered(401, 'activity.loginRequest', {
  text: 'Sign in to see your courses',
  connectionName: 'Coursemate',
  tokenExchangeResource: { id: anyText, uri: expect.stringMatching(/^api:\/\//) as string },
  buttons: [
    {
      type: 'signin',
      title: 'Sign in',
      value: expect.stringMatching(/\/auth\/start\?ctx=[\w.-]+&tenant=/) as string,
    },
  ],
});

describe('the wire answer to a refresh of a shared card', () => {
  beforeEach(() => signOut('Amara'));

  it.each<[string, Press, object]>([
    ['asks for a token when there is none', { from: 'Amara' }, loginRequest],
    ['refuses another person’s token', { from: 'Amara', tokenOf: 'Jonas' }, refused],
    ['refuses the token of someone who has not consented', { from: 'Sofia', tokenOf: 'Sofia' }, refused],
    [
      'shows the status to someone with a token',
      { from: 'Amara', tokenOf: 'Amara' },
      card(/^Handling customer data safely · Your status: In/),
    ],
    [
      'says so to someone without the course',
      { from: 'Haruka', tokenOf: 'Haruka' },
      card(/Not in your courses\.$/),
    ],
    [
      'explains a missing license',
      { from: 'Wei', tokenOf: 'Wei' },
      sentence(/have a Viva Learning license.*\n\nReference: \w{8}$/),
    ],
  ])('%s', async (_, pressed, answer) => {
    expect(await press(pressed)).toEqual(answer);
  });

  it('needs no token from someone who is signed in', async () => {
    await press({ from: 'Amara', tokenOf: 'Amara' });

    expect(await press({ from: 'Amara' })).toEqual(card(/Your status: In progress/));
  });

  it.each([{ verb: 'shared-course/x' }, { type: 'Action.Submit' }, { data: undefined }])(
    'says that the button has expired for %j',
    async (odd) => {
      const action = { ...viewAction(), ...odd };

      expect(await press({ from: 'Amara', tokenOf: 'Amara', action })).toEqual(
        sentence(/^This button has expired/),
      );
    },
  );

  it('points to an admin after a visit to the sign-in page without consent', async () => {
    // Not Sofia: the bot would remember her visit in later tests.
    world.entra.revokeConsent(findPersonId(world, 'Noah'));
    const asked = JSON.stringify(await press({ from: 'Noah' }));
    const state = /ctx=([\w.-]+)/.exec(asked)?.[1] ?? '';

    expect(await press({ from: 'Noah', tokenOf: 'Noah', state: '123456' })).toEqual(refused);
    expect(await press({ from: 'Noah', tokenOf: 'Noah', state })).toEqual(
      card(/^Coursemate needs your admin’s approval/),
    );
  });

  it('asks for a token again after a sign-out', async () => {
    await press({ from: 'Amara', tokenOf: 'Amara' });

    await signOut('Amara');

    expect(await press({ from: 'Amara' })).toEqual(loginRequest);
  });

  it('sends and updates no message', async () => {
    const sent: string[] = [];
    const stop = world.log.subscribe(({ from, to, title }) => {
      if (from === 'bot' && to === 'teams') sent.push(title);
    });

    for (const from of ['Amara', 'Haruka', 'Sofia', 'Wei']) await press({ from, tokenOf: from });

    stop();
    expect(sent).toEqual([]);
  });

  it('costs one list call a minute', async () => {
    world.graph.requests.length = 0;

    for (let time = 0; time < 3; time++) await press({ from: 'Priya', tokenOf: 'Priya' });

    expect(world.graph.requests.filter(({ path }) => path.startsWith('/me/'))).toHaveLength(1);
  });
});
