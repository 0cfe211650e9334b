import type { MessageView } from '../../sandbox/teams/timeline';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
import {
  actionsOf,
  ask,
  lastReply,
  pressOn,
  searchWhole,
  shownText,
  startTestWorld,
} from '../support/local-world';

const { t: ar } = textsFor('ar-SA');
/** English words that cards and sentences use; names of people, courses and products are not among them. */
const ENGLISH = /\b(your|you|due|overdue|courses|open|completed|refresh|required|of|the)\b/iu;

let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld();
});

afterAll(async () => {
  await world.close();
});

/** A person in the local world whose Teams is in that language. */
function reader(language: string): TeamsClient {
  const person = world.world.people.find(({ locale }) => locale.startsWith(language));
  if (person === undefined) throw new Error(`Nobody reads ${language}.`);
  return world.teams.client(person.user.id);
}

function cardOf({ attachments }: MessageView): Readonly<Record<string, unknown>> {
  return (attachments.at(-1)?.content ?? {}) as Readonly<Record<string, unknown>>;
}

describe('a conversation in Arabic', () => {
  it('begins with a greeting in Arabic', async () => {
    const client = reader('ar');

    await client.install(client.personalChatId);

    expect(cardOf(lastReply(client))).toMatchObject({ lang: 'ar', rtl: true });
    expect(shownText(lastReply(client))).toContain(ar('help.headings.greeting'));
  });

  it('runs right to left and understands English questions', async () => {
    const client = reader('ar');

    const list = await ask(client, 'what is due this month?');

    expect(cardOf(list)).toMatchObject({ lang: 'ar', rtl: true });
    expect(shownText(list)).toContain('دورتان مستحقتان هذا الشهر');
    expect(actionsOf(list, 'my-courses/refresh')[0]?.title).toBe(ar('courseList.refresh'));
  });

  it('isolates titles that run left to right', async () => {
    const client = reader('ar');

    const list = await ask(client, 'all my courses');

    const titles = shownText(list)
      .split('\n')
      .filter((line) => /^[\u2068]?[A-Za-z]{3}/u.test(line));
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toMatch(/^\u2068[^\u2068\u2069]+\u2069(?:، [^A-Za-z]+)?$/u);
  });

  it('opens a course in Arabic', async () => {
    const client = reader('ar');
    await ask(client, 'my courses');

    const course = await pressOn(client, 'course/open');

    expect(cardOf(course)).toMatchObject({ lang: 'ar', rtl: true });
    expect(actionsOf(course, 'my-courses/page')[0]?.title).toBe(ar('course.back'));
  });

  it('says in Arabic that questions must be in English, and suggests some', async () => {
    const client = reader('ar');

    const help = await ask(client, 'ما هي دوراتي؟');

    expect(shownText(help)).toContain(ar('help.intros.notUnderstood'));
    expect(JSON.stringify(cardOf(help))).toContain('"value":"what is overdue?"');
  });

  it('explains a failure in Arabic', async () => {
    const client = reader('ar');
    world.graph.settings.fault = 'forbidden';

    const reply = await ask(client, 'my courses');

    world.graph.settings.fault = 'none';
    expect(shownText(reply)).toContain(ar('faults.graphForbidden'));
    expect(shownText(reply)).toMatch(/المرجع: \u2068[A-Z2-9]{8}\u2069/u);
  });

  it('has no English words besides titles and names', async () => {
    const client = reader('ar');

    const list = await ask(client, 'my courses');

    const own = shownText(list).replace(/\u2068[^\u2069]*\u2069/gu, '');
    expect(own.split('\n').filter((line) => ENGLISH.test(line))).toEqual([]);
  });
});

describe('the language of a shared card', () => {
  it('is the language of the person who searches', async () => {
    const [german, japanese] = [reader('de'), reader('ja')];
    const find = async (client: TeamsClient): Promise<Readonly<Record<string, unknown>>> => {
      const view = await searchWhole(client, { commandId: 'catalog', text: '' });
      const hit = view.kind === 'results' ? view.hits.at(-1) : undefined;
      return hit?.card ?? {};
    };

    const [germanCard, japaneseCard] = [await find(german), await find(japanese)];

    expect(germanCard).toMatchObject({ lang: 'de', rtl: false });
    expect(JSON.stringify(germanCard)).toContain(textsFor('de').t('sharedCourse.heading'));
    expect(japaneseCard).toMatchObject({ lang: 'ja' });
    expect(JSON.stringify(japaneseCard)).toContain(textsFor('ja').t('sharedCourse.heading'));
  });
});

describe('a language without a catalog', () => {
  it('is answered in English, with dates in the format of its country', async () => {
    const client = reader('nb');

    const list = await ask(client, 'all my courses');

    expect(cardOf(list)).toMatchObject({ lang: 'en', rtl: false });
    expect(shownText(list)).toMatch(/^\d{1,2} [A-Z][a-z]{2}$/mu);
  });
});
