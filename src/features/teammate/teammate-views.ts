import type { Reply, SignedInTurn } from '../../bot/routes';
import type { ActionDataOf } from '../../cards/actions';
import type { TeamActionData, TeammateActionData } from '../../cards/action-data';
import type { ActionData } from '../../cards/card-parts';
import type { RenderCard } from '../../cards/render-card';
import { selectCourses } from '../../domain/course-search';
import type { DirectReport } from '../../domain/direct-report';
import { sortByUrgency, summarise } from '../../domain/learning-summary';
import type { Directory, LearningCatalog, TeammateRecords, UnreadableTeammate } from '../../domain/ports';
import { joinContents, toCourse } from '../../courses/join-contents';
import type { TeamCourses } from '../../courses/team-courses';
import { joinParts } from '../../text/course-text';
import { textFor } from '../../text/text-for';
import { toCourseData, toCourseText, type CourseView } from '../../views/course';
import { toCourseListData, toCourseListText, type CourseList } from '../../views/course-list';
import { toPersonName, toTeamAction, type Whose } from '../../views/whose';

export interface TeammateViewDependencies {
  readonly team: Pick<TeamCourses, 'loadOne'>;
  readonly records: Pick<TeammateRecords, 'find'>;
  readonly catalog: LearningCatalog;
  readonly directory: Pick<Directory, 'findDisplayName'>;
  readonly renderCard: RenderCard;
}

/** What can be shown of a report, before it is on record that it is. */
export type TeammateView =
  | { readonly kind: 'readable'; readonly reply: Reply }
  | {
      readonly kind: 'unreadable';
      readonly sentence: string;
      /** The sentence takes the place of the card whose row was pressed. */
      readonly back: ActionData<TeamActionData | TeammateActionData>;
    };

interface TeammateViews {
  readonly list: (
    turn: SignedInTurn,
    report: DirectReport,
    place: Pick<TeammateActionData, 'filter' | 'page'> & { readonly isAnew?: boolean },
  ) => Promise<TeammateView>;
  readonly course: (
    turn: SignedInTurn,
    report: DirectReport,
    data: ActionDataOf<'teammate/course'>,
  ) => Promise<TeammateView>;
}

/** Cards about one report, who has been found to be one. */
export function createTeammateViews({
  team,
  records,
  catalog,
  directory,
  renderCard,
}: TeammateViewDependencies): TeammateViews {
  return {
    async list(turn, report, { filter, page, isAnew = false }) {
      const { outcome, readAt } = await team.loadOne(turn, report, isAnew);
      if (outcome.kind === 'unreadable') {
        const back = toTeamAction({ managerUserId: turn.userId }, turn);
        return { kind: 'unreadable', sentence: toReason(turn, report, outcome), back };
      }
      const { activities, isComplete, unreadable } = outcome;
      const { courses, ...titles } = await joinContents(catalog, turn, activities);
      const list: CourseList = {
        ...toWhose(turn, report),
        courses: sortByUrgency(selectCourses(courses, filter, turn), turn),
        summary: summarise(activities, turn),
        filter,
        page,
        readAt,
        isComplete,
        ...(unreadable !== undefined && { unreadable }),
        ...titles,
        locale: turn.locale,
        zone: turn.zone,
        now: turn.now,
      };
      const card = renderCard('course-list', toCourseListData(list), textFor(turn.locale).language);
      return { kind: 'readable', reply: { kind: 'card', card, text: toCourseListText(list) } };
    },

    async course(turn, report, { activity: id, filter, page }) {
      const { team: texts } = textFor(turn.locale);
      const activity = await records.find(turn, report.userId, id);
      if (activity === undefined || activity.kind === 'unreadable') {
        const data = { manager: turn.userId, learner: report.userId, filter, page };
        const sentence = activity === undefined ? texts.courseGone : toReason(turn, report, activity);
        return { kind: 'unreadable', sentence, back: { title: texts.back, verb: 'teammate/page', data } };
      }
      const { providerId, assignerUserId } = activity;
      const [course, providerName, assignerName] = await Promise.all([
        toCourse(catalog, turn, activity),
        providerId === undefined ? undefined : catalog.findProviderName(turn, providerId),
        assignerUserId === undefined ? undefined : directory.findDisplayName(turn, assignerUserId),
      ]);
      const view: CourseView = {
        ...toWhose(turn, report),
        course,
        readAt: turn.now,
        origin: { filter, page },
        locale: turn.locale,
        zone: turn.zone,
        now: turn.now,
        ...(providerName !== undefined && { providerName }),
        ...(assignerName !== undefined && { assignerName }),
      };
      const card = renderCard('course', toCourseData(view), textFor(turn.locale).language);
      return { kind: 'readable', reply: { kind: 'card', card, text: toCourseText(view) } };
    },
  };
}

function toWhose({ userId }: SignedInTurn, { userId: learnerUserId, displayName }: DirectReport): Whose {
  return {
    learnerUserId,
    teammate: { managerUserId: userId, ...(displayName !== undefined && { name: displayName }) },
  };
}

function toReason(
  { locale }: SignedInTurn,
  { displayName, isEnabled }: DirectReport,
  { reason, waitMs }: UnreadableTeammate,
): string {
  const { team, labelled } = textFor(locale);
  const wait = waitMs === undefined ? '' : team.busy(waitMs / 60_000);
  const why = joinParts(team.unreadable[reason], wait, isEnabled ? '' : team.disabled);
  return labelled(toPersonName(displayName, { locale }), why);
}
