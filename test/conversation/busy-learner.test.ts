import type { RunningWorld } from '../../sandbox/start-world';
import type { SearchView } from '../../sandbox/teams/extension-views';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { findPersonId, startTestWorld } from '../support/local-world';

let world: RunningWorld;
let client: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ busyLearner: 500 });
  client = world.teams.client(findPersonId(world, 'Lotta'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  world.graph.requests.length = 0;
});

function search(text: string): Promise<SearchView> {
  return client.search(client.personalChatId, { commandId: 'myCourses', text });
}

describe('the message extension of somebody with 500 activities', () => {
  it('opens with one exchange, one list page by page, and the contents in full batches', async () => {
    const view = await search('');

    const batches = world.graph.requests.flatMap(({ batch }) => batch?.length ?? []);
    const pages = world.graph.requests.filter(({ path }) => path.startsWith('/me/'));
    expect(view.kind === 'results' && view.hits).toHaveLength(25);
    expect(world.entra.requests).toMatchObject([{ grant: 'on_behalf_of', status: 200 }]);
    expect(pages).toHaveLength(500 / world.graph.settings.pageSize);
    expect(batches).toEqual(Array.from({ length: 25 }, () => 20));
    expect(world.graph.requests).toHaveLength(pages.length + batches.length);
  });

  it('answers each of eight keystrokes without a call', async () => {
    const typed = 'security';
    const views: SearchView[] = [];
    for (let length = 1; length <= typed.length; length++) views.push(await search(typed.slice(0, length)));

    expect(views.map((view) => view.kind === 'results' && view.hits.length)).toEqual(views.map(() => 25));
    expect(world.graph.requests).toEqual([]);
    expect(world.entra.requests).toHaveLength(1);
  });
});
