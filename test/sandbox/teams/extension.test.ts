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
  type Answer,
  type Rig,
} from './teams-rig';
import type { SearchView } from '../../../sandbox/teams/extension-views';

const UNREACHABLE = { kind: 'error', text: 'Unable to reach app. Please try again.' };
const SIGN_IN = {
  kind: 'signIn',
  text: "You'll need to sign in to use this app.",
  title: 'Sign in',
  link: 'http://localhost:3978/auth/start?ctx=x',
};

function search({ teams }: Rig, text = 'excel'): Promise<SearchView> {
  const client = teams.client(ADA);
  return client.search(client.personalChatId, { commandId: 'myCourses', text });
}

function stepsOf({ received }: Rig): unknown[] {
  return received.map(({ value }) => [value?.state, value?.authentication?.token]);
}

describe('a search', () => {
  it('reaches the bot in the shape that Teams gives it', async () => {
    const { teams, received } = await start(() => results([]));
    const client = teams.client(ADA);

    for (const { id } of client.conversations())
      await client.search(id, { commandId: 'catalog', text: 'excel', skip: 25, count: 10 });

    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ conversation }) => conversation.id)).size).toBe(3);
    expect(received[0]).toMatchObject({
      type: 'invoke',
      name: 'composeExtension/query',
      from: { aadObjectId: ADA },
      value: {
        commandId: 'catalog',
        commandContext: 'compose',
        context: { theme: 'default' },
        parameters: [{ name: 'query', value: 'excel' }],
        queryOptions: { skip: 25, count: 10 },
      },
    });
    expect(received[0]).not.toHaveProperty('replyToId');
  });

  it('is marked as the initial run on opening', async () => {
    const rig = await start(() => results([]));

    await search(rig, '');

    expect(rig.received[0]?.value).toEqual({
      commandId: 'myCourses',
      commandContext: 'compose',
      context: { theme: 'default' },
      parameters: [{ name: 'initialRun', value: 'true' }],
      queryOptions: { skip: 0, count: 25 },
    });
  });

  it('shows the results with their previews', async () => {
    const rig = await start(() => results([resultOf('Excel basics'), resultOf('Excel for analysts')]));

    const view = await search(rig);

    expect(view).toMatchObject({
      kind: 'results',
      hits: [
        {
          preview: {
            title: 'Excel basics',
            text: 'Contoso Academy',
            imageUrl: 'https://img.contoso.com/1.png',
          },
          card: adaptiveCard('Excel basics'),
        },
        { preview: { title: 'Excel for analysts' } },
      ],
    });
    expect(alertsOf(rig)).toEqual([]);
  });

  it('shows a sentence', async () => {
    const rig = await start(() => extensionAnswer({ type: 'message', text: 'Nothing found.' }));

    expect(await search(rig)).toEqual({ kind: 'message', text: 'Nothing found.' });
  });

  it('works only in the person’s own conversations', async () => {
    const { teams } = await start(() => results([]));
    const { personalChatId } = teams.client(BEN);

    await expect(
      teams.client(ADA).search(personalChatId, { commandId: 'catalog', text: '' }),
    ).rejects.toThrow('No such conversation');
  });

  it('shows the client’s error without an answer in time, and logs the reason', async () => {
    const rig = await start(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return results([resultOf('late')]);
    });
    expect(rig.teams.timeouts.extensionMs).toBe(5_000);
    rig.teams.timeouts.extensionMs = 100;

    const view = await search(rig);

    expect(view).toEqual(UNREACHABLE);
    expect(rig.log.entries()).toMatchObject([
      { title: 'invoke composeExtension/query myCourses "excel" (no answer in time)', status: 504 },
    ]);
    expect(alertsOf(rig)).toEqual([]);
  });
});

describe('a search that needs a sign-in', () => {
  it('sends a token silently', async () => {
    const rig = await start(({ value }) =>
      value?.authentication === undefined ? signInAnswer('silentAuth') : results([resultOf('Excel')]),
    );

    const view = await search(rig);

    expect(view.kind).toBe('results');
    expect(rig.received[1]?.value).toMatchObject({
      ...rig.received[0]?.value,
      authentication: { id: expect.any(String) as unknown, connectionName: '', token: `sso-${ADA}-1` },
    });
    expect(rig.log.entries().map(({ title }) => title)).toEqual([
      'invoke composeExtension/query myCourses "excel"',
      'invoke composeExtension/query myCourses "excel" (with token)',
    ]);
    expect(alertsOf(rig)).toEqual([]);
  });

  it('offers the page when the token is refused with 412', async () => {
    const rig = await start(({ value }) =>
      value?.authentication === undefined ? signInAnswer('silentAuth') : { status: 412 },
    );

    expect(await search(rig)).toEqual(SIGN_IN);
    expect(alertsOf(rig)).toEqual([]);
  });

  it('offers the page at once when the bot asks for no token', async () => {
    const rig = await start(() => signInAnswer('auth'));

    expect(await search(rig)).toEqual(SIGN_IN);
    expect(rig.received).toHaveLength(1);
  });

  it('offers the page when the bot asks for something else after the token', async () => {
    const rig = await start(({ value }) =>
      signInAnswer(value?.authentication === undefined ? 'silentAuth' : 'auth'),
    );

    expect(await search(rig)).toEqual(SIGN_IN);
    expect(alertsOf(rig)).toEqual([]);
  });

  it('continues with the pop-up’s state', async () => {
    const rig = await start(({ value }) =>
      value?.state === undefined ? signInAnswer('auth') : results([resultOf('Excel')]),
    );
    await search(rig);

    const view = await rig.teams.client(ADA).completeSearchSignIn('ctx-1');

    expect(view.kind).toBe('results');
    expect(rig.received[1]?.value).toEqual({ ...rig.received[0]?.value, state: 'ctx-1' });
    expect(rig.log.entries()[1]?.title).toBe('invoke composeExtension/query myCourses "excel" (signed in)');
  });

  it('retries silently with a new token after the pop-up', async () => {
    let hasConsented = false;
    const rig = await start(({ value }): Answer => {
      if (value?.authentication === undefined) return signInAnswer('silentAuth');
      return hasConsented ? results([resultOf('Excel')]) : { status: 412 };
    });
    await search(rig);

    hasConsented = true;
    const view = await rig.teams.client(ADA).completeSearchSignIn('ctx-1');

    expect(view.kind).toBe('results');
    expect(stepsOf(rig)).toEqual([
      [undefined, undefined],
      [undefined, `sso-${ADA}-1`],
      ['ctx-1', undefined],
      [undefined, `sso-${ADA}-2`],
    ]);
  });

  it('can be completed once', async () => {
    const rig = await start(({ value }) => (value?.state === undefined ? signInAnswer('auth') : results([])));
    await search(rig);
    const client = rig.teams.client(ADA);
    await client.completeSearchSignIn('ctx-1');

    await expect(client.completeSearchSignIn('ctx-1')).rejects.toThrow('Nothing waits for a sign-in.');
  });
});

