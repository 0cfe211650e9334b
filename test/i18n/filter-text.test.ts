import { textsFor } from '../../src/i18n/catalog';
import { courseListHeading, emptyListText } from '../../src/i18n/filter-text';
import type { CourseFilter } from '../../src/domain/question';
import { filters } from './samples';

const english = { locale: 'en-US' };
const any: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

describe('courseListHeading', () => {
  it('names the filter', () => {
    const filter: CourseFilter = { ...any, status: 'open', due: 'overdue', kind: 'required' };

    expect(courseListHeading(filter, english)).toBe('Overdue required courses');
  });
});

describe('emptyListText', () => {
  it.each([
    [{}, 'You don’t have any courses yet. New assignments will show up here.'],
    [{ status: 'open' }, 'Nothing’s open right now. You’re all caught up.'],
    [
      { status: 'completed' },
      'You haven’t completed any courses yet. Each one you finish will show up here.',
    ],
    [{ due: 'overdue' }, 'Nothing’s overdue. Nice work!'],
    [{ status: 'open', due: 'overdue' }, 'Nothing’s overdue. Nice work!'],
    [{ status: 'open', due: 'soon' }, 'Nothing’s due in the next 7 days.'],
    [{ status: 'open', kind: 'required' }, 'You don’t have any open required courses. You’re all caught up.'],
    [{ status: 'completed', due: 'soon' }, 'You don’t have any completed courses due in the next 7 days.'],
    [{ kind: 'required' }, 'You don’t have any required courses.'],
    [{ text: 'yoga' }, 'You don’t have any courses matching “yoga”.'],
  ] as const)('of %p is "%s"', (asked, sentence) => {
    expect(emptyListText({ ...any, ...asked }, english)).toBe(sentence);
  });

  it('uses the general sentence for every other filter', () => {
    const { t } = textsFor(english.locale);
    const usual = filters.filter(
      ({ status, due, kind, text }) =>
        emptyListText({ status, due, kind, text }, english) !== t('courseList.empty', { status, due, kind }),
    );

    expect(usual).toHaveLength(8);
  });
});
