import { followUpQuestions, toFollowUps } from '../../src/bot/follow-ups';
import { anyCourse, openCourses, questionSchema, type Question } from '../../src/domain/question';
import { keysUnder, textsFor, type FollowUp } from '../../src/i18n/catalog';
import { understand } from '../../src/phrases/understand';

const at = { now: new Date('2026-11-17T12:00:00Z'), zone: 'UTC', locale: 'en-US' };
const known = Object.keys(followUpQuestions) as (keyof typeof followUpQuestions)[];
const FOR_MANAGERS: readonly FollowUp[] = ['myTeam', 'whoIsOverdue'];

const questions: readonly Question[] = [
  ...known.map((name): Question => followUpQuestions[name]),
  { intent: 'myCourses', filter: { ...anyCourse, text: 'excel' } },
  { intent: 'myCourses', filter: { ...openCourses, due: 'soon' } },
  { intent: 'courseDetails', text: 'gdpr' },
  { intent: 'teammateStatus', person: 'ben', filter: anyCourse },
  { intent: 'greeting' },
  { intent: 'feedback' },
  { intent: 'export' },
  { intent: 'signOut' },
  { intent: 'unknown' },
];
const cases = questions.flatMap((question) =>
  [true, false].flatMap((hasReports) =>
    [true, false].map((isNotice) => [JSON.stringify(question), question, { hasReports, isNotice }] as const),
  ),
);

describe('the suggestions after an answer', () => {
  it('cover every intent', () => {
    const intents = questionSchema.options.map(({ shape }) => shape.intent.value);

    expect(new Set(questions.map(({ intent }) => intent))).toEqual(new Set(intents));
  });

  it.each(cases)('after %s are at most three, and never the same again', (_, question, options) => {
    const suggested = toFollowUps(question, options);

    expect(suggested.length).toBeLessThanOrEqual(3);
    expect(new Set(suggested).size).toBe(suggested.length);
    for (const name of suggested) {
      expect(understand(textsFor('en').t(`phrase.${name}`), at)).not.toEqual(question);
      if (!options.hasReports) expect(FOR_MANAGERS).not.toContain(name);
    }
  });

  it.each(known)('know what %s asks', (name) => {
    expect(understand(textsFor('en').t(`phrase.${name}`), at)).toEqual(followUpQuestions[name]);
  });

  it('have a title in every language', () => {
    expect(
      keysUnder('followUp.')
        .map((key) => key.replace('followUp.', ''))
        .sort(),
    ).toEqual([...known].sort());
  });

  it.each<[string, Question, readonly FollowUp[]]>([
    ['what is overdue', followUpQuestions.overdue, ['dueThisWeek', 'required', 'myCourses']],
    ['one course', { intent: 'courseDetails', text: 'gdpr' }, ['myCourses', 'overdue', 'dueThisWeek']],
    ['a greeting', { intent: 'greeting' }, []],
  ])('fit %s', (_, question, expected) => {
    expect(toFollowUps(question, { hasReports: false, isNotice: false })).toEqual(expected);
  });

  it('after the team lead to who is overdue', () => {
    expect(toFollowUps(followUpQuestions.myTeam, { hasReports: true, isNotice: false })).toEqual([
      'whoIsOverdue',
      'myCourses',
    ]);
  });
});
