import { createClock } from '../../sandbox/clock';
import { addHistory } from '../../sandbox/history';
import type { NewMessage } from '../../sandbox/teams/chat-store';
import { createConversations } from '../../sandbox/teams/conversations';
import type { SearchView } from '../../sandbox/teams/extension-views';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { loadWorld } from '../../sandbox/world/load-world';

const COURSE = 'Handling customer data safely';
const CARD = { type: 'AdaptiveCard' };
const FOUND: SearchView = {
  kind: 'results',
  hits: [
    { preview: { title: 'Another', text: '' }, card: {} },
    { preview: { title: COURSE, text: '' }, card: CARD },
  ],
};

interface Added extends NewMessage {
  readonly at: Date;
}

/** Adds the history with a bot that answers searches like this, one after the other. */
async function add(
  answers: readonly SearchView[],
  { startsAt = '2026-11-23T15:00:00Z', hasBot = true } = {},
): Promise<readonly Added[]> {
  const clock = createClock(startsAt);
  const world = loadWorld(clock);
  const added: Added[] = [];
  const left = [...answers];
  const client = {
    personalChatId: 'own',
    search: () => Promise.resolve(left.shift() ?? { kind: 'error', text: '' }),
  } as Partial<TeamsClient> as TeamsClient;
  await addHistory({
    clock,
    world,
    hasBot,
    teams: {
      conversations: createConversations(world),
      client: () => client,
      addEarlier: (message, at) => added.push({ ...message, at }),
    },
  });
  return added;
}

function cardsOf(added: readonly Added[]): readonly unknown[] {
  return added.flatMap(({ attachments }) => attachments.map(({ content }) => content));
}

describe('addHistory', () => {
  it.each([
    ['at once', [FOUND]],
    [
      'when the courses are loaded',
      [{ kind: 'results', hits: [] }, { kind: 'message', text: 'Wait.' }, FOUND],
    ],
  ] satisfies [string, SearchView[]][])('shares the card that the bot finds %s', async (_, answers) => {
    expect(cardsOf(await add(answers))).toEqual([CARD]);
  });

  it.each([
    ['the bot finds none', [], true],
    ['there is no bot', [FOUND], false],
  ] satisfies [string, SearchView[], boolean][])(
    'has the texts alone when %s',
    async (_, answers, hasBot) => {
      const added = await add(answers, { hasBot });

      expect(cardsOf(added)).toEqual([]);
      expect(added.length).toBeGreaterThan(10);
      expect(added.filter(({ text, authorId }) => text === '' || authorId === undefined)).toEqual([]);
    },
  );

  it.each(['2026-11-23T15:00:00Z', '2026-11-28T03:00:00Z', '2026-12-01T06:00:00Z'])(
    'is in order and before %s',
    async (startsAt) => {
      const times = (await add([FOUND], { startsAt })).map(({ at }) => at.toISOString());

      expect(times).toEqual([...times].sort());
      expect((times.at(-1) ?? '') < startsAt).toBe(true);
    },
  );
});
