import { isOpen } from '../domain/due';
import type { Course } from '../domain/course-activity';
import type { AskedOfList, CourseFilter } from '../domain/question';
import { own, textsFor } from '../i18n/catalog';
import { emptyListText } from '../i18n/filter-text';
import type { Locale } from '../i18n/format';

interface AskedList extends Locale {
  readonly asks: AskedOfList;
  readonly filter: CourseFilter;
  /** The courses that the filter selects. */
  readonly courses: readonly Course[];
  /** False when courses of the learner may be missing. */
  readonly isWhole: boolean;
}

/** Yes or no: "is anything overdue?", "am I done with everything required?". */
export function toListSentence({ asks, filter, courses, isWhole, locale }: AskedList): string {
  const { t } = textsFor(locale);
  const { due, kind } = filter;
  const open = courses.filter(({ activity }) => isOpen(activity)).length;
  const withGaps = (answer: string): string =>
    isWhole
      ? answer
      : t('join.sentences', { first: own(answer), second: own(t('courseList.answers.incomplete')) });
  if (asks === 'any') {
    const count = courses.length;
    const values = { kind, due };
    return withGaps(
      count > 0 ? t('courseList.answers.some', { count, ...values }) : t('courseList.answers.none', values),
    );
  }
  if (open > 0) return withGaps(t('courseList.answers.notAllFinished', { count: open, kind }));
  if (courses.length === 0) return withGaps(emptyListText(filter, { locale }));
  return withGaps(t('courseList.answers.allFinished', { count: courses.length, kind }));
}
