import type { CourseSelection } from '../domain/course-selection';
import { isOpen } from '../domain/due';
import type { AskedOfList, CourseFilter } from '../domain/question';
import { own, textsFor } from '../i18n/catalog';
import { emptyListText } from '../i18n/filter-text';
import type { Locale } from '../i18n/format';

interface AskedList extends Locale {
  readonly asks: AskedOfList;
  readonly filter: CourseFilter;
  /** What the list below shows, so that the sentence and its heading count the same. */
  readonly selection: Pick<CourseSelection, 'courses' | 'asked'>;
  /** False when courses of the learner may be missing. */
  readonly isWhole: boolean;
}

/** Yes or no: "is anything overdue?", "am I done with everything required?". */
export function toListSentence(list: AskedList): string {
  const { asks, filter, isWhole, locale } = list;
  const { courses, asked } = list.selection;
  const { t } = textsFor(locale);
  const { due, kind } = filter;
  const open = courses.filter(({ activity }) => isOpen(activity)).length;
  const rest = own(t('courseList.answers.incomplete'));
  const found = (answer: string): string =>
    isWhole ? answer : t('join.sentences', { first: own(answer), second: rest });
  const unfound = (answer: string): string => (isWhole ? answer : toPartialAnswer(answer, list));
  if (asks === 'any') {
    if (asked > 0) return found(t('courseList.answers.some', { count: asked, kind, due }));
    return unfound(
      courses.length > 0
        ? t('courseList.answers.onlyOverdue', { count: courses.length, kind })
        : t('courseList.answers.none', { kind, due }),
    );
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
