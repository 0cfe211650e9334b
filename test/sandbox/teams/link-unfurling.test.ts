import {
  ADA,
  BEN,
  adaptiveCard,
  extensionAnswer,
  alertsOf,
  results,
  resultOf,
  signInAnswer,
  start,
  TENANT_ID,
  type Behavior,
  type Rig,
} from './teams-rig';
import type { LinkView } from '../../../sandbox/teams/extension-views';

const LINK = 'https://learn.contoso.com/courses/SEC-101?from=mail';
const NO_CACHE = {
  suggestedActions: { actions: [{ type: 'setCachePolicy', value: JSON.stringify({ type: 'no-cache' }) }] },
};

function startWithLinks(behavior: Behavior): Promise<Rig> {
  return start(behavior, { linkDomains: ['learn.contoso.com', '*.fabrikam.com'] });
}

function paste({ teams }: Rig, url = LINK, personId = ADA): Promise<LinkView> {
  const client = teams.client(personId);
  return client.pasteLink(client.personalChatId, url);
}

describe('a pasted link', () => {
  it('becomes the card of the first result', async () => {
    const rig = await startWithLinks(() => results([resultOf('Security'), resultOf('Another')]));

    const view = await paste(rig);

    expect(view).toMatchObject({
      kind: 'card',
      preview: { title: 'Security' },
      card: adaptiveCard('Security'),
    });
    expect(rig.received).toMatchObject([
      { name: 'composeExtension/queryLink', from: { aadObjectId: ADA }, value: { url: LINK } },
    ]);
    expect(rig.log.entries()[0]?.title).toBe(`invoke composeExtension/queryLink "${LINK}"`);
  });

  it.each(['https://elsewhere.com/courses/SEC-101', 'https://contoso.com/', 'ftp://learn.contoso.com/'])(
    'to %s is not sent to the bot',
    async (url) => {
      const rig = await startWithLinks(() => results([resultOf('Security')]));

      expect(await paste(rig, url)).toEqual({ kind: 'none' });
      expect(rig.received).toEqual([]);
    },
  );

  it('stays a link when the bot finds nothing', async () => {
    const rig = await startWithLinks(() => results([]));

    expect(await paste(rig)).toEqual({ kind: 'none' });
  });

  it('shows a sentence of the bot', async () => {
    const rig = await startWithLinks(() => extensionAnswer({ type: 'message', text: 'Not for you.' }));

    expect(await paste(rig)).toEqual({ kind: 'message', text: 'Not for you.' });
  });

  it.each([
    ['an error', () => ({ status: 500 }), 1],
    ['a result without a preview', () => results([resultOf('Bad', { preview: undefined })]), 1],
    ['silence', () => new Promise<never>(() => undefined), 0],
  ] as const)('stays a link after %s', async (_, behavior, alertCount) => {
    const rig = await startWithLinks(behavior);
    rig.teams.timeouts.extensionMs = 100;

    expect(await paste(rig)).toEqual({ kind: 'none' });
    expect(alertsOf(rig)).toHaveLength(alertCount);
  });

  it('signs in silently, or with the page after 412', async () => {
    let hasConsented = false;
    const rig = await startWithLinks(({ value }) => {
      if (value?.authentication === undefined) return signInAnswer('silentAuth');
      return hasConsented ? results([resultOf('Security')], NO_CACHE) : { status: 412 };
    });

    const first = await paste(rig);
    hasConsented = true;
    const completed = await rig.teams.client(ADA).completeSearchSignIn('ctx-1');
    const second = await paste(rig);

    expect([first.kind, completed.kind, second.kind]).toEqual(['signIn', 'results', 'card']);
    expect(rig.received[2]?.value).toEqual({ url: LINK, state: 'ctx-1' });
  });
});

