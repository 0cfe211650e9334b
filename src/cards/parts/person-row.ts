import { anyCourse, type CourseFilter } from '../../domain/question';
import type { CourseStanding, TeammateStanding } from '../../domain/team-standing';
import { textsFor, type Texts } from '../../i18n/catalog';
import {
  dateLabel,
  dateSentence,
  dateText,
  joinParts,
  type DateText,
  type Viewer,
} from '../../i18n/course-text';
import type { Locale } from '../../i18n/format';
import { toWaitMinutes } from '../../i18n/spans';
import { toAction, type CardAction } from '../actions';
import { toPersonName } from './course-subject';
import { statusStyles, toRowStyle, type Progress, type RowStyle, type StatusStyle } from './status-style';

interface PersonRowView extends Viewer {
  readonly filter: CourseFilter;
  readonly managerUserId: string;
}

interface MemberStatus extends StatusStyle {
  /** "2 overdue · 5 open", "In progress", or why nothing is known. */
  readonly status: string;
}

interface PersonRow extends MemberStatus, RowStyle {
  readonly name: string;
  /** When the next course is due, or has been overdue longest. */
  readonly date: string;
  readonly open: CardAction;
}

/** One person of a team. */
export function toPersonRow(member: TeammateStanding, view: PersonRowView): PersonRow {
  const { report } = member;
  const { kind, text } = view.filter;
  const date = toNextDate(member, view);
  const name = toPersonName(report.displayName, view);
  const { status, ...style } = toMemberStatus(member, view);
  return {
    name,
    status,
    date: date?.kind === 'due' ? dateLabel(date, view) : '',
    ...toRowStyle(style, date, toShare(member, view)),
    open: toAction(name, 'teammate/open', {
      manager: view.managerUserId,
      learner: report.userId,
      // Courses of every status, of the kind and title that the team's list is about.
      filter: { ...anyCourse, kind, text },
      page: 1,
    }),
  };
}

/** The same person as a line of plain text. */
export function toPersonLine(member: TeammateStanding, view: PersonRowView): string {
  const date = toNextDate(member, view);
  return joinParts(
    toPersonName(member.report.displayName, view),
    toMemberStatus(member, view).status,
    date === undefined ? '' : dateSentence(date, view),
  );
}

const courseStyles: Readonly<Record<CourseStanding, StatusStyle>> = {
  finished: statusStyles.completed,
  inProgress: statusStyles.inProgress,
  notStarted: statusStyles.notStarted,
  notAssigned: statusStyles.unknown,
};

const OVERDUE_STYLE: StatusStyle = { icon: '!', iconColor: 'attention' };

export function toMemberStatus(member: TeammateStanding, { locale }: Locale): MemberStatus {
  const { t } = textsFor(locale);
  const [style, ...words] = describe(member, t);
  return { ...style, status: joinParts(...words, member.report.isEnabled ? '' : t('team.disabled')) };
}

/** Open courses are in the words; the share that is finished is what the bar shows. */
function describe(member: TeammateStanding, t: Texts['t']): readonly [StatusStyle, ...string[]] {
  if (member.kind === 'unreadable') {
    const wait = member.waitMs === undefined ? '' : t('team.busy', { minutes: toWaitMinutes(member.waitMs) });
    return [statusStyles.unknown, t(`team.unreadable.${member.reason}`), wait];
  }
  if (member.course !== undefined) {
    return [courseStyles[member.course], t(`team.courseCounts.${member.course}`)];
  }
  const { overdue, open, completed } = member.summary;
  const openWords = t('team.open', { count: open });
  if (overdue > 0) return [OVERDUE_STYLE, t('team.overdue', { count: overdue }), openWords];
  if (open > 0) return [statusStyles.inProgress, openWords];
  return completed > 0
    ? [statusStyles.completed, t('team.completed', { count: completed })]
    : [statusStyles.unknown, t('team.noneAssigned')];
}

function toNextDate(member: TeammateStanding, viewer: Viewer): DateText | undefined {
  return member.kind === 'read' && member.next ? dateText(member.next.activity, viewer) : undefined;
}

/** The finished share of everything on the person's list. */
function toShare(member: TeammateStanding, { filter, locale }: PersonRowView): Progress | undefined {
  const { open, completed } = member.kind === 'read' ? member.summary : { open: 0, completed: 0 };
  const total = open + completed;
  if (total === 0 || filter.text !== '') return undefined;
  const percentage = (completed / total) * 100;
  return { percentage, words: textsFor(locale).t('team.share', { percent: Math.round(percentage) }) };
}
