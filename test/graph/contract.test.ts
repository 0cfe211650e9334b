import type { Graph } from '../../sandbox/graph/graph';
import type { Person, World } from '../../sandbox/world/world';
import {
  contentKey,
  toContentRef,
  type ContentRef,
  type CourseActivity,
} from '../../src/domain/course-activity';
import type { GraphAccess } from '../../src/domain/ports';
import { createDirectory } from '../../src/graph/directory';
import { createLearningCatalog } from '../../src/graph/learning/learning-catalog';
import { createLearningRecords } from '../../src/graph/learning/learning-records';
import { accessFor, batchSizesOf, startGraph } from './graph-of-world';
import { clientFor } from './graph-access';

let world: World;
let graph: Graph;
beforeEach(async () => {
  ({ world, graph } = await startGraph());
});
afterEach(() => graph.close());

function person(name: string): Person {
  const found = world.people.find(({ user }) => user.displayName.includes(name));
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

function accessOf(name: string, signal?: AbortSignal): GraphAccess {
  return accessFor(world, person(name), signal);
}

async function list(name: string): Promise<readonly CourseActivity[]> {
  const records = createLearningRecords(clientFor(graph.baseUrl));
  const { activities } = await records.listOwn(accessOf(name));
  return activities;
}

async function refsOf(name: string): Promise<readonly ContentRef[]> {
  return (await list(name)).map(toContentRef).filter((ref) => ref !== undefined);
}

function batchSizes(): number[] {
  return batchSizesOf(graph);
}

describe('the list of one’s own activities', () => {
  it.each(['correct', 'metadata', 'none'] as const)('is whole with %s next links', async (nextLinkStyle) => {
    Object.assign(graph.settings, { nextLinkStyle, pageSize: 7 });

    const activities = await list('Amara');

    expect(new Set(activities.map(({ id }) => id)).size).toBe(40);
    expect(graph.requests).toHaveLength(6);
  });

  it('contains every kind and status, and no one else’s activities', async () => {
    const activities = [...(await list('Amara')), ...(await list('Ben Okafor'))];

    expect(new Set(activities.map(({ kind }) => kind))).toEqual(
      new Set(['required', 'recommended', 'peerRecommended', 'assigned', 'selfInitiated']),
    );
    expect(new Set(activities.map(({ status }) => status))).toEqual(
      new Set(['notStarted', 'inProgress', 'completed', 'unknown']),
    );
    expect(new Set(activities.map(({ learnerUserId }) => learnerUserId)).size).toBe(2);
  });

  it('loses no activity of any person', async () => {
    const names = world.people.filter(({ isLicensed }) => isLicensed).map(({ user }) => user.displayName);

    const counts = await Promise.all(names.map(async (name) => (await list(name)).length));

    const licensed = world.activities.filter(
      (activity) => world.findPerson(String(activity['learnerUserId']))?.isLicensed,
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(licensed.length);
  });

  it('is cut short, and says so, when the deadline ends it after a page', async () => {
    graph.settings.pageSize = 10;
    const deadline = new AbortController();
    let calls = 0;
    const ending: typeof fetch = (...request) => {
      if (++calls === 2) deadline.abort();
      return fetch(...request);
    };
    const records = createLearningRecords(clientFor(graph.baseUrl, { fetch: ending }));

    const { activities, isComplete } = await records.listOwn(accessOf('Amara', deadline.signal));

    expect(isComplete).toBe(false);
    expect(activities).toHaveLength(10);
  });

  it.each([
    ['forbidden', 'graphForbidden'],
    ['unlicensed', 'graphUnlicensed'],
    ['unauthorized', 'graphUnauthorized'],
    ['claimsChallenge', 'graphUnauthorized'],
    ['providerNotEnabled', 'graphProviderNotEnabled'],
    ['badRequest', 'graphBadRequest'],
    ['notFound', 'graphListNotFound'],
    ['methodNotAllowed', 'graphMethodNotAllowed'],
    ['throttledMinutes', 'graphThrottled'],
    ['throttledSeconds', 'graphThrottled'],
    ['unavailable', 'graphUnavailable'],
    ['serverError', 'graphServerError'],
    ['gateway', 'graphServerError'],
    ['malformed', 'graphContract'],
  ] as const)('throws on the fault %s', async (fault, kind) => {
    graph.settings.fault = fault;

    await expect(list('Amara')).rejects.toMatchObject({ kind });
  });

  it('throws when Graph does not answer', async () => {
    graph.settings.fault = 'silence';
    const records = createLearningRecords(clientFor(graph.baseUrl, { tryTimeoutMs: 100 }));

    await expect(records.listOwn(accessOf('Amara'))).rejects.toMatchObject({ kind: 'graphTimeout' });
  });

  it('throws without a license, and for permissions that cannot be granted', async () => {
    await expect(list('Wei')).rejects.toMatchObject({ kind: 'graphUnlicensed' });

    graph.settings.ownListNeeds = 'delegatedReadAll';

    await expect(list('Amara')).rejects.toMatchObject({ kind: 'graphForbidden' });
  });
});

describe('a single activity', () => {
  it('is found by its id, even with a colon, and only by its learner', async () => {
    const records = createLearningRecords(clientFor(graph.baseUrl));
    const composite = (await list('Amara')).find(({ id }) => id.includes(':'));

    const found = await records.findOwn(accessOf('Amara'), composite?.id ?? '');
    const foreign = await records.findOwn(accessOf('Ben Okafor'), composite?.id ?? '');

    expect(found).toEqual(composite);
    expect(foreign).toBeUndefined();
  });
});

describe('an activity by its external id', () => {
  it.each(['externalCourseActivityId', 'externalcourseActivityId'] as const)(
    'is found when the key is spelled %s, and only by its learner',
    async (alternateKey) => {
      graph.settings.alternateKey = alternateKey;
      const records = createLearningRecords(clientFor(graph.baseUrl));
      const quoted = (await list('Ben Okafor')).find(({ externalId }) => externalId?.includes("'"));
      const { providerId = '', externalId = '' } = quoted ?? {};

      const found = await records.findOwnByExternalId(accessOf('Ben Okafor'), providerId, externalId);
      const foreign = await records.findOwnByExternalId(accessOf('Amara'), providerId, externalId);
      const unknown = await records.findOwnByExternalId(accessOf('Amara'), providerId, 'ACT-0');

      expect(quoted).toBeDefined();
      expect(found).toEqual(quoted);
      expect([foreign, unknown]).toEqual([undefined, undefined]);
    },
  );
});

describe('a content by its external id', () => {
  it.each(['fb/negotiation 1', 'fb/español', "NW-O'NEIL"])('is found: %s', async (externalId) => {
    const [providerId = '', wire] =
      [...world.contents]
        .flatMap(([provider, contents]) => contents.map((content) => [provider, content] as const))
        .find(([, content]) => content['externalId'] === externalId) ?? [];
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });

    const found = await catalog.findContentByExternalId(accessOf('Amara'), providerId, externalId);

    expect(found?.contentId).toBe(wire?.['id']);
  });
});

