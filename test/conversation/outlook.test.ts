import type { RunningWorld } from '../../sandbox/start-world';
import type { SearchHit } from '../../sandbox/teams/extension-views';
import type { OutlookClient } from '../../sandbox/teams/outlook-client';
import { eventually } from '../support/eventually';
import { ask, findPersonId, shownText, startTestWorld } from '../support/local-world';

let world: RunningWorld;

afterEach(() => {
  world.entra.requests.length = 0;
});

function outlookOf(givenName: string): OutlookClient {
  return world.teams.outlook(findPersonId(world, givenName));
}

describe('Outlook without its channel in BOT_CHANNELS', () => {
  beforeAll(async () => {
    world = await startTestWorld({ locale: 'en-US' });
  });

  afterAll(() => world.close());

  it('is refused before anyone is asked to sign in', async () => {
    const outlook = outlookOf('Amara');
    const statuses: number[] = [];
    world.log.subscribe(({ to, status }) => to === 'bot' && statuses.push(status));

    const view = await outlook.search({ commandId: 'myCourses', text: '' });

    expect(statuses).toEqual([401]);
    expect(view.kind).toBe('error');
    expect(world.entra.requests).toEqual([]);
  });
});

describe('Outlook with its channel in BOT_CHANNELS', () => {
  beforeAll(async () => {
    world = await startTestWorld({
      locale: 'en-US',
      extraBotEnv: { BOT_CHANNELS: 'msteams,m365extensions' },
    });
  });

  afterAll(() => world.close());

  /** Asks again while the catalog is loading. */
  async function findHit(outlook: OutlookClient, commandId: string, text: string): Promise<SearchHit> {
    return eventually(`a hit for ${text}`, async () => {
      const view = await outlook.search({ commandId, text });
      return view.kind === 'results' ? view.hits[0] : undefined;
    });
  }

  function newestMailOf(outlook: OutlookClient): string {
    const mail = outlook.mailbox().messages.at(-1);
    return mail === undefined ? '' : shownText(mail);
  }

  it.each([
    ['myCourses', 'Amara'],
    ['catalog', 'Jonas'],
  ])('signs in silently and searches in %s', async (commandId, givenName) => {
    const outlook = outlookOf(givenName);
    await ask(world.teams.client(outlook.personId), 'sign out');
    world.entra.requests.length = 0;

    const hit = await findHit(outlook, commandId, 'phishing');

    expect(hit.preview.title).toMatch(/Phishing/);
    expect(world.entra.requests).toMatchObject([{ personId: outlook.personId, status: 200 }]);
    expect(outlook.mailbox().alerts).toEqual([]);
  });

  it('unfurls a link', async () => {
    const link = 'https://learn.contoso.example.com/courses/SEC-102';

    const view = await outlookOf('Amara').pasteLink(link);

    expect(view).toMatchObject({
      kind: 'card',
      preview: { title: expect.stringMatching('Phishing') as string },
    });
  });

  it('offers the sign-in page to someone who has not consented, and continues after it', async () => {
    const outlook = outlookOf('Sofia');
    const view = await outlook.search({ commandId: 'myCourses', text: '' });
    if (view.kind !== 'signIn') throw new Error(`No sign-in but ${view.kind}`);
    const state = new URL(view.link).searchParams.get('ctx') ?? '';

    world.entra.consent(outlook.personId);

    expect((await outlook.completeSearchSignIn(state)).kind).toMatch(/results|message/);
    expect(outlook.mailbox().alerts).toEqual([]);
  });

  it('shows each reader of a mail their own status, even when the card names no reader', async () => {
    const amara = outlookOf('Amara');
    const { card } = await findHit(amara, 'myCourses', 'phishing');
    const namesNobody = { ...card, refresh: { ...(card['refresh'] as object), userIds: [] } };
    const readers = [amara, outlookOf('Jonas')];

    await Promise.all(readers.map((reader) => reader.readMail(namesNobody)));

    for (const reader of readers) {
      expect(newestMailOf(reader)).toContain('Only you can see this');
      expect(reader.mailbox().alerts).toEqual([]);
    }
    expect(newestMailOf(amara)).not.toBe(newestMailOf(readers[1] ?? amara));
  });

  it('shows the sign-in button to a reader who has not consented', async () => {
    const { card } = await findHit(outlookOf('Amara'), 'myCourses', 'phishing');
    const reader = outlookOf('Haruka');
    world.entra.revokeConsent(reader.personId);

    await reader.readMail(card);

    expect(reader.mailbox().messages.at(-1)?.signIn?.state).toBe('needed');
    expect(newestMailOf(reader)).not.toContain('Only you can see this');
  });
});
