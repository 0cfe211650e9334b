import type { LearningSummary } from '../../domain/learning-summary';
import { anyCourse, type CourseFilter } from '../../domain/question';
import type { CourseStanding, TeammateStanding } from '../../domain/team-standing';
import { textsFor } from '../../i18n/catalog';
import { dateLabel, dateText, joinParts, type Viewer } from '../../i18n/course-text';
import { toWaitMinutes } from '../../i18n/spans';
import { toAction, type CardAction } from '../actions';
import { toPersonName } from './course-subject';
import { statusLooks, toProgress, toUrgency, type StatusLook } from './status-look';

interface PersonRowView extends Viewer {
  readonly filter: CourseFilter;
  readonly managerUserId: string;
}

interface PersonRow extends ReturnType<typeof toUrgency>, ReturnType<typeof toProgress>, Standing {
  readonly name: string;
  /** When the next course is due, or has been overdue longest. */
  readonly date: string;
  readonly open: CardAction;
}

interface Standing extends StatusLook {
  /** "2 overdue · 5 open", "In progress", or why nothing is known. */
  readonly standing: string;
}

/** One person of a team. */
export function toPersonRow(member: TeammateStanding, view: PersonRowView): PersonRow {
  const { report } = member;
  const { kind, text } = view.filter;
  const date = member.kind === 'read' && member.next ? dateText(member.next.activity, view) : undefined;
  const name = toPersonName(report.displayName, view);
  return {
    name,
    ...toStanding(member, view),
    date: date?.kind === 'due' ? dateLabel(date, view) : '',
    ...toUrgency(date),
    ...toShare(member, view),
    open: toAction(name, 'teammate/open', {
      manager: view.managerUserId,
      learner: report.userId,
      // Courses of every status, of the kind and title that the team's list is about.
      filter: { ...anyCourse, kind, text },
      page: 1,
    }),
  };
}

const courseLooks: Readonly<Record<CourseStanding, StatusLook>> = {
  finished: statusLooks.completed,
  inProgress: statusLooks.inProgress,
  notStarted: statusLooks.notStarted,
  notAssigned: statusLooks.unknown,
};

const OVERDUE_LOOK: StatusLook = { icon: '!', iconColor: 'attention' };

function toStanding(member: TeammateStanding, { locale }: PersonRowView): Standing {
  const { t } = textsFor(locale);
  const disabled = member.report.isEnabled ? '' : t('team.disabled');
  if (member.kind === 'unreadable') {
    const wait = member.waitMs === undefined ? '' : t('team.busy', { minutes: toWaitMinutes(member.waitMs) });
    return {
      ...statusLooks.unknown,
      standing: joinParts(t(`team.unreadable.${member.reason}`), wait, disabled),
    };
  }
  if (member.course !== undefined) {
    return {
      ...courseLooks[member.course],
      standing: joinParts(t(`team.courseCounts.${member.course}`), disabled),
    };
  }
  const { words, look } = toCounts(member.summary, locale);
  return { ...look, standing: joinParts(words, disabled) };
}

/** Open courses in words; the share that is finished is what the bar shows. */
function toCounts(
  { overdue, open, completed }: LearningSummary,
  locale: string,
): { readonly words: string; readonly look: StatusLook } {
  const { t } = textsFor(locale);
  const openWords = t('team.open', { count: open });
  if (overdue > 0) {
    return { words: joinParts(t('team.overdue', { count: overdue }), openWords), look: OVERDUE_LOOK };
  }
  if (open > 0) return { words: openWords, look: statusLooks.inProgress };
  return completed > 0
    ? { words: t('team.completed', { count: completed }), look: statusLooks.completed }
    : { words: t('team.noneAssigned'), look: statusLooks.unknown };
}

/** The finished share of everything on the person's list. */
function toShare(member: TeammateStanding, view: PersonRowView): ReturnType<typeof toProgress> {
  const { open, completed } = member.kind === 'read' ? member.summary : { open: 0, completed: 0 };
  const total = open + completed;
  if (total === 0 || view.filter.text !== '') return toProgress(0, '');
  const percentage = (completed / total) * 100;
  return toProgress(percentage, textsFor(view.locale).t('team.share', { percent: Math.round(percentage) }));
}
