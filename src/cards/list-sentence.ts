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
export function toListSentence(list: AskedList): string {
  const { asks, filter, courses, isWhole, locale } = list;
  const { t } = textsFor(locale);
  const { due, kind } = filter;
  const open = courses.filter(({ activity }) => isOpen(activity)).length;
  const rest = own(t('courseList.answers.incomplete'));
  const found = (answer: string): string =>
    isWhole ? answer : t('join.sentences', { first: own(answer), second: rest });
  const unfound = (answer: string): string => (isWhole ? answer : toPartialAnswer(answer, list));
  if (asks === 'any') {
    return courses.length > 0
      ? found(t('courseList.answers.some', { count: courses.length, kind, due }))
      : unfound(t('courseList.answers.none', { kind, due }));
  }
  if (open > 0) return found(t('courseList.answers.notAllFinished', { count: open, kind }));
  return unfound(
    courses.length === 0
      ? emptyListText(filter, { locale })
      : t('courseList.answers.allFinished', { count: courses.length, kind }),
  );
}

/** Limits an answer to the part of the learner's list that was read: the rest may prove it wrong. */
export function toPartialAnswer(answer: string, { locale }: Locale): string {
  return textsFor(locale).t('courseList.answers.partly', { answer: own(answer) });
}
