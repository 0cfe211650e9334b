import type { Graph } from '../../sandbox/graph/graph';
import type { World } from '../../sandbox/world/world';
import type { ContentRef } from '../../src/domain/course-activity';
import type { GraphAccess } from '../../src/domain/ports';
import { createLearningCatalog } from '../../src/graph/learning/learning-catalog';
import { createLearningRecords } from '../../src/graph/learning/learning-records';
import { clientFor } from './graph-access';
import { accessFor, batchSizesOf, startGraph } from './graph-of-world';

/** The number of simultaneous viewers that one shared card must support. */
const CROWD = 500;

let world: World;
let graph: Graph;
beforeEach(async () => {
  ({ world, graph } = await startGraph({ crowd: CROWD }));
});
afterEach(() => graph.close());

describe('a content shared by a crowd', () => {
  const featured = (): ContentRef => {
    const [providerId = '', contents = []] = [...world.contents][0] ?? [];
    return { providerId, contentId: String(contents[0]?.['id']) };
  };
  const viewers = (): GraphAccess[] => world.people.slice(-CROWD).map((person) => accessFor(world, person));

  it('is read once', async () => {
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    graph.settings.latencyMs = 50;

    const found = await Promise.all(viewers().map((access) => catalog.findSharedContent(access, featured())));

    expect(new Set(found.map((content) => content?.title))).toEqual(
      new Set(['Handling customer data safely']),
    );
    expect(batchSizesOf(graph)).toEqual([1]);
  });

  it('is read once more when the first who asks is refused', async () => {
    const catalog = createLearningCatalog({ client: clientFor(graph.baseUrl), cacheSize: 100 });
    Object.assign(graph.settings, { fault: 'forbidden', faultScope: 'contents', faultTimes: 'once' });

    const found = await Promise.all(viewers().map((access) => catalog.findSharedContent(access, featured())));

    expect(found.filter((content) => content === undefined)).toHaveLength(1);
    expect(batchSizesOf(graph)).toEqual([1, 1]);
  });

  it('needs one list of each viewer’s own activities', async () => {
    const records = createLearningRecords(clientFor(graph.baseUrl));

    const lists = await Promise.all(viewers().map((access) => records.listOwn(access)));

    expect(graph.requests).toHaveLength(CROWD);
    expect(lists.every(({ isComplete, activities }) => isComplete && activities.length >= 3)).toBe(true);
  });
});
