import { isFromToday } from '../domain/course-selection';
import type { CourseFilter } from '../domain/question';
import { own, textsFor, type TextKey } from './catalog';
import type { Locale } from './format';

/** What a filter asks for, its text aside. */
export type Choices = Pick<CourseFilter, 'status' | 'due' | 'kind'>;

/** "Overdue required courses": a list of which not all is known has no number. */
export function courseListHeading({ status, due, kind }: Choices, { locale }: Locale): string {
  return textsFor(locale).t('courseList.heading', { status, due, kind });
}

/** "3 required courses are overdue", "Nothing is due this week". */
export function courseCountHeading(
  { status, due, kind }: Choices,
  count: number,
  { locale }: Locale,
): string {
  const { t } = textsFor(locale);
  return count === 0
    ? t('courseList.none', { status, due, kind })
    : t('courseList.answer', { count, status, due, kind });
}

/** Why the reader's own list shows no course. `text` is the filter's text, fit to be shown. */
export function emptyListText(filter: CourseFilter, reader: Locale): string {
  if (filter.text !== '') return emptyListSentence(filter, reader);
  return textsFor(reader.locale).t('join.heading', {
    heading: own(courseCountHeading(filter, 0, reader)),
    sentence: own(emptyListSentence(filter, reader)),
  });
}

/** The same without its heading, for a card whose own heading says that there is none. */
export function emptyListSentence({ status, due, kind, text }: CourseFilter, { locale }: Locale): string {
  const { t } = textsFor(locale);
  return text === ''
    ? t(toEmptyState({ status, due, kind }))
    : t('courseList.noneMatching', { status, due, kind, text });
}

type EmptyState = Extract<TextKey, `courseList.emptyStates.${string}`>;

/** Praises only what is good whatever else is on the list. */
function toEmptyState({ status, due, kind }: Choices): EmptyState {
  if (kind === 'any' && due === 'any' && status === 'any') return 'courseList.emptyStates.all';
  if (kind === 'any' && due === 'any' && status === 'completed') return 'courseList.emptyStates.completed';
  const isOpen = status === 'open' || (status === 'any' && due !== 'any');
  return isOpen ? toEmptyOpenState(due, kind) : 'courseList.emptyStates.other';
}

function toEmptyOpenState(due: Choices['due'], kind: Choices['kind']): EmptyState {
  if (due === 'overdue' || (due === 'any' && kind === 'required')) return 'courseList.emptyStates.praise';
  if (kind === 'any' && due === 'any') return 'courseList.emptyStates.open';
  return kind === 'any' && isFromToday(due)
    ? 'courseList.emptyStates.onTrack'
    : 'courseList.emptyStates.other';
}
