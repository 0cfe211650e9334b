import fc from 'fast-check';
import type { BotAnswer } from '../../sandbox/teams/bot-channel';
import type { RunningWorld } from '../../sandbox/start-world';
import { eventually } from '../support/eventually';
import { ask, findPersonId, isLoading, searchWhole, startTestWorld } from '../support/local-world';

const COURSE = 'https://learn.contoso.example.com/courses/SEC-102';
const NO_COURSE = 'https://learn.contoso.example.com/about';

let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld();
  const amara = world.teams.client(findPersonId(world, 'Amara'));
  await searchWhole(amara, { commandId: 'catalog', text: '' });
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  world.graph.requests.length = 0;
  await ask(world.teams.client(findPersonId(world, 'Amara')), 'sign out');
  world.entra.requests.length = 0;
});

interface Sent {
  /** Amara when absent. */
  readonly from?: string;
  /** The person whose SSO token is sent; none when absent. */
  readonly tokenOf?: string;
}

type Exchange = readonly [name: string, value: object, sent: Sent, answer: object];

/** One invoke on the wire, and the whole HTTP answer to it. */
function invoke(name: string, value: object, { from = 'Amara', tokenOf }: Sent = {}): Promise<BotAnswer> {
  const personId = findPersonId(world, from);
  const token = tokenOf === undefined ? undefined : world.entra.issueSsoToken(findPersonId(world, tokenOf));
  return world.teams.sendRaw({
    type: 'invoke',
    name: `composeExtension/${name}`,
    from: { id: `29:${personId}`, aadObjectId: personId },
    value: {
      ...value,
      ...(token !== undefined && { authentication: { id: 'x', connectionName: '', token } }),
    },
  });
}

/** Repeats the invoke until everything has loaded: on a busy machine a search first answers with what there is. */
function invokeWhole(...exchange: Parameters<typeof invoke>): Promise<BotAnswer> {
  return eventually('the whole answer', async () => {
    const answer = await invoke(...exchange);
    return isLoading(answer) ? undefined : answer;
  });
}

/** Sends the invoke of a link that is pasted where the app is not installed. */
function unfurlAnonymously(url: string, more: object = {}): Promise<BotAnswer> {
  const redacted = 'redacted';
  return world.teams.sendRaw({
    type: 'invoke',
    name: 'composeExtension/anonymousQueryLink',
    from: { id: redacted, name: redacted, aadObjectId: redacted },
    conversation: { id: redacted, conversationType: 'personal', tenantId: redacted },
    channelData: { tenant: { id: redacted } },
    value: { url, ...more },
  });
}

function toQuery(commandId: string, text: string): object {
  const parameter = text === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: text };
  return { commandId, parameters: [parameter], queryOptions: { skip: 0, count: 25 } };
}

const signInNeeded = { kind: 'answered', status: 412, body: undefined };
const quiet = { kind: 'answered', status: 200, body: undefined };

function answered(composeExtension: object, more: object = {}): object {
  return { kind: 'answered', status: 200, body: { composeExtension, ...more } };
}

const silentAuth = answered({
  type: 'silentAuth',
  suggestedActions: {
    actions: [
      {
        type: 'openUrl',
        title: 'Sign in',
        value: expect.stringMatching(/\/auth\/start\?ctx=[\w.-]+&/) as string,
      },
    ],
  },
});

const hit = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: expect.objectContaining({ type: 'AdaptiveCard', version: '1.5' }) as object,
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: expect.objectContaining({ title: expect.stringMatching('Phishing') as string }) as object,
  },
};

/** Results that Teams must not cache. */
function results(attachments: unknown): object {
  return answered(
    {
      type: 'result',
      attachmentLayout: 'list',
      attachments,
      suggestedActions: { actions: [{ type: 'setCachePolicy', value: '{"type":"no-cache"}' }] },
    },
    { cacheInfo: { cacheType: 'no-cache', cacheDuration: 0 } },
  );
}

function sentence(text: RegExp): object {
  return answered(
    { type: 'message', text: expect.stringMatching(text) as string },
    { cacheInfo: { cacheType: 'no-cache', cacheDuration: 0 } },
  );
}

describe('the wire answer to each invoke of the message extension', () => {
  const own = (text: string): object => toQuery('myCourses', text);
  const found = results(expect.arrayContaining([hit]));
  const ofAmara = { tokenOf: 'Amara' };
  const ofSofia = { from: 'Sofia', tokenOf: 'Sofia' };

  it.each<[string, Exchange]>([
    ['a search', ['query', own(''), {}, silentAuth]],
    ['a search in the catalog', ['query', toQuery('catalog', ''), {}, silentAuth]],
    ['a search with the token', ['query', own('phishing'), ofAmara, found]],
    ['a search for what is not there', ['query', own('qqqq'), ofAmara, sentence(/qqqq/)]],
    [
      'a search without a license',
      ['query', own(''), { from: 'Wei', tokenOf: 'Wei' }, sentence(/have a Viva Learning license/)],
    ],
    ['a search without consent', ['query', own(''), ofSofia, signInNeeded]],
    ["a search with another's token", ['query', own(''), { tokenOf: 'Jonas' }, signInNeeded]],
    ['a link', ['queryLink', { url: COURSE }, {}, silentAuth]],
    ['a link with the token', ['queryLink', { url: COURSE }, ofAmara, results([hit])]],
    ['a link to no course', ['queryLink', { url: NO_COURSE }, ofAmara, results([])]],
    ['a link to no course without a token', ['queryLink', { url: NO_COURSE }, {}, results([])]],
    ['what is no link', ['queryLink', { url: 'x' }, {}, results([])]],
    ['a link without consent', ['queryLink', { url: COURSE }, ofSofia, signInNeeded]],
    ["a link with another's token", ['queryLink', { url: COURSE }, { tokenOf: 'Jonas' }, signInNeeded]],
  ])('%s', async (_, [name, value, sent, expected]) => {
    expect(await invokeWhole(name, value, sent)).toEqual(expected);
  });

  it.each([null, {}, { token: 7 }, { token: '' }])(
    'asks for a token when there is %j in its place',
    async (authentication) => {
      const value = { ...toQuery('myCourses', ''), authentication };

      expect(await invoke('query', value)).toEqual(silentAuth);
      expect(await invoke('queryLink', { url: COURSE, authentication })).toEqual(silentAuth);
    },
  );

  it.each(['selectItem', 'fetchTask', 'submitAction', 'onCardButtonClicked', 'somethingNew'])(
    'answers %s, which the bot never asks for, with an empty 200',
    async (name) => {
      expect(await invoke(name, {}, { tokenOf: 'Amara' })).toEqual(quiet);
      expect(world.entra.requests).toEqual([]);
    },
  );
});

