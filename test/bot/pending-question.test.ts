import fc from 'fast-check';
import { parseSignInId, toSignInId, type PendingQuestion } from '../../src/bot/sign-in/pending-question';

const now = new Date('2026-11-23T09:00:00Z');
const pending: PendingQuestion = {
  question: {
    intent: 'myCourses',
    filter: { status: 'open', due: 'overdue', kind: 'required', text: 'sécurité ~ 情報' },
  },
  askedAt: new Date('2026-11-23T08:59:30Z'),
  attempt: 1,
  hasSeenPage: true,
};

function idOf(carried: unknown): string {
  const json = typeof carried === 'string' ? carried : JSON.stringify(carried);
  return `00000000-0000-4000-8000-000000000001~${Buffer.from(json).toString('base64url')}`;
}

describe('parseSignInId', () => {
  it('returns the question in the id', () => {
    expect(parseSignInId(toSignInId(pending), now)).toEqual(pending);
  });

  it.each<PendingQuestion['question']>([
    { intent: 'unknown' },
    { intent: 'courseDetails', text: 'act-20931', typed: 'ACT-20931' },
  ])('returns the typed phrase with %j', (question) => {
    const typed = { ...pending, question, phrase: 'What’s New in Excel' };

    expect(parseSignInId(toSignInId(typed), now)).toEqual(typed);
  });

  it('accepts a different id for each attempt', () => {
    expect(toSignInId(pending)).not.toBe(toSignInId(pending));
  });

  it.each([
    ['a six-digit code', '123456'],
    ['an id without a question', '00000000-0000-4000-8000-000000000001~'],
    ['invalid JSON', idOf('{"q"')],
    ['an unknown intent', idOf({ q: { intent: 'deleteEverything' }, at: 0, n: 1 })],
    ['an invalid filter', idOf({ q: { intent: 'myCourses', filter: { status: 'all' } }, at: 0, n: 1 })],
    ['a text that is too long', idOf({ q: { intent: 'courseDetails', text: 'x'.repeat(301) }, at: 0, n: 1 })],
    ['a phrase that is too long', idOf({ q: { intent: 'unknown' }, p: 'x'.repeat(201), at: 0, n: 1 })],
    ['a third attempt', idOf({ q: { intent: 'courseDetails', text: 'gdpr' }, at: 0, n: 3 })],
  ])('refuses %s', (_, id) => {
    expect(parseSignInId(id, now)).toBeUndefined();
  });

  it.each([
    ['the future', '2026-11-23T09:00:01Z'],
    ['long ago', '2026-11-23T08:00:00Z'],
  ])('treats a question from %s as asked now', (_, askedAt) => {
    const id = toSignInId({ ...pending, askedAt: new Date(askedAt) });

    expect(parseSignInId(id, now)?.askedAt).toEqual(now);
  });

  it('never throws, whatever the client sends', () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        parseSignInId(text, now);
        expect(parseSignInId(idOf(json), now)).toBeUndefined();
      }),
    );
  });
});
