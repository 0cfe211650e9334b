import type { Reply, SignedInTurn } from '../../bot/routes';
import { toAction, type ActionDataOf, type CardAction, type ListPage } from '../../cards/actions';
import { courseCard } from '../../cards/course';
import { courseListCard } from '../../cards/course-list';
import { noticeCard } from '../../cards/notice';
import { toPersonChat } from '../../cards/parts/chat-links';
import { toPersonName, toTeamAction, type CardSubject } from '../../cards/parts/course-subject';
import { toUnreadableReason } from '../../cards/parts/person-row';
import { selectForList } from '../../domain/course-selection';
import type { DirectReport } from '../../domain/direct-report';
import { isOpen } from '../../domain/due';
import type { Directory, LearningCatalog, TeammateRecords, UnreadableTeammate } from '../../domain/ports';
import { findNames, joinContents, toCourse } from '../../courses/join-contents';
import type { TeamCourses } from '../../courses/team-courses';
import { own, textsFor } from '../../i18n/catalog';
import { toViewer } from '../../i18n/course-text';

export interface TeammateViewDependencies {
  readonly team: Pick<TeamCourses, 'loadOne'>;
  readonly teammateRecords: Pick<TeammateRecords, 'find'>;
  readonly catalog: LearningCatalog;
  readonly directory: Pick<Directory, 'findPerson'>;
}

/** A view of one direct report, which is logged with its outcome before the manager sees it. */
export interface TeammateView {
  readonly outcome: 'shown' | 'unreadable';
  readonly reply: Reply;
}

/** Shows something of one report. */
export type ShowReport<Asked> = (
  turn: SignedInTurn,
  report: DirectReport,
  asked: Asked,
) => Promise<TeammateView>;

interface TeammateViews {
  readonly list: ShowReport<ListPage & { readonly forceRefresh?: boolean }>;
  readonly course: ShowReport<ActionDataOf<'teammate/course'>>;
}

/** Cards about one person. The caller has checked that they report to the manager. */
export function createTeammateViews(dependencies: TeammateViewDependencies): TeammateViews {
  const { team, teammateRecords, catalog } = dependencies;
  return {
    async list(turn, report, { filter, page, forceRefresh = false }) {
      const { outcome, readAt } = await team.loadOne(turn, report, forceRefresh);
      if (outcome.kind === 'unreadable') {
        const back = toTeamAction({ managerUserId: turn.userId }, turn);
        return toUnreadable(turn, toReason(turn, report, outcome), back);
      }
      const { activities, isComplete, unreadable } = outcome;
      const { courses, missing } = await joinContents(catalog, turn, activities);
      const selection = selectForList(courses, filter, turn);
      const [first] = selection.courses;
      const mayHaveOpen = !isComplete || unreadable !== undefined || activities.some(isOpen);
      const reply = courseListCard({
        ...toSubject(turn, report),
        selection,
        message: mayHaveOpen
          ? toPersonChat(report, first && isOpen(first.activity) ? first : undefined, turn)
          : undefined,
        filter,
        page,
        readAt,
        isComplete,
        unreadable,
        missing,
        ...toViewer(turn),
      });
      return { outcome: 'shown', reply };
    },

    async course(turn, report, { activity: id, filter, page }) {
      const { t } = textsFor(turn.locale);
      const activity = await teammateRecords.find(turn, report.userId, id);
      if (activity === undefined || activity.kind === 'unreadable') {
        const data = { manager: turn.userId, learner: report.userId, filter, page };
        const sentence = activity === undefined ? t('team.courseGone') : toReason(turn, report, activity);
        return toUnreadable(turn, sentence, toAction(t('team.back'), 'teammate/page', data));
      }
      const [course, names] = await Promise.all([
        toCourse(catalog, turn, activity),
        findNames(dependencies, turn, activity),
      ]);
      const reply = courseCard({
        ...toSubject(turn, report),
        course,
        message: isOpen(activity) ? toPersonChat(report, course, turn) : undefined,
        readAt: turn.now,
        backTo: { filter, page },
        ...toViewer(turn),
        ...names,
      });
      return { outcome: 'shown', reply };
    },
  };
}

/** The button goes back to the card whose row was selected, which the sentence replaces. */
function toUnreadable({ locale }: SignedInTurn, sentence: string, action: CardAction): TeammateView {
  return { outcome: 'unreadable', reply: noticeCard({ locale, sentence, action }) };
}

function toSubject(turn: SignedInTurn, { userId, displayName: name }: DirectReport): CardSubject {
  return {
    learnerUserId: userId,
    teammate: { managerUserId: turn.userId, ...(name !== undefined && { name }) },
  };
}

function toReason(turn: SignedInTurn, report: DirectReport, outcome: UnreadableTeammate): string {
  const reason = toUnreadableReason({ report, ...outcome }, turn);
  const label = toPersonName(report.displayName, turn);
  return textsFor(turn.locale).t('join.label', { label, value: own(reason) });
}