describe('an invalid answer', () => {
  const withPreview = (preview: unknown): object => resultOf('Bad', { preview });

  it.each([
    ['without a preview', withPreview(undefined), 'result 2: preview'],
    ['with a preview that is no card', withPreview({ contentType: 'text/plain' }), 'result 2: preview'],
    ['without a title', withPreview({ ...previewOf(''), content: {} }), 'result 2: preview.content.title'],
    [
      'with a picture that is not https',
      withPreview(previewOf('http://x.com/1.png')),
      'preview.content.images',
    ],
    ['that is no Adaptive Card', resultOf('Bad', { contentType: 'text/html' }), 'result 2: contentType'],
    ['newer than Teams shows', resultOf('Bad', { content: { ...adaptiveCard(''), version: '1.6' } }), '1.5'],
    ['over 28 KB', resultOf('Bad', { content: adaptiveCard('ä'.repeat(14_400)) }), 'is over 28 KB'],
  ])('drops a result %s, and says so', async (_, bad, described) => {
    const rig = await start(() => results([resultOf('Good'), bad]));

    const view = await search(rig);

    expect(view).toMatchObject({ kind: 'results', hits: [{ preview: { title: 'Good' } }] });
    expect(view.kind === 'results' && view.hits).toHaveLength(1);
    expect(alertsOf(rig)).toEqual([expect.stringContaining(described) as unknown]);
    expect(alertsOf(rig)[0]).toMatch(/^protocolError: composeExtension\/query: result 2/);
  });

  it('keeps a result that just fits', async () => {
    const empty = Buffer.byteLength(JSON.stringify(resultOf('Fits', { content: adaptiveCard('') })));
    const card = adaptiveCard('x'.repeat(28 * 1024 - empty));
    const rig = await start(() => results([resultOf('Fits', { content: card })]));

    expect(await search(rig)).toMatchObject({ hits: [{ preview: { title: 'Fits' } }] });
  });

  it('cuts a page that is longer than requested', async () => {
    const many = Array.from({ length: 26 }, (_, index) => resultOf(`Course ${index}`));
    const rig = await start(() => results(many));

    const view = await search(rig);

    expect(view.kind === 'results' && view.hits).toHaveLength(25);
    expect(alertsOf(rig)).toEqual([
      'protocolError: composeExtension/query: 26 results, and only 25 were asked for.',
    ]);
  });

  it.each([
    ['412 to a query without a token', { status: 412 }, 'HTTP 412 answers a token, and there was none.'],
    ['an error', { status: 500 }, 'wants HTTP 200 or 412, got HTTP 500.'],
    ['an empty body', { status: 200 }, 'answer:'],
    ['an unknown type', extensionAnswer({ type: 'nonsense' }), 'answer: composeExtension.type'],
    ['an empty sentence', extensionAnswer({ type: 'message', text: '' }), 'composeExtension.text'],
    ['results without a layout', extensionAnswer({ type: 'result', attachments: [] }), 'attachmentLayout'],
    ['a sign-in without a link', extensionAnswer({ type: 'auth' }), 'composeExtension.suggestedActions'],
  ])('shows %s as an error of the client', async (_, answer, described) => {
    const rig = await start(() => answer);

    expect(await search(rig)).toEqual(UNREACHABLE);
    expect(alertsOf(rig)).toEqual([expect.stringContaining(described) as unknown]);
    expect(alertsOf(rig)[0]).toMatch(/^protocolError: composeExtension\/query: /);
  });

  it('that asks for the same token again ends with the page', async () => {
    const rig = await start(() => signInAnswer('silentAuth'));

    expect(await search(rig)).toEqual(SIGN_IN);
    expect(rig.received).toHaveLength(2);
    expect(alertsOf(rig)).toEqual([
      'protocolError: composeExtension/query: the bot asks again for the token that it has just been sent.',
    ]);
  });
});

function previewOf(url: string): object {
  return {
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title: 'Bad', images: [{ url }] },
  };
}
