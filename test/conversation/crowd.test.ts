import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningWorld } from '../../sandbox/start-world';
import type { SearchHit, SearchView } from '../../sandbox/teams/extension-views';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import type { WireEntry } from '../../sandbox/wire-log';
import { eventually } from '../support/eventually';
import { findPersonId, shownText, startTestWorld } from '../support/local-world';

/** Enough to distinguish one call for all from one call each; bench/ measures larger crowds. */
const VIEWERS = 100;
const TYPISTS = 60;
/** A course that everyone may see and many have. */
const SHARED = 'Handling customer data safely';

// Allows for busy machines.
jest.setTimeout(60_000);

let world: RunningWorld;
/** Does not have the course, so no one has read it before it is shared. */
let sharer: TeamsClient;
let typists: readonly TeamsClient[];
let viewers: readonly TeamsClient[];

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US', crowd: TYPISTS + VIEWERS });
  const crowd = world.world.people.slice(-TYPISTS - VIEWERS).map(({ user }) => world.teams.client(user.id));
  sharer = world.teams.client(findPersonId(world, 'Haruka'));
  typists = crowd.slice(0, TYPISTS);
  viewers = crowd.slice(TYPISTS);
});

afterAll(async () => {
  await world.close();
});

/** The wire log's entries during the work. */
async function recordWire(work: () => Promise<void>): Promise<readonly WireEntry[]> {
  const entries: WireEntry[] = [];
  const stop = world.log.subscribe((entry) => entries.push(entry));
  await work();
  stop();
  return entries;
}

