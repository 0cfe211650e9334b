import {
  courseCountHeading,
  courseListHeading,
  emptyListSentence,
  emptyListText,
} from '../../src/i18n/filter-text';
import type { CourseFilter } from '../../src/domain/question';

const english = { locale: 'en-US' };
const any: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

describe('courseListHeading', () => {
  it('names the filter', () => {
    const filter: CourseFilter = { ...any, status: 'open', due: 'overdue', kind: 'required' };

    expect(courseListHeading(filter, english)).toBe('Overdue required courses');
  });
});

describe('courseCountHeading', () => {
  it.each([
    [3, { status: 'open', due: 'overdue' }, '3 courses are overdue'],
    [1, { status: 'open', due: 'overdue', kind: 'required' }, '1 required course is overdue'],
    [2, { status: 'open', due: 'tomorrow' }, '2 courses are due tomorrow'],
    [6, { status: 'open', kind: 'required' }, '6 required courses are open'],
    [1, { status: 'notStarted', due: 'thisWeek' }, '1 course is due this week and not started yet'],
    [24, {}, '24 courses are on the list'],
    [1200, { status: 'completed' }, '1,200 courses are finished'],
    [0, {}, 'No courses yet'],
    [0, { status: 'open' }, 'Nothing is open'],
    [0, { due: 'thisWeek' }, 'Nothing is due this week'],
    [0, { status: 'open', due: 'thisWeek', kind: 'required' }, 'No required courses are due this week'],
    [0, { kind: 'selfInitiated' }, 'No self-started courses are on the list'],
    [0, { status: 'completed' }, 'No courses are finished yet'],
  ] as const)('of %i with %j is "%s"', (count, asked, heading) => {
    expect(courseCountHeading({ ...any, ...asked }, count, english)).toBe(heading);
  });

  it.each([
    ['de', 1, '1 empfohlener Kurs ist diese Woche fällig'],
    ['de', 3, '3 empfohlene Kurse sind diese Woche fällig'],
    ['fr', 1, '1 cours recommandé à échéance cette semaine'],
    ['fr', 3, '3 cours recommandés à échéance cette semaine'],
    ['es', 1, '1 curso recomendado que vence esta semana'],
    ['es', 3, '3 cursos recomendados que vencen esta semana'],
    ['ja', 3, '今週が期限の推奨コースが 3 件あります'],
    ['ar', 1, 'دورة واحدة موصى بها مستحقة هذا الأسبوع'],
    ['ar', 2, 'دورتان موصى بهما مستحقتان هذا الأسبوع'],
    ['ar', 3, '3 دورات موصى بها مستحقة هذا الأسبوع'],
    ['ar', 11, '11 دورة موصى بها مستحقة هذا الأسبوع'],
  ])('agrees with the number in %s: %i', (locale, count, heading) => {
    const filter = { status: 'open', due: 'thisWeek', kind: 'recommended' } as const;

    expect(courseCountHeading(filter, count, { locale })).toBe(heading);
  });
});

describe('emptyListText', () => {
  it.each([
    [{}, 'No courses yet. New assignments will show up here.'],
    [{ status: 'open' }, 'Nothing is open. You’re all caught up.'],
    [{ text: 'yoga' }, 'You don’t have any courses matching “yoga”.'],
  ] as const)('of %j is "%s"', (asked, text) => {
    expect(emptyListText({ ...any, ...asked }, english)).toBe(text);
  });
});

describe('emptyListSentence', () => {
  const other = 'Take a look at everything that’s open instead.';

  it.each([
    [{}, 'New assignments will show up here.'],
    [{ status: 'open' }, 'You’re all caught up.'],
    [{ status: 'completed' }, 'Each one you finish will show up here.'],
    [{ due: 'overdue' }, 'Nice work!'],
    [{ status: 'open', due: 'overdue', kind: 'required' }, 'Nice work!'],
    [{ status: 'open', kind: 'required' }, 'Nice work!'],
    [{ status: 'open', due: 'soon' }, 'You’re on track.'],
    [{ due: 'today' }, 'You’re on track.'],
    [{ due: 'today', kind: 'required' }, other],
    [{ due: 'tomorrow' }, other],
    [{ status: 'inProgress' }, other],
    [{ status: 'completed', due: 'soon' }, other],
    [{ kind: 'required' }, other],
    [{ text: 'yoga' }, 'You don’t have any courses matching “yoga”.'],
  ] as const)('of %j is "%s"', (asked, sentence) => {
    expect(emptyListSentence({ ...any, ...asked }, english)).toBe(sentence);
  });
});
