import type { Turn } from '../../src/bot/turn';
import { readActionData } from '../../src/bot/read-action-data';
import { textsFor } from '../../src/i18n/catalog';
import { ADA, BEN, TENANT } from './bot-rig';

const ANY = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
const { t } = textsFor('en-US');

function aTurn(changes: Partial<Turn> = {}): Turn {
  const now = new Date('2026-11-23T09:00:00Z');
  return {
    id: 'TURNTURN',
    userId: ADA,
    tenantId: TENANT,
    locale: 'en-US',
    zone: 'UTC',
    isPersonalChat: true,
    now,
    askedAt: now,
    signal: new AbortController().signal,
    ...changes,
  };
}

const INVALID: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a string', 'my-courses'],
  ['no user', { filter: ANY, page: 1, activity: 'one' }],
  ['a user id that is not a GUID', { learner: 'ada', manager: 'ada', filter: ANY, page: 1 }],
  ['no filter', { learner: ADA, manager: ADA, page: 1 }],
  ['an invalid filter', { learner: ADA, manager: ADA, filter: { ...ANY, status: 'late' }, page: 1 }],
  ['page 0', { learner: ADA, manager: ADA, filter: ANY, page: 0 }],
  ['a page that is not a number', { learner: ADA, manager: ADA, filter: ANY, page: '1' }],
];

describe('a learner’s own card', () => {
  const data = { learner: ADA, filter: ANY, page: 2 };

  it('returns the data to its learner', () => {
    expect(readActionData('my-courses/page', aTurn(), data)).toEqual(data);
    expect(readActionData('course/open', aTurn(), { ...data, activity: 'one' })).toEqual({
      ...data,
      activity: 'one',
    });
  });

  it('ignores the case of the learner’s id', () => {
    const uppercase = { ...data, learner: ADA.toUpperCase() };

    expect(readActionData('my-courses/page', aTurn(), uppercase)).toMatchObject({ filter: ANY, page: 2 });
  });

  it('accepts its learner in a group chat', () => {
    expect(readActionData('my-courses/page', aTurn({ isPersonalChat: false }), data)).toEqual(data);
  });

  it('refuses everyone else', () => {
    expect(readActionData('my-courses/page', aTurn({ userId: BEN }), data)).toBe(t('notice.foreignCard'));
  });

  it.each(INVALID)('refuses %s', (_, invalid) => {
    expect(readActionData('my-courses/page', aTurn(), invalid)).toBe(t('notice.unknownAction'));
  });

  it('refuses in the sender’s language', () => {
    expect(readActionData('my-courses/page', aTurn({ locale: 'de-DE', userId: BEN }), data)).toBe(
      textsFor('de-DE').t('notice.foreignCard'),
    );
  });
});

describe('the data of one verb', () => {
  const list = { learner: ADA, manager: ADA, filter: ANY, page: 1 };

  it.each([
    ['course/open', list],
    ['course/open', { ...list, activity: '' }],
    ['course/open', { ...list, activity: 'x'.repeat(301) }],
    ['teammate/open', { manager: ADA, filter: ANY, page: 1 }],
    ['team/course', { ...list, course: 'x'.repeat(301) }],
    ['shared-course/view', { provider: 'p', content: 'c' }],
    ['shared-course/view', { provider: 'p', content: 'c', ticket: 'x'.repeat(101) }],
  ] as const)('%s refuses %j', (verb, data) => {
    expect(readActionData(verb, aTurn(), data)).toBe(t('notice.unknownAction'));
  });
});

describe('a manager’s card', () => {
  const data = { manager: ADA, filter: ANY, page: 1, learner: BEN, activity: 'one' };

  it('returns the data to its manager', () => {
    expect(readActionData('teammate/course', aTurn(), data)).toEqual(data);
  });

  it('ignores the case of the manager’s id', () => {
    const uppercase = { ...data, manager: ADA.toUpperCase() };

    expect(readActionData('teammate/course', aTurn(), uppercase)).toMatchObject({
      learner: BEN,
      activity: 'one',
    });
  });

  it('refuses everyone else, including the teammate it shows', () => {
    expect(readActionData('teammate/course', aTurn({ userId: BEN }), data)).toBe(t('notice.foreignCard'));
  });

  it('refuses its manager outside their personal chat', () => {
    expect(readActionData('teammate/course', aTurn({ isPersonalChat: false }), data)).toBe(
      t('team.personalChatOnly'),
    );
  });

  it.each(INVALID)('refuses %s', (_, invalid) => {
    expect(readActionData('teammate/course', aTurn(), invalid)).toBe(t('notice.unknownAction'));
  });
});
