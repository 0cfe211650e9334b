import type { CourseActivity } from '../../src/domain/course-activity';
import { findCurrent, findSiblings, isSameContent } from '../../src/domain/current-activity';
import { aCourse, PROVIDER } from '../support/courses';

const at = { now: new Date('2026-11-25T12:00:00Z'), zone: 'UTC' };
const contentId = '00000000-0000-4000-8002-00000000c0c0';

/** An activity for the same content each time. */
function aYear(name: string, activity: Partial<CourseActivity>) {
  return aCourse(name, { contentId, ...activity });
}

const lastYear = aYear('last year’s', { status: 'completed', completedDateTime: '2025-11-20T10:00:00Z' });
const earlier = aYear('an earlier one', { status: 'completed', completedDateTime: '2024-11-20T10:00:00Z' });
const undated = aYear('completed some day', { status: 'completed' });
const tomorrow = aYear('due tomorrow', { due: { kind: 'day', date: '2026-11-26' } });
const overdue = aYear('overdue', { due: { kind: 'day', date: '2026-11-20' } });
const started = aYear('started', { status: 'inProgress' });
const unknown = aYear('of unknown status', { status: 'unknown' });
const assignedLate = aYear('assigned in October', { assignedDateTime: '2026-10-01T08:00:00Z' });
const assignedEarly = aYear('assigned in May', { assignedDateTime: '2026-05-01T08:00:00Z' });

describe('findCurrent', () => {
  it.each([
    ['due tomorrow', [lastYear, tomorrow]],
    ['overdue', [tomorrow, overdue, lastYear]],
    ['due tomorrow', [started, tomorrow]],
    ['started', [unknown, started]],
    ['of unknown status', [lastYear, unknown]],
    ['assigned in October', [assignedEarly, assignedLate]],
    ['last year’s', [earlier, lastYear, undated]],
    ['completed some day', [undated]],
  ])('finds the one that is %s', (title, courses) => {
    expect(findCurrent(courses, at)?.content?.title).toBe(title);
    expect(findCurrent([...courses].reverse(), at)?.content?.title).toBe(title);
  });

  it('finds none among different contents, and none among none', () => {
    expect(findCurrent([tomorrow, aCourse('Another course')], at)).toBeUndefined();
    expect(findCurrent([], at)).toBeUndefined();
  });
});

describe('isSameContent', () => {
  const renewed = (providerId: string) =>
    aCourse('Phishing', { providerId }, { externalId: 'SEC-120', providerId });

  it('goes by the content’s ids, whatever their letters', () => {
    const other = aCourse('Phishing', { contentId: contentId.toUpperCase() });

    expect(isSameContent(tomorrow, other)).toBe(true);
    expect(isSameContent(tomorrow, aCourse('Phishing'))).toBe(false);
  });

  it('goes by the provider’s own id when the content was published anew', () => {
    expect(isSameContent(renewed(PROVIDER), renewed(PROVIDER))).toBe(true);
    expect(isSameContent(renewed(PROVIDER), renewed('another provider'))).toBe(false);
  });

  it('goes by the provider’s id of the activity', () => {
    const first = aCourse('Phishing', { externalId: 'ACT-1' });

    expect(isSameContent(first, aCourse('Phishing', { externalId: 'act-1' }))).toBe(true);
    expect(isSameContent(first, aCourse('Phishing', { externalId: 'ACT-2' }))).toBe(false);
  });
});

describe('findSiblings', () => {
  it('lists the others for the same content, the latest completed before earlier ones', () => {
    const list = [earlier, aCourse('Another course'), lastYear, tomorrow, overdue];

    const titles = findSiblings(tomorrow, list, at).map(({ content }) => content?.title);

    expect(titles).toEqual(['overdue', 'last year’s', 'an earlier one']);
  });
});
