import type { LearningSummary } from '../../domain/learning-summary';
import { anyCourse, type CourseFilter } from '../../domain/question';
import type { CourseStanding, TeammateStanding } from '../../domain/team-standing';
import { dateLabel, dateText, joinParts, type Viewer } from '../../text/course-text';
import { formatPercent } from '../../text/format';
import { textFor } from '../../text/text-for';
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
  const { team } = textFor(locale);
  const disabled = member.report.isEnabled ? '' : team.disabled;
  if (member.kind === 'unreadable') {
    const wait = member.waitMs === undefined ? '' : team.busy(member.waitMs / 60_000);
    return { ...statusLooks.unknown, standing: joinParts(team.unreadable[member.reason], wait, disabled) };
  }
  if (member.course !== undefined) {
    return {
      ...courseLooks[member.course],
      standing: joinParts(team.courseCounts[member.course], disabled),
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
  const { team } = textFor(locale);
  if (overdue > 0) return { words: joinParts(team.overdue(overdue), team.open(open)), look: OVERDUE_LOOK };
  if (open > 0) return { words: team.open(open), look: statusLooks.inProgress };
  return completed > 0
    ? { words: team.completed(completed), look: statusLooks.completed }
    : { words: team.noneAssigned, look: statusLooks.unknown };
}

/** The finished share of everything on the person's list. */
function toShare(member: TeammateStanding, view: PersonRowView): ReturnType<typeof toProgress> {
  const { open, completed } = member.kind === 'read' ? member.summary : { open: 0, completed: 0 };
  const total = open + completed;
  if (total === 0 || view.filter.text !== '') return toProgress(0, '');
  const percentage = (completed / total) * 100;
  return toProgress(percentage, textFor(view.locale).team.share(formatPercent(percentage, view)));
}
