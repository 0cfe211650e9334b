import type { CourseGroup, CourseSelection } from '../../domain/course-selection';
import { isDueWithin } from '../../domain/due';
import { isListedWhole, type ListGaps } from '../../domain/ports';
import type { CourseFilter } from '../../domain/question';
import { toTimeLeft } from '../../domain/time-left';
import { own, textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';
import { courseCountHeading, courseListHeading, type Choices } from '../../i18n/filter-text';
import { formatDuration } from '../../i18n/format';
import type { CardSubject } from './course-subject';

export interface AnsweredList extends Viewer, CardSubject, ListGaps {
  readonly filter: CourseFilter;
  readonly selection: CourseSelection;
}

export interface ListAnswer {
  /** "3 courses are overdue" */
  readonly heading: string;
  /** What else matters: "6 more are due this week", "about 4 hr left". */
  readonly details: readonly string[];
}

/** Whether all that matches the filter is known: only then is a number right. */
export function isKnownWhole(list: AnsweredList): boolean {
  return isListedWhole(list) && (list.missing === undefined || list.filter.text === '');
}

/** What the list says to the question, from its data. */
export function toListAnswer(list: AnsweredList): ListAnswer {
  if (!isKnownWhole(list)) return { heading: courseListHeading(list.filter, list), details: [] };
  const topic = toTopic(list);
  return { heading: toHeading(topic, list), details: toDetails(topic, list) };
}

/** What the heading counts. */
interface Topic extends Choices {
  readonly count: number;
}

/** A list of everything that is open is about what is most urgent on it; any other about what was asked for. */
function toTopic(list: AnsweredList): Topic {
  const { filter, selection } = list;
  const { status, due, kind, text } = filter;
  const asked = { count: selection.asked, status, due, kind };
  const isUsual = (status === 'open' || status === 'any') && [due, kind].every((part) => part === 'any');
  if (!isUsual || text !== '') return asked;
  const open = { status: 'open', due: 'any', kind } as const;
  const topics: readonly (readonly [Choices, count: () => number])[] = [
    [{ ...open, due: 'overdue' }, () => countGroups(list, 'overdue')],
    [{ ...open, due: 'today' }, () => countGroups(list, 'today')],
    [{ ...open, due: 'tomorrow' }, () => countTomorrow(list)],
    [{ ...open, due: 'thisWeek' }, () => countGroups(list, 'thisWeek')],
    [open, () => countOpen(list)],
    [{ ...open, status: 'completed' }, () => countGroups(list, 'completed')],
  ];
  for (const [choices, toCount] of topics) {
    const count = toCount();
    if (count > 0) return { ...choices, count };
  }
  return asked;
}

function toHeading(topic: Topic, list: AnsweredList): string {
  const { t } = textsFor(list.locale);
  if (list.selection.courses.length === 0 && list.filter.text !== '') return t('courseList.noMatch');
  return list.teammate === undefined && topic.status === 'completed' && topic.count > 0
    ? t('courseList.youFinished', { count: topic.count, kind: topic.kind })
    : courseCountHeading(topic, topic.count, list);
}

const partsOfWeek: readonly Topic['due'][] = ['today', 'tomorrow', 'thisWeek'];

/** The numbers that the heading leaves out. */
function toDetails(topic: Topic, list: AnsweredList): readonly string[] {
  const { t } = textsFor(list.locale);
  const overdue = topic.due === 'overdue' ? 0 : countGroups(list, 'overdue');
  const completed = topic.status === 'completed' ? 0 : countGroups(list, 'completed');
  return [
    overdue === 0 ? '' : t('courseList.parts.overdue', { count: overdue }),
    ...(list.filter.due === 'any' ? toOpenDetails(topic, list) : []),
    completed === 0 ? '' : t('courseList.parts.completed', { count: completed }),
    // Only for those who take the courses.
    list.teammate === undefined ? toTimeLeftText(list) : '',
  ];
}

function toOpenDetails(topic: Topic, list: AnsweredList): readonly string[] {
  const { t } = textsFor(list.locale);
  const told = partsOfWeek.includes(topic.due) ? topic.count : 0;
  const week = countGroups(list, 'today', 'thisWeek') - told;
  const weekKey = topic.due === 'any' ? 'courseList.parts.thisWeek' : 'courseList.parts.moreThisWeek';
  const open = countOpen(list);
  return [
    week > 0 ? t(weekKey, { count: week }) : '',
    open === 0 || open === topic.count ? '' : t('courseList.parts.open', { count: open }),
  ];
}

function toTimeLeftText({ selection, locale }: AnsweredList): string {
  const { minutes, isExact } = toTimeLeft(selection.courses);
  if (minutes === 0) return '';
  const rounded = minutes > 60 ? Math.round(minutes / 5) * 5 : minutes;
  const time = own(formatDuration(rounded, { locale }));
  return textsFor(locale).t(isExact ? 'courseList.parts.timeLeft' : 'courseList.parts.timeLeftAtLeast', {
    time,
  });
}

function countGroups({ selection }: AnsweredList, ...groups: readonly CourseGroup[]): number {
  return selection.courses.filter(({ group }) => groups.includes(group)).length;
}

function countOpen(list: AnsweredList): number {
  return list.selection.courses.length - countGroups(list, 'completed');
}

function countTomorrow({ selection, ...at }: AnsweredList): number {
  return selection.courses.filter(({ activity }) => isDueWithin(activity, 'tomorrow', at)).length;
}
