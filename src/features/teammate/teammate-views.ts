import type { Reply, SignedInTurn } from '../../bot/routes';
import { toAction, type ActionDataOf, type CardAction, type ListPage } from '../../cards/actions';
import { courseCard } from '../../cards/course';
import { courseListCard } from '../../cards/course-list';
import { toPersonName, toTeamAction, type CardSubject } from '../../cards/parts/course-subject';
import { selectCourses } from '../../domain/course-search';
import type { DirectReport } from '../../domain/direct-report';
import { sortByUrgency, summarise } from '../../domain/learning-summary';
import type { Directory, LearningCatalog, TeammateRecords, UnreadableTeammate } from '../../domain/ports';
import { joinContents, toCourse } from '../../courses/join-contents';
import type { TeamCourses } from '../../courses/team-courses';
import { own, textsFor } from '../../i18n/catalog';
import { joinParts } from '../../i18n/course-text';
import { toWaitMinutes } from '../../i18n/spans';

export interface TeammateViewDependencies {
  readonly team: Pick<TeamCourses, 'loadOne'>;
  readonly records: Pick<TeammateRecords, 'find'>;
  readonly catalog: LearningCatalog;
  readonly directory: Pick<Directory, 'findDisplayName'>;
}

/** What can be shown of a report. The look is put on record before the manager sees it. */
export type TeammateView =
  | { readonly kind: 'readable'; readonly reply: Reply }
  | {
      readonly kind: 'unreadable';
      readonly sentence: string;
      /** Goes back to the card whose row was selected, which the sentence replaces. */
      readonly back: CardAction;
    };

interface TeammateViews {
  readonly list: (
    turn: SignedInTurn,
    report: DirectReport,
    list: ListPage & { readonly forceRefresh?: boolean },
  ) => Promise<TeammateView>;
  readonly course: (
    turn: SignedInTurn,
    report: DirectReport,
    data: ActionDataOf<'teammate/course'>,
  ) => Promise<TeammateView>;
}

/** Cards about one person. The caller has checked that they report to the manager. */
export function createTeammateViews({
  team,
  records,
  catalog,
  directory,
}: TeammateViewDependencies): TeammateViews {
  return {
    async list(turn, report, { filter, page, forceRefresh = false }) {
      const { outcome, readAt } = await team.loadOne(turn, report, forceRefresh);
      if (outcome.kind === 'unreadable') {
        const back = toTeamAction({ managerUserId: turn.userId }, turn);
        return { kind: 'unreadable', sentence: toReason(turn, report, outcome), back };
      }
      const { activities, isComplete, unreadable } = outcome;
      const { courses, ...titles } = await joinContents(catalog, turn, activities);
      const reply = courseListCard({
        ...toSubject(turn, report),
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
      });
      return { kind: 'readable', reply };
    },

    async course(turn, report, { activity: id, filter, page }) {
      const { t } = textsFor(turn.locale);
      const activity = await records.find(turn, report.userId, id);
      if (activity === undefined || activity.kind === 'unreadable') {
        const data = { manager: turn.userId, learner: report.userId, filter, page };
        const sentence = activity === undefined ? t('team.courseGone') : toReason(turn, report, activity);
        return { kind: 'unreadable', sentence, back: toAction(t('team.back'), 'teammate/page', data) };
      }
      const { providerId, assignerUserId } = activity;
      const [course, providerName, assignerName] = await Promise.all([
        toCourse(catalog, turn, activity),
        providerId === undefined ? undefined : catalog.findProviderName(turn, providerId),
        assignerUserId === undefined ? undefined : directory.findDisplayName(turn, assignerUserId),
      ]);
      const reply = courseCard({
        ...toSubject(turn, report),
        course,
        readAt: turn.now,
        backTo: { filter, page },
        locale: turn.locale,
        zone: turn.zone,
        now: turn.now,
        ...(providerName !== undefined && { providerName }),
        ...(assignerName !== undefined && { assignerName }),
      });
      return { kind: 'readable', reply };
    },
  };
}

function toSubject(
  { userId }: SignedInTurn,
  { userId: learnerUserId, displayName }: DirectReport,
): CardSubject {
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
  const { t } = textsFor(locale);
  const wait = waitMs === undefined ? '' : t('team.busy', { minutes: toWaitMinutes(waitMs) });
  const why = joinParts(t(`team.unreadable.${reason}`), wait, isEnabled ? '' : t('team.disabled'));
  return t('join.label', { label: toPersonName(displayName, { locale }), value: own(why) });
}