/** The most calls at the same time; each was recorded when it ended. */
function mostAtOnce(calls: readonly WireEntry[]): number {
  const changes = calls
    .map(({ at, ms }) => ({ end: Date.parse(at), start: Date.parse(at) - ms }))
    .flatMap(({ start, end }) => [
      { at: start, change: 1 },
      { at: end, change: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  return Math.max(...changes.map(({ change }) => (now += change)));
}

describe('a hundred viewers who refresh one shared card at once', () => {
  let channelId: string;
  let learners: ReadonlySet<unknown>;
  let calls: readonly WireEntry[];
  let refresh: (viewer: TeamsClient) => Promise<void>;

  beforeAll(async () => {
    // The bot has read no content yet.
    await world.bot?.restart();
    learners = findLearners();
    channelId = world.teams.conversations.find(({ name }) => name === 'Everybody')?.id ?? '';
    const card = await findCard();
    await sharer.share(channelId, card, '');
    const messageId = sharer.timeline(channelId).messages.at(-1)?.id ?? '';
    const { action } = card['refresh'] as { readonly action: { readonly verb: string } };
    refresh = (viewer) => viewer.press(messageId, action, 'automatic');

    calls = await recordWire(async () => {
      world.graph.settings.latencyMs = 600;
      await Promise.all(viewers.map(refresh));
      world.graph.settings.latencyMs = 0;
      // On a busy machine every turn may end before the content is read; one more viewer waits for it.
      await refresh(sharer);
    });
  });

  function findLearners(): ReadonlySet<unknown> {
    const [contents = []] = world.world.contents.values();
    const contentId = contents.find(({ title }) => title === SHARED)?.['id'];
    const own = world.world.activities.filter(({ learningContentId }) => learningContentId === contentId);
    return new Set(own.map(({ learnerUserId }) => learnerUserId));
  }

  /** Returns the card of the catalog's result; no one has read the content itself yet. */
  async function findCard(): Promise<SearchHit['card']> {
    return eventually('the course in the catalog', async () => {
      const view = await sharer.search(sharer.personalChatId, { commandId: 'catalog', text: SHARED });
      const [hit] = view.kind === 'results' ? view.hits : [];
      return hit?.preview.title === SHARED ? hit.card : undefined;
    });
  }

  it('need one content read, and at most one list and one token exchange each', () => {
    const toGraph = calls.filter(({ to }) => to === 'graph').map(({ title }) => title.replace(/\?.*/, ''));
    const exchanges = calls.filter(({ to }) => to === 'entra').length;
    const isList = (title: string): boolean => title.startsWith('GET /me/');
    const lists = toGraph.filter(isList);

    expect(toGraph.filter((title) => !isList(title))).toEqual(['POST /$batch (1 parts)']);
    expect(lists.length).toBeLessThanOrEqual(VIEWERS + 1);
    // The sharer is signed in already.
    expect(exchanges).toBeGreaterThanOrEqual(lists.length - 1);
    expect(exchanges).toBeLessThanOrEqual(VIEWERS + 1);
  });

  it('are read at the same time', () => {
    expect(mostAtOnce(calls.filter(({ to }) => to === 'graph'))).toBeGreaterThan(10);
  });

  it('each see their own status', async () => {
    const shownTo = (viewer: TeamsClient): string =>
      viewer.timeline(channelId).messages.map(shownText).join('\n');
    const onlyYou = 'Only you can see this.';
    // On a busy machine turns end at their deadline; those people refresh once more, one by one.
    for (const viewer of viewers) if (!shownTo(viewer).includes(onlyYou)) await refresh(viewer);

    for (const viewer of viewers) {
      expect(shownTo(viewer)).toContain(onlyYou);
      expect(shownTo(viewer).includes('Not in your courses.')).toBe(!learners.has(viewer.personId));
    }
  });
});

describe('the searches of sixty people while Graph is silent', () => {
  const TYPED = ['', 'p', 'ph', 'phi'];
  let processId: number | undefined;
  let views: readonly SearchView[];
  let calls: number;

  beforeAll(async () => {
    // Signs people in without a call to Graph: the bot does not ask for such an id.
    const noCourse = 'https://learn.contoso.example.com/courses/%07';
    for (const one of typists) await one.pasteLink(one.personalChatId, noCourse);
    processId = world.bot?.pid;
    world.graph.settings.fault = 'silence';
    world.graph.requests.length = 0;
    // Shorter than Graph's silence, and long enough for a busy machine; bench/ checks the four seconds.
    world.teams.timeouts.extensionMs = 15_000;

    views = (await Promise.all(typists.map(type))).flat();
    calls = world.graph.requests.length;
  });

  /** Types like a person, without waiting for answers between keystrokes. */
  async function type(client: TeamsClient, index: number): Promise<readonly SearchView[]> {
    await sleep(index * 16);
    return Promise.all(
      TYPED.map(async (text, keystroke) => {
        await sleep(keystroke * 200);
        return search(client, text);
      }),
    );
  }

  function search(client: TeamsClient, text: string): Promise<SearchView> {
    return client.search(client.personalChatId, { commandId: 'myCourses', text });
  }

  /** Whether the view shows courses, or says that there are no open ones. */
  function isServed(view: SearchView | undefined): boolean {
    return view !== undefined && view.kind !== 'error' && !JSON.stringify(view).includes('still loading');
  }

  it('are each answered while Graph is silent, with one call a person', () => {
    const text = 'Your courses are still loading. Keep typing, or try again in a moment.';
    expect(views).toEqual(views.map(() => ({ kind: 'message', text })));
    expect(calls).toBe(TYPISTS);
  });

  it('leave no open connection, no warning, and everyone served afterwards', async () => {
    world.graph.settings.fault = 'none';
    // A read is aborted after 8 s; the connection that `fetch` then still opens stays idle for another 4 s.
    for (let tries = 0; tries < 150 && (await world.graph.countConnections()) > 0; tries++) await sleep(200);
    const left = await world.graph.countConnections();

    const views = await Promise.all(typists.map((one) => search(one, '')));
    // People whom a busy machine has not served in time try again, as the sentence says.
    const waiting = typists.filter((_, index) => !isServed(views[index]));
    for (const one of waiting) views.push(await search(one, ''));
    const served = views.filter(isServed);

    expect(left).toBe(0);
    expect(served).toHaveLength(TYPISTS);
    expect(world.bot?.pid).toBe(processId);
    // Node writes warnings and unhandled rejections as plain text; the bot itself writes JSON.
    expect(world.bot?.logLines.filter((line) => !line.startsWith('{'))).toEqual([]);
  });
});
