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
import { statusLooks, toRowLook, type Progress, type RowLook, type StatusLook } from './status-look';

interface PersonRowView extends Viewer {
  readonly filter: CourseFilter;
  readonly managerUserId: string;
}

interface Standing extends StatusLook {
  /** "2 overdue · 5 open", "In progress", or why nothing is known. */
  readonly standing: string;
}

interface PersonRow extends Standing, RowLook {
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
  const { standing, ...look } = toStanding(member, view);
  return {
    name,
    standing,
    date: date?.kind === 'due' ? dateLabel(date, view) : '',
    ...toRowLook(look, date, toShare(member, view)),
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
    toStanding(member, view).standing,
    date === undefined ? '' : dateSentence(date, view),
  );
}

const courseLooks: Readonly<Record<CourseStanding, StatusLook>> = {
  finished: statusLooks.completed,
  inProgress: statusLooks.inProgress,
  notStarted: statusLooks.notStarted,
  notAssigned: statusLooks.unknown,
};

const OVERDUE_LOOK: StatusLook = { icon: '!', iconColor: 'attention' };

export function toStanding(member: TeammateStanding, { locale }: Locale): Standing {
  const { t } = textsFor(locale);
  const [look, ...words] = describe(member, t);
  return { ...look, standing: joinParts(...words, member.report.isEnabled ? '' : t('team.disabled')) };
}

/** Open courses are in the words; the share that is finished is what the bar shows. */
function describe(member: TeammateStanding, t: Texts['t']): readonly [StatusLook, ...string[]] {
  if (member.kind === 'unreadable') {
    const wait = member.waitMs === undefined ? '' : t('team.busy', { minutes: toWaitMinutes(member.waitMs) });
    return [statusLooks.unknown, t(`team.unreadable.${member.reason}`), wait];
  }
  if (member.course !== undefined) {
    return [courseLooks[member.course], t(`team.courseCounts.${member.course}`)];
  }
  const { overdue, open, completed } = member.summary;
  const openWords = t('team.open', { count: open });
  if (overdue > 0) return [OVERDUE_LOOK, t('team.overdue', { count: overdue }), openWords];
  if (open > 0) return [statusLooks.inProgress, openWords];
  return completed > 0
    ? [statusLooks.completed, t('team.completed', { count: completed })]
    : [statusLooks.unknown, t('team.noneAssigned')];
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