describe('the list of a provider’s contents', () => {
  async function titlesOf(providerId: string): Promise<string[]> {
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    const titles: string[] = [];
    for await (const page of catalog.listContents(accessOf('Amara'), providerId)) {
      titles.push(...page.map(({ title }) => title));
    }
    return titles;
  }

  it.each(['correct', 'metadata', 'none'] as const)(
    'is whole with %s next links, over more pages than a learner’s list may have',
    async (nextLinkStyle) => {
      Object.assign(graph.settings, { nextLinkStyle, pageSize: 1 });
      const [providerId = '', known = []] = [...world.contents][0] ?? [];
      const many = Array.from({ length: 60 }, (_, index) => ({
        ...known[0],
        id: `${index}`,
        title: `${index}`,
      }));
      Object.assign(world, { contents: new Map([[providerId, many]]) });

      expect(await titlesOf(providerId)).toEqual(many.map(({ title }) => title));
    },
  );

  it('leaves out contents that are not searchable, and throws for an unreadable provider', async () => {
    const [, fabrikam = '', , litware = ''] = world.providers.map(({ provider }) => provider.id);

    const titles = await titlesOf(fabrikam);

    expect(titles).toHaveLength((world.contents.get(fabrikam)?.length ?? 0) - 1);
    await expect(titlesOf(litware)).rejects.toMatchObject({ kind: 'graphForbidden' });
  });
});

