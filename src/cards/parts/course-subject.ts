import { anyCourse, openCourses } from '../../domain/question';
import { textsFor } from '../../i18n/catalog';
import type { Locale } from '../../i18n/format';
import { toAction, type CardAction, type ListPage } from '../actions';
import { toIsolatedText } from '../plain-text';

/** The person whose courses a card shows: the reader, or someone who reports to the reader. */
export interface CardSubject {
  readonly learnerUserId: string;
  /** Present when the reader is the learner's manager. */
  readonly teammate?: Teammate;
}

export interface Teammate {
  readonly managerUserId: string;
  /** Absent if Graph does not return it. Untrusted. */
  readonly name?: string;
}

const NAME_LENGTH = 60;

type ListStep = 'page' | 'filter' | 'refresh';
type CourseOfList = ListPage & { readonly activity: string };

/** A button of a list of courses. */
export function toListAction(
  { learnerUserId: learner, teammate }: CardSubject,
  { title, step, ...to }: { readonly title: string; readonly step: ListStep } & ListPage,
): CardAction<`${'my-courses' | 'teammate'}/${ListStep}`> {
  return teammate === undefined
    ? toAction(title, `my-courses/${step}`, { learner, ...to })
    : toAction(title, `teammate/${step}`, { manager: teammate.managerUserId, learner, ...to });
}

/** Opens one course of a list, or reads it again; `filter` and `page` are the list to go back to. */
export function toCourseAction(
  { learnerUserId: learner, teammate }: CardSubject,
  { title, step, ...to }: { readonly title: string; readonly step: 'open' | 'refresh' } & CourseOfList,
): CardAction<'course/open' | 'course/refresh' | 'teammate/course'> {
  return teammate === undefined
    ? toAction(title, `course/${step}`, { learner, ...to })
    : toAction(title, 'teammate/course', { manager: teammate.managerUserId, learner, ...to });
}

/** Shows a person's own open courses; the bot signs them in first if need be. */
export function toMyCoursesAction(
  { userId: learner, locale }: Locale & { readonly userId: string },
  title = textsFor(locale).t('followUp.myCourses'),
): CardAction<'my-courses/refresh'> {
  return toAction(title, 'my-courses/refresh', { learner, filter: openCourses, page: 1 });
}

/** Goes to everyone who reports to the manager. */
export function toTeamAction(
  { managerUserId: manager }: Pick<Teammate, 'managerUserId'>,
  { locale }: Locale,
): CardAction<'team/page'> {
  return toAction(textsFor(locale).t('team.backToTeam'), 'team/page', {
    manager,
    filter: anyCourse,
    page: 1,
  });
}

/** The teammate's name; '' when the courses are the reader's own. */
export function toSubjectName({ teammate, locale }: CardSubject & Locale): string {
  return teammate === undefined ? '' : toPersonName(teammate.name, { locale });
}

/** A person's name as a card shows it; never ''. */
export function toPersonName(name: string | undefined, reader: Locale): string {
  return toIsolatedText(name, NAME_LENGTH, reader) || textsFor(reader.locale).t('team.nameless');
}
