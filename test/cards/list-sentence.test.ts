import { courseListCard } from '../../src/cards/course-list';
import { toListSentence } from '../../src/cards/list-sentence';
import type { CourseFilter } from '../../src/domain/question';
import { aCourse, aCourseList, openFilter } from './samples';

const overdue: CourseFilter = { ...openFilter, due: 'overdue' };
const anyRequired: CourseFilter = { ...openFilter, status: 'any', kind: 'required' };
const open = aCourse();
const done = aCourse({ status: 'completed' });

describe('the sentence before a list', () => {
  it.each([
    ['any', overdue, [open, open, open], 'Yes, 3 courses are overdue.'],
    ['any', overdue, [open], 'Yes, 1 course is overdue.'],
    ['any', overdue, [], 'No, nothing is overdue.'],
    [
      'any',
      { ...openFilter, due: 'thisWeek', kind: 'required' },
      [open],
      'Yes, 1 required course is due this week.',
    ],
    ['any', { ...openFilter, due: 'soon' }, [], 'No, nothing is due in the next 7 days.'],
    ['allFinished', anyRequired, [open, done, open], 'No, 2 required courses are still open.'],
    ['allFinished', anyRequired, [done, open], 'No, 1 required course is still open.'],
    ['allFinished', anyRequired, [done, done], 'Yes, you’ve finished all 2 required courses.'],
    ['allFinished', anyRequired, [done], 'Yes, you’ve finished your only required course.'],
    [
      'allFinished',
      anyRequired,
      [],
      'No required courses are on the list. Take a look at everything that’s open instead.',
    ],
  ] as const)('answers %s of %j', (...[asks, filter, courses, sentence]) => {
    const shown = courses.map((course) => ({ ...course, group: 'later' }) as const);
    const list = { asks, filter, selection: { courses: shown, asked: shown.length }, locale: 'en-US' };

    expect(toListSentence({ ...list, isWhole: true })).toBe(sentence);
    expect(toListSentence({ ...list, isWhole: false })).toBe(
      /^(?:Yes, \d|No, \d)/u.test(sentence)
        ? `${sentence} I couldn’t read your whole list, so there may be more.`
        : `I couldn’t read your whole list. In the part I could read: ${sentence}`,
    );
  });

  it.each([
    [1, 'Yes, 1 course is due this week.'],
    [0, 'No, but 2 courses are overdue.'],
  ])('counts %d of the week as the heading does, without what is overdue', (soon, sentence) => {
    const dueOn = (date: string) => aCourse({ due: { kind: 'day', date } });
    const late = [dueOn('2026-11-16'), dueOn('2026-11-16')];
    const filter: CourseFilter = { ...openFilter, due: 'thisWeek' };
    const list = aCourseList({ courses: [...late, ...[dueOn('2026-11-22')].slice(0, soon)], filter });

    expect(courseListCard.toData(list).heading).toBe(
      soon === 1 ? '1 course is due this week' : 'Nothing is due this week',
    );
    expect(toListSentence({ ...list, asks: 'any', isWhole: true })).toBe(sentence);
  });
});
