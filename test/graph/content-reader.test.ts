import type { GraphAccess } from '../../src/domain/ports';
import { GraphError } from '../../src/graph/errors';
import type { GraphClient } from '../../src/graph/client/graph-request';
import { createLearningCatalog } from '../../src/graph/learning/learning-catalog';
import { access, clientFor, id } from './graph-access';

const ref = { providerId: id(70), contentId: id(50) };

function person(name: string, signal = AbortSignal.timeout(10_000)): GraphAccess {
  return access({ userId: name, graphToken: name, signal });
}

function crowd(size: number): GraphAccess[] {
  return Array.from({ length: size }, (_, index) => person(`person ${index}`));
}

interface HeldGraph {
  readonly client: GraphClient;
  /** The users whose tokens were used, in order. */
  readonly readers: string[];
  /** The most reads at the same time. */
  readonly busiest: () => number;
}

/** A fake Graph that, after a delay, returns the content to the users that the test chooses. */
function graphFor(statusFor: (name: string) => number | 'throttled' | 'busy', latencyMs = 5): HeldGraph {
  const readers: string[] = [];
  let reading = 0;
  let busiest = 0;
  const client: GraphClient = {
    ...clientFor('http://127.0.0.1:9/v1.0'),
    send: async ({ access: { graphToken, signal } }) => {
      readers.push(graphToken);
      busiest = Math.max(busiest, ++reading);
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, latencyMs);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new GraphError('graphServerError'));
        });
      }).finally(() => reading--);
      const status = statusFor(graphToken);
      if (status === 'busy') throw new GraphError('graphThrottled');
      if (status === 'throttled') throw new GraphError('graphThrottled', { waitMs: 180_000 });
      const body = status === 200 ? { title: 'Course 50' } : { error: { code: 'x', message: 'x' } };
      return { responses: [{ id: '0', status, body }] };
    },
  };
  return { client, readers, busiest: () => busiest };
}

function catalogOf({ client }: HeldGraph): ReturnType<typeof createLearningCatalog> {
  return createLearningCatalog({ client, cacheSize: 100 });
}

describe('findSharedContent', () => {
  it('reads once for concurrent and later callers', async () => {
    const graph = graphFor(() => 200);
    const catalog = catalogOf(graph);

    const answers = await Promise.all(crowd(500).map((viewer) => catalog.findSharedContent(viewer, ref)));
    const late = await catalog.findSharedContent(person('late'), ref);

    expect(new Set([...answers, late])).toEqual(new Set([expect.objectContaining({ title: 'Course 50' })]));
    expect(graph.readers).toHaveLength(1);
  });

  it('returns what another user got before, even after a refusal', async () => {
    const graph = graphFor((name) => (name === 'ann' ? 200 : 403));
    const catalog = catalogOf(graph);
    await catalog.findContents(person('ann'), [ref]);
    await catalog.findContents(person('ben'), [ref]);

    expect(await catalog.findSharedContent(person('ben'), ref)).toMatchObject({ title: 'Course 50' });
    expect(graph.readers).toEqual(['ann', 'ben']);
  });

  it('does not give access to the content itself', async () => {
    const graph = graphFor((name) => (name === 'ann' ? 200 : 403));
    const catalog = catalogOf(graph);
    await catalog.findSharedContent(person('ann'), ref);
    await catalog.findSharedContent(person('ben'), ref);

    expect((await catalog.findContents(person('ben'), [ref])).contents.size).toBe(0);
  });

  it('stays within the tenant', async () => {
    const graph = graphFor((name) => (name === 'ann' ? 200 : 403));
    const catalog = catalogOf(graph);
    await catalog.findSharedContent(person('ann'), ref);

    const stranger = { ...person('stranger'), tenantId: id(81) };

    expect(await catalog.findSharedContent(stranger, ref)).toBeUndefined();
    expect(graph.readers).toEqual(['ann', 'stranger']);
  });

  it.each([403, 404])('lets the next user try when the first is refused with %i', async (status) => {
    const graph = graphFor((name) => (name === 'person 0' ? status : 200));
    const catalog = catalogOf(graph);

    const answers = await Promise.all(crowd(500).map((viewer) => catalog.findSharedContent(viewer, ref)));

    expect(answers.filter((content) => content === undefined)).toHaveLength(1);
    expect(graph.readers).toEqual(['person 0', 'person 1']);
  });

  it('asks once per user, concurrently, when everyone is refused', async () => {
    const graph = graphFor(() => 404, 50);
    const catalog = catalogOf(graph);

    const answers = await Promise.all(crowd(50).map((viewer) => catalog.findSharedContent(viewer, ref)));

    expect(answers.every((content) => content === undefined)).toBe(true);
    expect(new Set(graph.readers).size).toBe(50);
    expect(graph.readers).toHaveLength(50);
    expect(graph.busiest()).toBeGreaterThan(25);
  });

  it('does not ask again for a user who was just refused', async () => {
    const graph = graphFor(() => 403);
    const catalog = catalogOf(graph);

    await catalog.findSharedContent(person('ann'), ref);
    await catalog.findSharedContent(person('ann'), ref);

    expect(graph.readers).toEqual(['ann']);
  });

  it('stops asking when Graph fails, until the next call', async () => {
    let status: 200 | 'throttled' = 'throttled';
    const graph = graphFor(() => status);
    const catalog = catalogOf(graph);

    const answers = await Promise.all(crowd(500).map((viewer) => catalog.findSharedContent(viewer, ref)));
    expect(answers.every((content) => content === undefined)).toBe(true);
    expect(graph.readers).toHaveLength(1);

    status = 200;
    expect(await catalog.findSharedContent(person('late'), ref)).toMatchObject({ title: 'Course 50' });
  });

  it('reads again after a moment when Graph is busy and names no time', async () => {
    const statuses = ['busy', 200] as const;
    const graph = graphFor(() => statuses[graph.readers.length - 1] ?? 200);

    expect(await catalogOf(graph).findSharedContent(person('ann'), ref)).toMatchObject({
      title: 'Course 50',
    });
    expect(graph.readers).toEqual(['ann', 'ann']);
  });

  it('ends for the user whose time is over and continues for the others', async () => {
    const graph = graphFor(() => 200, 100);
    const catalog = catalogOf(graph);

    const [hurried, patient] = await Promise.all([
      catalog.findSharedContent(person('hurried', AbortSignal.timeout(20)), ref),
      catalog.findSharedContent(person('patient'), ref),
    ]);

    expect(hurried).toBeUndefined();
    expect(patient).toMatchObject({ title: 'Course 50' });
    expect(graph.readers).toEqual(['hurried']);
  });

  it('gives up a hanging read after 10 s, so that the next call reads again', async () => {
    jest.useFakeTimers();
    const graph = graphFor(() => 200, 60_000);
    const catalog = catalogOf(graph);
    const endless = new AbortController().signal;

    const first = catalog.findSharedContent(person('first', endless), ref);
    await jest.advanceTimersByTimeAsync(10_000);
    void catalog.findSharedContent(person('second', endless), ref);
    await jest.advanceTimersByTimeAsync(0);
    jest.useRealTimers();

    expect(await first).toBeUndefined();
    expect(graph.readers).toEqual(['first', 'second']);
  });

  it('reads nothing for a user without time left', async () => {
    const graph = graphFor(() => 200);

    expect(
      await catalogOf(graph).findSharedContent(person('late', AbortSignal.abort()), ref),
    ).toBeUndefined();
    expect(graph.readers).toHaveLength(0);
  });
});
