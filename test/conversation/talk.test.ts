import type { RunningWorld } from '../../sandbox/start-world';
import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
import { eventually } from '../support/eventually';
import {
  actionsOf,
  alertsOf,
  ask,
  findPersonId,
  lastReply,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

let world: RunningWorld;
/** Has no reports. */
let amara: TeamsClient;
let katherine: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
  amara = world.teams.client(findPersonId(world, 'Amara'));
  katherine = world.teams.client(findPersonId(world, 'Katherine'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  Object.assign(world.graph.settings, { fault: 'none', faultScope: 'everything' });
});

const titlesOf = (client: TeamsClient): readonly string[] =>
  (lastReply(client).suggestions ?? []).map(({ title }) => title);
const buttonsOf = (client: TeamsClient): readonly unknown[] =>
  actionsOf(lastReply(client)).map(({ title }) => title);

/** The bot's log lines about feedback so far. */
function feedbackLines(): readonly Readonly<Record<string, unknown>>[] {
  return (world.bot?.logLines ?? [])
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'feedback')
    .map(({ reaction, intent, outcome }) => ({ reaction, intent, outcome }));
}

describe('a question that failed', () => {
  it.each(['badRequest', 'notFound', 'serverError', 'gateway', 'malformed'] satisfies readonly FaultName[])(
    'is asked again by the one button of its notice: %s',
    async (fault) => {
      world.graph.settings.fault = fault;
      await ask(amara, 'required courses');
      const messages = amara.timeline(amara.personalChatId).messages.length;
      expect(buttonsOf(amara)).toEqual(['Try again']);

      await pressOn(amara, 'question/ask', 'Try again');
      expect(buttonsOf(amara)).toEqual(['Try again']);
      world.graph.settings.fault = 'none';
      const answer = await pressOn(amara, 'question/ask', 'Try again');

      expect(shownText(answer)).toMatch(/required/i);
      expect(actionsOf(answer, 'course/open').length).toBeGreaterThan(0);
      expect(amara.timeline(amara.personalChatId).messages).toHaveLength(messages);
      expect(alertsOf(amara)).toEqual([]);
    },
  );

  it.each(['providerNotEnabled', 'unlicensed', 'methodNotAllowed'] satisfies readonly FaultName[])(
    'leads to the contact when only an admin can help: %s',
    async (fault) => {
      world.graph.settings.fault = fault;
      const notice = await ask(amara, 'required courses');

      expect(shownText(notice)).toContain('Ask an admin ↗');
      expect(buttonsOf(amara)).toEqual([]);
    },
  );

  it('leads to the approval page when permission is missing', async () => {
    world.graph.settings.fault = 'forbidden';

    expect(shownText(await ask(amara, 'my courses'))).toContain('Open approval page ↗');
  });

  it('finds what was typed on the person’s own lists when it is asked again', async () => {
    world.graph.settings.fault = 'serverError';
    await ask(amara, 'Code of conduct 2026');
    world.graph.settings.fault = 'none';

    expect(shownText(await pressOn(amara, 'question/ask'))).toContain('Code of conduct 2026');
  });

  it('is asked only by its asker, with data that can be read', async () => {
    // Nothing is kept of an earlier answer.
    await ask(katherine, 'sign out');
    world.graph.settings.fault = 'serverError';
    await ask(katherine, 'my team');
    const [again] = actionsOf(lastReply(katherine), 'question/ask');
    if (again === undefined) throw new Error('The notice has no button.');
    world.graph.settings.fault = 'none';
    await ask(amara, 'my courses');

    await amara.press(lastReply(amara).id, again);
    expect(shownText(lastReply(amara))).toContain('belongs to someone else');
    for (const question of [{ intent: 'signOut' }, { intent: 'nothing' }, undefined]) {
      await amara.press(lastReply(amara).id, { ...again, data: { learner: amara.personId, question } });
      expect(shownText(lastReply(amara))).toContain('This button has expired');
    }
    await ask(amara, 'what is overdue?');
    expect(lastReply(amara).signIn).toBeUndefined();
  });
});

describe('a button that failed', () => {
  it('offers itself again in place of the card, and no success', async () => {
    const list = await ask(amara, 'my courses');
    const [row] = actionsOf(list, 'course/open');
    if (row === undefined) throw new Error('The list has no row.');
    world.graph.settings.fault = 'serverError';

    await amara.press(list.id, row);
    expect(shownText(lastReply(amara))).toContain('went wrong in Viva Learning');
    expect(actionsOf(lastReply(amara))).toMatchObject([
      { title: 'Try again', verb: row.verb, data: row.data },
    ]);
    world.graph.settings.fault = 'none';

    expect(shownText(await pressOn(amara, 'course/open'))).toContain(textsFor('en').t('course.back'));
    expect(alertsOf(amara)).toEqual([]);
  });
});