describe('a Graph token that Graph no longer accepts', () => {
  afterEach(() => {
    world.graph.settings.fault = 'none';
  });

  it('is replaced once; the next refusal is shown to the user', async () => {
    const query = toQuery('myCourses', 'phishing');
    await invoke('queryLink', { url: COURSE }, { tokenOf: 'Amara' });
    world.graph.settings.fault = 'unauthorized';

    expect(await invoke('query', query)).toEqual(silentAuth);
    expect(await invoke('query', query, { tokenOf: 'Amara' })).toEqual(
      sentence(/no longer accepts your sign-in/),
    );
    world.graph.settings.fault = 'none';
    expect(await invoke('query', query)).toEqual(silentAuth);
  });
});

describe('the settings of the message extension', () => {
  const search = (from: string): Promise<BotAnswer> =>
    invokeWhole('query', toQuery('myCourses', ''), { from });

  async function openSettings(from: string): Promise<string> {
    const answer = await invoke('querySettingUrl', {}, { from });
    const value = expect.stringMatching(/^http:\/\/localhost:\d+\/auth\/sign-out\?state=[\w.-]+$/) as string;
    expect(answer).toEqual(
      answered({ type: 'config', suggestedActions: { actions: [{ type: 'openUrl', value }] } }),
    );
    const [page = ''] = /http:[^"]+/.exec(JSON.stringify(answer)) ?? [];
    return page;
  }

  it('sign out their sender, who is asked to sign in again, and nobody else', async () => {
    for (const from of ['Amara', 'Jonas'])
      await invokeWhole('query', toQuery('myCourses', ''), { from, tokenOf: from });
    const page = await openSettings('Amara');
    const state = new URL(page).searchParams.get('state');
    const html = await (await fetch(page)).text();

    expect(html).toContain('Sign out</button>');
    expect(await search('Amara')).toMatchObject(results(expect.anything()));
    // Someone else's state, a closed page, an invented state.
    expect(await invoke('setting', { state }, { from: 'Jonas' })).toEqual(quiet);
    for (const other of ['CancelledByUser', 'a.1.b', '', undefined])
      expect(await invoke('setting', { state: other })).toEqual(quiet);
    expect(await search('Amara')).toMatchObject(results(expect.anything()));
    expect(await search('Jonas')).toMatchObject(results(expect.anything()));

    expect(await invoke('setting', { state })).toEqual(quiet);

    expect(await search('Amara')).toEqual(silentAuth);
    expect(await search('Jonas')).toMatchObject(results(expect.anything()));
  });
});

describe('a link that is pasted where the app is not installed', () => {
  const addresses = [COURSE, COURSE.replace('SEC-102', 'COM-100'), NO_COURSE];

  it('is answered from the link alone', async () => {
    const [course, , none] = await Promise.all(addresses.map((url) => unfurlAnonymously(url)));

    const card = expect.objectContaining({ type: 'AdaptiveCard' }) as object;
    expect(course).toEqual(results([expect.objectContaining({ content: card })]));
    expect(none).toEqual(results([]));
  });

  it('gets the same answer whatever else was asked before or at the same time', async () => {
    const alone = new Map<string, BotAnswer>();
    for (const url of addresses) alone.set(url, await unfurlAnonymously(url));
    expect(new Set([...alone.values()].map((answer) => JSON.stringify(answer))).size).toBe(addresses.length);

    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...addresses), { maxLength: 6 }), async (urls) => {
        const [answers] = await Promise.all([
          Promise.all(urls.map((url) => unfurlAnonymously(url))),
          invoke('queryLink', { url: COURSE }, { tokenOf: 'Amara' }),
        ]);
        expect(answers).toEqual(urls.map((url) => alone.get(url)));
      }),
      { numRuns: 10 },
    );
  });

  it('signs no one in, even when a token is sent along', async () => {
    const token = world.entra.issueSsoToken(findPersonId(world, 'Amara'));
    const authentication = { id: 'x', connectionName: '', token };

    const answers = [
      await unfurlAnonymously(COURSE, { authentication }),
      await invoke('anonymousQueryLink', { url: COURSE }, { tokenOf: 'Amara' }),
    ];

    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(world.entra.requests).toEqual([]);
    expect(world.graph.requests).toEqual([]);
    expect(await invoke('queryLink', { url: COURSE })).toEqual(silentAuth);
  });
});