describe('contents', () => {
  it('come in two batches for 25 contents, and from the cache the second time', async () => {
    const refs = await refsOf('Amara');
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });

    const { contents } = await catalog.findContents(accessOf('Amara'), refs);
    expect(batchSizes()).toEqual([20, 5]);
    // One provider cannot be read.
    expect(contents.size).toBe(24);

    const { contents: again } = await catalog.findContents(accessOf('Amara'), refs);
    expect(batchSizes()).toEqual([20, 5]);
    expect(again).toEqual(contents);
  });

  it('are read once for concurrent questions of one user', async () => {
    const refs = await refsOf('Amara');
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });

    const answers = await Promise.all(
      Array.from({ length: 32 }, () => catalog.findContents(accessOf('Amara'), refs)),
    );

    expect(batchSizes()).toEqual([20, 5]);
    expect(answers.map(({ contents }) => contents.size)).toEqual(answers.map(() => 24));
  });

  it('are never given to a user who may not read them', async () => {
    const refs = await refsOf('Amara');
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    await catalog.findContents(accessOf('Amara'), refs);
    Object.assign(graph.settings, { fault: 'forbidden', faultScope: 'contents' });

    const { contents: ben } = await catalog.findContents(accessOf('Ben Okafor'), refs);
    const { contents: amara } = await catalog.findContents(accessOf('Amara'), refs);

    expect(ben.size).toBe(0);
    expect(amara.size).toBe(24);
  });

  it('are complete after a transient failure of one part', async () => {
    const refs = await refsOf('Amara');
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    Object.assign(graph.settings, { fault: 'serverError', faultScope: 'contents', faultTimes: 'once' });

    const { contents } = await catalog.findContents(accessOf('Amara'), refs);

    expect(contents.size).toBe(24);
    expect(batchSizes()).toEqual([20, 5, 1]);
  });

  it('are returned as far as loaded at the deadline', async () => {
    const refs = await refsOf('Amara');
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    await catalog.findContents(accessOf('Amara'), refs.slice(0, 5));
    graph.settings.fault = 'silence';

    const { contents } = await catalog.findContents(accessOf('Amara', AbortSignal.timeout(100)), refs);

    expect(contents.size).toBe(5);
  });

  it('are read in full after another question ran out of time', async () => {
    const refs = await refsOf('Amara');
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    graph.settings.latencyMs = 150;

    const [hurried, patient] = await Promise.all([
      catalog.findContents(accessOf('Amara', AbortSignal.timeout(50)), refs),
      catalog.findContents(accessOf('Amara'), refs),
    ]);

    expect(hurried).toEqual({ contents: new Map(), missing: { reason: 'notInTime' } });
    expect(patient.contents.size).toBe(24);
    // One provider is refused.
    expect(patient.missing).toEqual({ reason: 'refused' });
  });

  it('are parsed for every title and quirk of the local world', async () => {
    const refs = world.providers.flatMap(({ provider }) =>
      (world.contents.get(provider.id) ?? []).map((content) => ({
        providerId: provider.id,
        contentId: String(content['id']),
      })),
    );
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });

    const { contents } = await catalog.findContents(accessOf('Ben Okafor'), refs);

    expect(refs).toHaveLength(60);
    expect(contents.size).toBe(54);
    expect(refs.map(contentKey)).toEqual(expect.arrayContaining([...contents.keys()]));
  });
});

describe('names', () => {
  it('of providers and people are read', async () => {
    const client = clientFor(graph.baseUrl);
    const provider = world.providers[0]?.provider;
    const catalog = createLearningCatalog({ client, cacheSize: 100 });

    expect(await catalog.findProviderName(accessOf('Amara'), provider?.id ?? '')).toBe('Contoso Academy');
    expect(
      await createDirectory(client).findDisplayName(accessOf('Amara'), person('Katherine').user.id),
    ).toBe('Katherine Walsh');
  });
});