describe('the cache of links', () => {
  let now = 0;
  const realNow = Date.now;

  beforeEach(() => {
    now = realNow();
    Date.now = () => now;
  });

  afterEach(() => {
    Date.now = realNow;
  });

  it('keeps a card for half an hour', async () => {
    const rig = await startWithLinks(() => results([resultOf('Security')]));

    await paste(rig);
    now += 29 * 60_000;
    const again = await paste(rig);
    now += 60_000;
    await paste(rig);

    expect(again.kind).toBe('card');
    expect(rig.received).toHaveLength(2);
  });

  it('keeps nothing for another person or link, or without the app', async () => {
    const rig = await startWithLinks(() => results([resultOf('Security')]));

    await paste(rig);
    await paste(rig, LINK, BEN);
    await paste(rig, `${LINK}&again=1`);
    rig.teams.client(ADA).hasApp = false;
    await paste(rig);

    expect(rig.received).toHaveLength(4);
  });

  it.each([
    ['the bot forbids it', () => results([resultOf('Security')], NO_CACHE)],
    ['there was no result', () => extensionAnswer({ type: 'message', text: 'Later.' })],
    ['the bot failed', () => ({ status: 500 })],
  ])('keeps nothing when %s', async (_, behavior) => {
    const rig = await startWithLinks(behavior);

    await paste(rig);
    await paste(rig);

    expect(rig.received).toHaveLength(2);
  });

  it('knows only the no-cache policy', async () => {
    const policy = { actions: [{ type: 'setCachePolicy', value: '{"type":"cache-forever"}' }] };
    const rig = await startWithLinks(() => results([resultOf('Security')], { suggestedActions: policy }));

    expect(await paste(rig)).toEqual({ kind: 'none' });
    expect(alertsOf(rig)).toEqual([expect.stringContaining('suggestedActions.actions.0.value') as unknown]);
  });
});

describe('a link pasted without the app', () => {
  async function pasteWithoutApp(behavior: Behavior): Promise<{ rig: Rig; view: LinkView }> {
    const rig = await startWithLinks(behavior);
    rig.teams.client(ADA).hasApp = false;
    return { rig, view: await paste(rig) };
  }

  it('becomes a card, without telling the bot who pasted it', async () => {
    const { rig, view } = await pasteWithoutApp(() => results([resultOf('Security')]));

    expect(view.kind).toBe('card');
    const [activity] = rig.received;
    expect(activity).toMatchObject({
      type: 'invoke',
      name: 'composeExtension/anonymousQueryLink',
      from: { id: 'redacted', aadObjectId: 'redacted' },
      conversation: { id: 'redacted', tenantId: 'redacted' },
      channelData: { tenant: { id: 'redacted' } },
      value: { url: LINK },
    });
    const { personalChatId } = rig.teams.client(ADA);
    for (const known of [ADA, TENANT_ID, personalChatId, 'Ada', 'Berlin'])
      expect(JSON.stringify(activity)).not.toContain(known);
    expect(rig.log.entries()[0]?.title).toBe(`invoke composeExtension/anonymousQueryLink "${LINK}"`);
  });

  it.each([
    ['a sign-in', signInAnswer('auth'), 'wants a result, got auth'],
    ['a silent sign-in', signInAnswer('silentAuth'), 'wants a result, got silentAuth'],
    ['412', { status: 412 }, 'wants a result, got preconditionFailed'],
    ['a sentence', extensionAnswer({ type: 'message', text: 'No.' }), 'wants a result, got message'],
    ['an error', { status: 501 }, 'wants HTTP 200 or 412, got HTTP 501'],
  ])('rejects %s as an answer', async (_, answer, described) => {
    const { rig, view } = await pasteWithoutApp(() => answer);

    expect(view).toEqual({ kind: 'none' });
    expect(alertsOf(rig)).toEqual([`protocolError: composeExtension/anonymousQueryLink: ${described}.`]);
    expect(rig.received).toHaveLength(1);
  });

  it('reports buttons that need a user', async () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'shared-course/view' } };
    const { rig } = await pasteWithoutApp(() =>
      results([resultOf('Security', { content: adaptiveCard('Security', { refresh }) })]),
    );

    expect(alertsOf(rig)).toEqual([
      'protocolError: composeExtension/anonymousQueryLink: a card for people without the app offers Action.Execute.',
    ]);
  });
});
