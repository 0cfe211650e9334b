import fc from 'fast-check';
import type { SearchHit } from '../../sandbox/teams/extension-views';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
import {
  ask,
  findPersonId,
  alertsOf,
  searchWhole,
  shareLinkOf,
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
  world.graph.requests.length = 0;
});

function person(givenName: string): TeamsClient {
  return world.teams.client(findPersonId(world, givenName));
}

function channelOf(client: TeamsClient): string {
  const channel = client.conversations().find(({ type }) => type === 'channel');
  if (channel === undefined) throw new Error('There is no channel.');
  return channel.id;
}

async function findHit(client: TeamsClient, text: string): Promise<SearchHit> {
  const view = await searchWhole(client, { commandId: 'myCourses', text });
  const hit = view.kind === 'results' ? view.hits[0] : undefined;
  if (hit === undefined) throw new Error(`Nothing found for ${text}.`);
  return hit;
}

/** The newest message of the channel, as this person sees it. */
function newestFor(client: TeamsClient): string {
  const message = client.timeline(channelOf(client)).messages.at(-1);
  return message === undefined ? '' : shownText(message);
}

describe('a course shared into a channel', () => {
  /** A card that no one has refreshed yet. */
  beforeEach(async () => {
    const amara = person('Amara');
    await amara.share(channelOf(amara), (await findHit(amara, 'phishing')).card, 'Worth a look');
  });

  it('shows each viewer their own status and no one else’s', async () => {
    const amara = person('Amara');
    const viewers = (
      [
        ['Amara', textsFor('en').t('sharedCourse.own', { status: '' })],
        ['Jonas', textsFor('de').t('sharedCourse.notYours')],
        ['Haruka', textsFor('ja').t('sharedCourse.notYours')],
        ['Priya', textsFor('en').t('sharedCourse.notYours')],
      ] as const
    ).map(([name, status]) => ({ viewer: person(name), status }));
    const hit = await findHit(amara, 'phishing');
    expect(JSON.stringify(hit.card)).not.toMatch(
      /In progress|Not started|Completed|Your status:|on your list/,
    );

    await Promise.all(viewers.map(({ viewer }) => viewer.open(channelOf(viewer))));

    for (const { viewer, status } of viewers) {
      expect(newestFor(viewer)).toContain(status);
      expect(alertsOf(viewer)).toEqual([]);
    }
    expect(newestFor(person('Tomás'))).not.toMatch(/Your status:|Tu estado:|Only you|Solo tú/);
  });

  it('never shows one person’s status to another, in any order of refreshes and sign-outs', async () => {
    const amara = person('Amara');
    const people = ['Amara', 'Jonas', 'Haruka'].map(person);
    await amara.share(channelOf(amara), (await findHit(amara, 'code of conduct')).card, '');
    const expected = new Map<TeamsClient, string>();
    for (const one of people) {
      await one.open(channelOf(one));
      expected.set(one, newestFor(one));
    }

    const step = fc.record({ who: fc.nat(people.length - 1), signsOut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        await Promise.all(
          steps.map(async ({ who, signsOut }) => {
            const one = people[who] ?? amara;
            if (signsOut) await ask(one, 'sign out');
            await one.open(channelOf(one));
          }),
        );
        for (const one of people) expect(newestFor(one)).toBe(expected.get(one));
      }),
      { numRuns: 8 },
    );
  });

  it('offers the sign-in page to a viewer who has not consented, and shows their status after it', async () => {
    const sofia = person('Sofia');
    world.entra.revokeConsent(sofia.personId);
    await ask(sofia, 'sign out');
    await sofia.open(channelOf(sofia));
    const message = sofia.timeline(channelOf(sofia)).messages.at(-1);
    const link = message?.signIn?.link ?? '';
    expect(newestFor(sofia)).not.toContain('Only you can see this');

    world.entra.consent(sofia.personId);
    await sofia.completeSignIn(message?.id ?? '', new URL(link).searchParams.get('ctx') ?? '');

    expect(newestFor(sofia)).toContain('Not in your courses.');
    expect(newestFor(person('Jonas'))).not.toContain('Sofia');
  });

  it('shows no title and no status on a forged card of another course', async () => {
    const amara = person('Amara');
    const hidden = world.world.providers.find(({ isReadable }) => !isReadable)?.provider.id ?? '';
    const message = amara.timeline(channelOf(amara)).messages.at(-1);
    const data = {
      provider: hidden,
      content: '00000000-0000-4000-8000-00000000dead',
      ticket: 'x'.repeat(43),
    };

    await amara.press(message?.id ?? '', { verb: 'shared-course/view', data });

    expect(newestFor(amara)).toContain('Not in your courses.');
  });

  it.each([undefined, {}, { provider: 1 }, { provider: 'a', content: 'b' }])(
    'answers data like %j with a sentence',
    async (data) => {
      const amara = person('Amara');
      const message = amara.timeline(channelOf(amara)).messages.at(-1);

      await amara.press(message?.id ?? '', { verb: 'shared-course/view', data });

      expect(newestFor(amara)).toContain('This button has expired');
    },
  );
});

