import type { Turn } from '../../src/bot/turn';
import { readActionData } from '../../src/bot/surfaces/card-audience';
import { textFor } from '../../src/text/text-for';
import { ADA, BEN, TENANT } from './bot-rig';

const ANY = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
const { notice, team } = textFor('en-US');

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

const UNUSABLE: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['no object', 'my-courses'],
  ['nobody named', { filter: ANY, page: 1, activity: 'one' }],
  ['somebody named who has no such id', { learner: 'ada', manager: 'ada', filter: ANY, page: 1 }],
  ['no filter', { learner: ADA, manager: ADA, page: 1 }],
  ['a filter of another shape', { learner: ADA, manager: ADA, filter: { ...ANY, status: 'late' }, page: 1 }],
  ['a page before the first', { learner: ADA, manager: ADA, filter: ANY, page: 0 }],
  ['a page that is no number', { learner: ADA, manager: ADA, filter: ANY, page: '1' }],
];

describe('a learner’s own card', () => {
  const data = { learner: ADA, filter: ANY, page: 2 };

  it('returns the action’s data to its learner', () => {
    expect(readActionData('my-courses/page', aTurn(), data)).toEqual(data);
    expect(readActionData('course/open', aTurn(), { ...data, activity: 'one' })).toEqual({
      ...data,
      activity: 'one',
    });
  });

  it('accepts its learner in any case of the id', () => {
    const shouted = { ...data, learner: ADA.toUpperCase() };

    expect(readActionData('my-courses/page', aTurn(), shouted)).toMatchObject({ filter: ANY, page: 2 });
  });

  it('can be used by its learner in a group, too', () => {
    expect(readActionData('my-courses/page', aTurn({ isPersonalChat: false }), data)).toEqual(data);
  });

  it('is refused to everyone else', () => {
    expect(readActionData('my-courses/page', aTurn({ userId: BEN }), data)).toBe(notice.foreignCard);
  });

  it.each(UNUSABLE)('is unknown with %s', (_, unusable) => {
    expect(readActionData('my-courses/page', aTurn(), unusable)).toBe(notice.unknownAction);
  });

  it('is refused in the language of the user who clicked', () => {
    const { notice: german } = textFor('de-DE');

    expect(readActionData('my-courses/page', aTurn({ locale: 'de-DE', userId: BEN }), data)).toBe(
      german.foreignCard,
    );
  });
});

describe('the data of one verb', () => {
  const place = { learner: ADA, manager: ADA, filter: ANY, page: 1 };

  it.each([
    ['course/open', place],
    ['course/open', { ...place, activity: '' }],
    ['course/open', { ...place, activity: 'x'.repeat(301) }],
    ['teammate/open', { manager: ADA, filter: ANY, page: 1 }],
    ['team/course', { ...place, course: 'x'.repeat(301) }],
    ['shared-course/view', { provider: 'p', content: 'c' }],
    ['shared-course/view', { provider: 'p', content: 'c', ticket: 'x'.repeat(101) }],
  ] as const)('%s is refused as %j', (verb, data) => {
    expect(readActionData(verb, aTurn(), data)).toBe(notice.unknownAction);
  });
});

describe('a manager’s card', () => {
  const data = { manager: ADA, filter: ANY, page: 1, learner: BEN, activity: 'one' };

  it('returns the action’s data to its manager', () => {
    expect(readActionData('teammate/course', aTurn(), data)).toEqual(data);
  });

  it('accepts its manager in any case of the id', () => {
    const shouted = { ...data, manager: ADA.toUpperCase() };

    expect(readActionData('teammate/course', aTurn(), shouted)).toMatchObject({
      learner: BEN,
      activity: 'one',
    });
  });

  it('is refused to everyone else, including the teammate it shows', () => {
    expect(readActionData('teammate/course', aTurn({ userId: BEN }), data)).toBe(notice.foreignCard);
  });

  it('is refused to its manager outside their personal chat', () => {
    expect(readActionData('teammate/course', aTurn({ isPersonalChat: false }), data)).toBe(
      team.personalChatOnly,
    );
  });

  it.each(UNUSABLE)('is unknown with %s', (_, unusable) => {
    expect(readActionData('teammate/course', aTurn(), unusable)).toBe(notice.unknownAction);
  });
});
