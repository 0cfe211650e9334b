import type { RunningWorld } from '../../sandbox/start-world';
import type { SearchView } from '../../sandbox/teams/extension-views';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { findPersonId, searchWhole, startTestWorld } from '../support/local-world';

let world: RunningWorld;
let client: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ busyLearner: 500 });
  client = world.teams.client(findPersonId(world, 'Lotta'));
});

afterAll(async () => {
  await world.close();
});

function search(text: string): Promise<SearchView> {
  return searchWhole(client, { commandId: 'myCourses', text });
}

describe('the message extension of a learner with 500 activities', () => {
  let opened: SearchView;
  let typed: readonly SearchView[];
  let callsAtOpening: RunningWorld['graph']['requests'];
  let callsWhileTyping: RunningWorld['graph']['requests'];

  beforeAll(async () => {
    opened = await search('');
    callsAtOpening = world.graph.requests.splice(0);
    const word = 'security';
    const views: SearchView[] = [];
    for (let length = 1; length <= word.length; length++) views.push(await search(word.slice(0, length)));
    typed = views;
    callsWhileTyping = world.graph.requests.splice(0);
  });

  it('opens with one token exchange, one paged list and full batches of contents', () => {
    const batches = callsAtOpening.flatMap(({ batch }) => batch?.length ?? []);
    const pages = callsAtOpening.filter(({ path }) => path.startsWith('/me/'));

    expect(opened.kind === 'results' && opened.hits).toHaveLength(25);
    expect(world.entra.requests).toMatchObject([{ grant: 'on_behalf_of', status: 200 }]);
    expect(pages).toHaveLength(500 / world.graph.settings.pageSize);
    expect(batches).toEqual(Array.from({ length: 25 }, () => 20));
    expect(callsAtOpening).toHaveLength(pages.length + batches.length);
  });

  it('answers eight keystrokes without a call', () => {
    expect(typed.map((view) => view.kind === 'results' && view.hits.length)).toEqual(typed.map(() => 25));
    expect(callsWhileTyping).toEqual([]);
    expect(world.entra.requests).toHaveLength(1);
  });
});
