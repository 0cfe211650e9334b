import type { PersonRowData } from '../../cards/team-card-data';
import { statusLooks, toProgressBar, urgencyLooks } from '../../cards/course-look';
import type { LearningSummary } from '../../domain/learning-summary';
import type { CourseFilter } from '../../domain/question';
import type { CourseStanding, TeammateStanding } from '../../domain/team-standing';
import { dateLabel, dateText, joinParts, type DateText, type Viewer } from '../../text/course-text';
import { formatPercent } from '../../text/format';
import { textFor } from '../../text/text-for';
import { toPersonName } from '../../views/whose';

interface PersonRowView extends Viewer {
  readonly filter: CourseFilter;
  readonly managerUserId: string;
}

/** Everything that somebody has on their list. */
export const ANY: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

/** One person of a team. */
export function toPersonRow(member: TeammateStanding, view: PersonRowView): PersonRowData {
  const { report } = member;
  const due = member.kind === 'read' && member.next ? dateText(member.next.activity, view) : undefined;
  return {
    name: toPersonName(report.displayName, view),
    ...toStanding(member, view),
    ...toDate(due, view),
    ...toShare(member, view),
    open: {
      verb: 'teammate/open',
      data: {
        manager: view.managerUserId,
        learner: report.userId,
        filter: { ...ANY, ...scopeOf(view) },
        page: 1,
      },
    },
  };
}

/** What stays asked for when one person's list is opened: every status of it. */
function scopeOf({ filter: { kind, text } }: PersonRowView): Pick<CourseFilter, 'kind' | 'text'> {
  return { kind, text };
}

const COURSE_LOOKS = {
  finished: statusLooks.completed,
  inProgress: statusLooks.inProgress,
  notStarted: statusLooks.notStarted,
  notAssigned: statusLooks.unknown,
} as const satisfies Record<CourseStanding, unknown>;

function toStanding(
  member: TeammateStanding,
  { locale }: PersonRowView,
): Pick<PersonRowData, 'icon' | 'iconColor' | 'standing'> {
  const { team } = textFor(locale);
  const disabled = member.report.isEnabled ? '' : team.disabled;
  if (member.kind === 'unreadable') {
    const { icon, color } = statusLooks.unknown;
    const wait = member.waitMs === undefined ? '' : team.busy(member.waitMs / 60_000);
    return { icon, iconColor: color, standing: joinParts(team.unreadable[member.reason], wait, disabled) };
  }
  if (member.course !== undefined) {
    const { icon, color } = COURSE_LOOKS[member.course];
    return { icon, iconColor: color, standing: joinParts(team.courseCounts[member.course], disabled) };
  }
  const { words, look } = toCounts(member.summary, locale);
  return { icon: look.icon, iconColor: look.color, standing: joinParts(words, disabled) };
}

/** What presses is said in words; how much is finished is what the bar shows. */
function toCounts(
  { overdue, open, completed }: LearningSummary,
  locale: string,
): { readonly words: string; readonly look: Pick<(typeof statusLooks)['unknown'], 'icon' | 'color'> } {
  const { team } = textFor(locale);
  if (overdue > 0) return { words: joinParts(team.overdue(overdue), team.open(open)), look: OVERDUE_LOOK };
  if (open > 0) return { words: team.open(open), look: statusLooks.inProgress };
  return completed > 0
    ? { words: team.completed(completed), look: statusLooks.completed }
    : { words: team.noneAssigned, look: statusLooks.unknown };
}

const OVERDUE_LOOK = { icon: '!', color: 'attention' } as const;

function toDate(
  due: DateText | undefined,
  view: PersonRowView,
): Pick<PersonRowData, 'hasDate' | 'date' | 'hasRelative' | 'relative' | 'relativeColor' | 'relativeWeight'> {
  return {
    hasDate: due?.kind === 'due',
    date: due === undefined ? '' : dateLabel(due, view),
    hasRelative: due !== undefined && due.relative !== '',
    relative: due?.relative ?? '',
    ...urgencyLooks[due?.urgency ?? 'later'],
  };
}

/** The share of what is on the list that is finished. */
function toShare(
  member: TeammateStanding,
  view: PersonRowView,
): Pick<PersonRowData, 'hasProgress' | 'progressBar' | 'progress'> {
  const { open, completed } = member.kind === 'read' ? member.summary : { open: 0, completed: 0 };
  const total = open + completed;
  const percentage = total === 0 ? 0 : (completed / total) * 100;
  const isShown = total > 0 && view.filter.text === '';
  const { team } = textFor(view.locale);
  return {
    hasProgress: isShown,
    progressBar: isShown ? toProgressBar(percentage) : '',
    progress: isShown ? team.share(formatPercent(percentage, view)) : '',
  };
}