describe('the card of a course', () => {
  it('carries the app’s icon, which the bot serves', async () => {
    const { card } = await findHit(person('Amara'), 'phishing');
    const address = /"url":"([^"]*\/icon\.png)"/.exec(JSON.stringify(card))?.[1] ?? '';

    const icon = await fetch(address);

    expect(icon.status).toBe(200);
    expect(icon.headers.get('content-type')).toBe('image/png');
  });

  it('has a next step for those who have the course, and for those who do not', async () => {
    const amara = person('Amara');
    await amara.share(channelOf(amara), (await findHit(amara, 'code of conduct')).card, '');
    const firstButtonOf = async (client: TeamsClient): Promise<string | undefined> => {
      await client.open(channelOf(client));
      const shown = JSON.stringify(client.timeline(channelOf(client)).messages.at(-1));
      return /"type":"Action\.OpenUrl","title":"([^"]*)","style":"positive"/.exec(shown)?.[1];
    };

    expect(await firstButtonOf(amara)).toBe(textsFor('en').t('course.start'));
    expect(await firstButtonOf(person('Haruka'))).toBe(
      textsFor('ja').t('sharedCourse.openIn', { provider: 'Contoso Academy' }),
    );
  });
});

describe('links of courses', () => {
  it('from the Share button unfurl into the neutral card, for colleagues too', async () => {
    const link = await shareLinkOf(person('Amara'));

    for (const client of [person('Amara'), person('Jonas')]) {
      const view = await client.pasteLink(channelOf(client), link);
      expect(view).toMatchObject({ kind: 'card', preview: { title: 'Code of conduct 2026' } });
    }
  });

  it('lead a browser to a page about the course, without personal data', async () => {
    const link = await shareLinkOf(person('Amara'));

    const page = await (await fetch(link)).text();
    const forged = await (await fetch(link.replace(/u=[^&]+/, 'u=https%3A%2F%2Fevil.example.com'))).text();

    expect(page).toContain('<h1 dir="auto">Code of conduct 2026</h1>');
    expect(page).toContain('Open in Contoso Academy');
    expect(page).toMatch(
      /teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:[\w-]+&amp;message=Code%20of%20conduct%202026"/,
    );
    expect(page).not.toMatch(/Amara|Not started|In progress|overdue|Due /);
    expect(forged).not.toContain('evil.example.com');
  });

  it('carry no title that someone else wrote', async () => {
    const link = new URL(await shareLinkOf(person('Amara')));
    link.searchParams.set('d', Buffer.from('["Free money","",""]').toString('base64url'));

    const page = await (await fetch(link)).text();

    expect(page).not.toMatch(/Free money|Code of conduct/);
    expect(page).toContain('Paste its link into a chat in Teams');
  });

  it('of a configured provider unfurl by external id', async () => {
    const client = person('Amara');

    const view = await client.pasteLink(
      channelOf(client),
      'https://learn.contoso.example.com/courses/SEC-102',
    );

    expect(view).toMatchObject({
      kind: 'card',
      preview: { title: expect.stringContaining('Phishing') as string },
    });
  });

  it('unfurl without the app, anonymously and without a call', async () => {
    const client = person('Priya');
    const link = await shareLinkOf(person('Amara'));
    world.graph.requests.length = 0;
    world.entra.requests.length = 0;
    client.hasApp = false;

    const view = await client.pasteLink(channelOf(client), link);

    client.hasApp = true;
    expect(view).toMatchObject({
      kind: 'card',
      preview: { title: 'Code of conduct 2026' },
    });
    expect(JSON.stringify(view)).toContain('Add Coursemate to see your status.');
    expect(JSON.stringify(view)).not.toContain('Action.Execute');
    expect(world.graph.requests).toEqual([]);
    expect(world.entra.requests).toEqual([]);
  });

  it.each([
    'https://learn.contoso.example.com/about',
    "https://learn.contoso.example.com/courses/x'%20or%201%20eq%201",
    'https://learn.contoso.example.com/courses/%2e%2e%2fusers',
  ])('that match no course stay links: %s', async (link) => {
    const client = person('Amara');

    expect(await client.pasteLink(channelOf(client), link)).toEqual({ kind: 'none' });
  });
});
