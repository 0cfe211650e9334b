import type { CourseListActionData, TeamActionData, TeammateActionData } from '../cards/action-data';
import type { ActionData } from '../cards/card-parts';
import { toPlainText } from '../cards/plain-text';
import type { CourseFilter } from '../domain/question';
import { isolate } from '../text/isolate';
import { textFor } from '../text/text-for';

/** Whose courses a view shows: the reader's own, or those of somebody who reports to them. */
export interface Whose {
  readonly learnerUserId: string;
  /** When the reader is the learner's manager. */
  readonly teammate?: Teammate;
}

export interface Teammate {
  readonly managerUserId: string;
  /** Absent where Graph does not tell it. Untrusted. */
  readonly name?: string;
}

interface Verbs {
  readonly page: string;
  readonly filter: string;
  readonly refresh: string;
  /** Opens one course of the list, and reads it again. */
  readonly open: string;
  readonly refreshCourse: string;
}

const OWN: Verbs = {
  page: 'my-courses/page',
  filter: 'my-courses/filter',
  refresh: 'my-courses/refresh',
  open: 'course/open',
  refreshCourse: 'course/refresh',
};
const TEAMMATES: Verbs = {
  page: 'teammate/page',
  filter: 'teammate/filter',
  refresh: 'teammate/refresh',
  open: 'teammate/course',
  refreshCourse: 'teammate/course',
};
const NAME_LENGTH = 60;
const EVERYTHING: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

export function verbsOf({ teammate }: Whose): Verbs {
  return teammate === undefined ? OWN : TEAMMATES;
}

/** What each button of the view sends along: ids, and the place in the list. */
export function toPlace(
  { learnerUserId: learner, teammate }: Whose,
  place: { readonly filter: CourseFilter; readonly page: number },
): CourseListActionData | TeammateActionData {
  return teammate === undefined
    ? { learner, ...place }
    : { manager: teammate.managerUserId, learner, ...place };
}

/** The way back to everybody who reports to the reader. */
export function toTeamAction(
  { managerUserId: manager }: Pick<Teammate, 'managerUserId'>,
  { locale }: { readonly locale: string },
): ActionData<TeamActionData> {
  const data = { manager, filter: EVERYTHING, page: 1 };
  return { title: textFor(locale).team.backToTeam, verb: 'team/page', data };
}

/** The teammate's name; empty when the courses are the reader's own. */
export function toPerson({ teammate, locale }: Whose & { readonly locale: string }): {
  readonly hasPerson: boolean;
  readonly person: string;
} {
  if (teammate === undefined) return { hasPerson: false, person: '' };
  return { hasPerson: true, person: toPersonName(teammate.name, { locale }) };
}

/** A name as a card may show it. */
export function toPersonName(name: string | undefined, { locale }: { readonly locale: string }): string {
  const { language, team } = textFor(locale);
  return isolate(toPlainText(name ?? '', NAME_LENGTH), language) || team.nameless;
}