describe('what is suggested after an answer', () => {
  it.each([
    ['what is overdue?', ['Due this week', 'Required courses', 'My courses']],
    ['my courses', ['What’s overdue?', 'Due this week', 'Completed courses']],
    ['tell me about code of conduct 2026', ['My courses', 'What’s overdue?', 'Due this week']],
    ['tell me about zeppelins', ['My courses', 'What’s overdue?', 'What can I ask?']],
    ['help', []],
    ['sign out', []],
  ])('fits “%s”', async (question, titles) => {
    await ask(amara, question);

    expect(titlesOf(amara)).toEqual(titles);
    expect(alertsOf(amara)).toEqual([]);
  });

  it('names the team only to managers, and is understood', async () => {
    await ask(katherine, 'my team');
    expect(titlesOf(katherine)).toEqual(['Who’s overdue?', 'My courses']);
    const [first] = lastReply(katherine).suggestions ?? [];

    await ask(katherine, first?.text ?? '');
    expect(titlesOf(katherine)).toEqual(['My team', 'My courses']);
  });
});

describe('thumbs under an answer', () => {
  const SECRET = 'the word zanzibar is in my comment';

  it('are counted once by what was asked and how it was answered, without the comment', async () => {
    const before = feedbackLines().length;
    const answer = await ask(amara, 'what is overdue?');
    expect(answer.feedback).toBe('none');
    await amara.giveFeedback(answer.id, 'dislike', SECRET);
    await amara.giveFeedback(answer.id, 'dislike', SECRET);
    const notice = await ask(amara, 'tell me about zeppelins');
    await amara.giveFeedback(notice.id, 'like', SECRET);

    const lines = await eventually('two lines', () => {
      const added = feedbackLines().slice(before);
      return added.length === 2 ? added : undefined;
    });
    expect(lines).toEqual([
      { reaction: 'dislike', intent: 'myCourses', outcome: 'answer' },
      { reaction: 'like', intent: 'courseDetails', outcome: 'notice' },
    ]);
    expect(lastReply(amara).feedback).toBe('like');
    expect((world.bot?.logLines ?? []).join('\n')).not.toContain('zanzibar');
    expect(alertsOf(amara)).toEqual([]);
  });

  it.each(['help', 'hi', 'send feedback', 'sign out'])('are not asked for after “%s”', async (text) => {
    expect((await ask(amara, text)).feedback).toBeUndefined();
  });

  it.each<[string, { readonly replyToId: string; readonly actionValue?: object; readonly counted: number }]>([
    ['an unknown message', { actionValue: { reaction: 'like' }, replyToId: 'no-such-message', counted: 1 }],
    ['an unknown reaction', { actionValue: { reaction: 'love' }, replyToId: 'x', counted: 0 }],
    ['no reaction', { replyToId: 'x', counted: 0 }],
    [
      'a huge comment',
      { actionValue: { reaction: 'like', feedback: 'x'.repeat(50_000) }, replyToId: 'huge', counted: 1 },
    ],
    [
      'an object as comment',
      { actionValue: { reaction: 'like', feedback: { feedbackText: 'x' } }, replyToId: 'object', counted: 1 },
    ],
  ])('are answered for %s', async (what, { actionValue, replyToId, counted }) => {
    const before = feedbackLines().length;
    const give = (value: object | undefined, id: string): Promise<unknown> =>
      world.teams.sendRaw({
        type: 'invoke',
        name: 'message/submitAction',
        value: { actionName: 'feedback', actionValue: value },
        replyToId: id,
        text: undefined,
      });

    const answer = await give(actionValue, replyToId);
    await give({ reaction: 'dislike' }, `after ${what}`);

    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    const lines = await eventually('the line of the next thumb', () => {
      const added = feedbackLines().slice(before);
      return added.some(({ reaction }) => reaction === 'dislike') ? added : undefined;
    });
    expect(lines.map(({ reaction }) => reaction)).toEqual([
      ...Array<string>(counted).fill('like'),
      'dislike',
    ]);
    for (const line of lines) expect(line).toMatchObject({ intent: 'other', outcome: 'other' });
  });

  it('are not taken from a sender whose token is not Teams’', async () => {
    const before = feedbackLines().length;

    const answer = await world.teams.sendRaw(
      {
        type: 'invoke',
        name: 'message/submitAction',
        value: { actionName: 'feedback', actionValue: { reaction: 'like' } },
      },
      'forged',
    );

    expect(answer).toMatchObject({ status: 401 });
    expect(feedbackLines()).toHaveLength(before);
  });
});

describe('the conversation around the cards', () => {
  it('greets with three lines, and lists the team only to managers who ask for help', async () => {
    const greeting = shownText(await ask(amara, 'hi'));
    expect(greeting).toContain('Hi, I’m Coursemate');
    expect(greeting).toContain('license');
    await ask(katherine, 'my courses');

    expect(shownText(await ask(katherine, 'what can I ask?'))).toContain('Your team');
    expect(shownText(await ask(amara, 'help'))).not.toContain('Your team');
  });

  it('says whom to tell', async () => {
    expect(shownText(await ask(amara, 'report a problem'))).toMatch(
      /Tell the people who run Coursemate.*\nContact us ↗/,
    );
  });

  it('says what it recognized of what it did not understand', async () => {
    const shown = shownText(await ask(amara, 'paint my overdue bicycle'));

    expect(shown).toContain('I recognized “overdue”');
    expect(shown).toContain('What’s overdue?');
  });
});
