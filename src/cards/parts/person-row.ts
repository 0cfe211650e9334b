import { anyCourse, type CourseFilter } from '../../domain/question';
import type { CourseStanding, ReadTeammate, TeammateStanding } from '../../domain/team-standing';
import { own, textsFor } from '../../i18n/catalog';
import {
  dateLabel,
  dateText,
  dueDayText,
  joinParts,
  progressText,
  type Viewer,
} from '../../i18n/course-text';
import type { Locale } from '../../i18n/format';
import { toSpan, toWaitMinutes } from '../../i18n/spans';
import { toAction, type CardAction } from '../actions';
import { toIsolatedText } from '../plain-text';
import { noBadge, toBadge, toDueBadge, type Badge } from './badge';
import { toInitials } from './initials';
import { toRowLabel } from './row-label';

interface PersonRowView extends Viewer {
  readonly filter: CourseFilter;
  readonly managerUserId: string;
}

interface PersonRow {
  readonly initials: string;
  readonly name: string;
  /** "Oldest: Code of conduct · 50% of 14 done", or why nothing is known. */
  readonly line: string;
  readonly badge: Badge;
  readonly open: CardAction;
}

/** Bounds the card: a name and a title are in a row twice. */
const NAME_LENGTH = 40;
const TITLE_LENGTH = 28;
/** What stands in the place of a badge where nothing is known or due. */
const NOTHING = '—';

/** One person of a team. The title of the action reads the whole row. */
export function toPersonRow(member: TeammateStanding, view: PersonRowView): PersonRow {
  const { report } = member;
  const { kind, text } = view.filter;
  const name = toName(member, view);
  const line = toLine(member, view);
  const badge = toPersonBadge(member, view, 'short');
  return {
    initials: toInitials(report.displayName ?? ''),
    name,
    line,
    badge,
    open: toAction(toRowLabel([name, line, toWords(toPersonBadge(member, view))], view), 'teammate/open', {
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
  return joinParts(toName(member, view), toWords(toPersonBadge(member, view)), toLine(member, view));
}

/** "No Viva Learning license", "Not available right now · try again in 3 minutes". */
export function toUnreadableReason(
  { reason, waitMs }: Extract<TeammateStanding, { readonly kind: 'unreadable' }>,
  { locale }: Locale,
): string {
  const { t } = textsFor(locale);
  const wait = waitMs === undefined ? '' : t('team.busy', { minutes: toWaitMinutes(waitMs) });
  return joinParts(t(`team.unreadable.${reason}`), wait);
}

function toName({ report }: TeammateStanding, reader: Locale): string {
  return (
    toIsolatedText(report.displayName, NAME_LENGTH, reader) || textsFor(reader.locale).t('team.nameless')
  );
}

function toLine(member: TeammateStanding, viewer: Viewer): string {
  const { t } = textsFor(viewer.locale);
  return joinParts(
    member.kind === 'unreadable' ? toUnreadableReason(member, viewer) : toReadLine(member, viewer),
    member.kind === 'unreadable' || member.isWhole ? '' : t('team.partly'),
    member.report.isEnabled ? '' : t('team.disabled'),
  );
}

function toReadLine(member: ReadTeammate, viewer: Viewer): string {
  return member.course === undefined
    ? toListLine(member, viewer)
    : toCourseLine(member, member.course, viewer);
}

/** The course that is overdue longest, or due next, and the finished share of everything. */
function toListLine({ next, summary }: ReadTeammate, viewer: Viewer): string {
  const { t } = textsFor(viewer.locale);
  const { overdue, open, completed } = summary;
  const total = open + completed;
  if (total === 0) return t('team.noneAssigned');
  const share = t('team.share', { percent: Math.floor((completed / total) * 100), total });
  if (next === undefined) return share;
  const title =
    toIsolatedText(next.content?.title, TITLE_LENGTH, viewer) ||
    t('course.untitled', { kind: next.activity.kind });
  if (overdue > 0) return joinParts(t('team.oldest', { title: own(title) }), share);
  const date = dateText(next.activity, viewer);
  const when = date.kind === 'due' ? t('course.dueIn', { ...toSpan(date.days) }) : share;
  return joinParts(t('team.next', { title: own(title) }), when);
}

/** The person's status in the course that was asked about. */
function toCourseLine({ courses, next }: ReadTeammate, standing: CourseStanding, viewer: Viewer): string {
  const words = textsFor(viewer.locale).t(`team.courseCounts.${standing}`);
  const shown = next ?? courses[0];
  if (shown === undefined || standing === 'notAssigned') return words;
  const date = dateText(shown.activity, viewer);
  if (date.kind === 'completed') return dateLabel(date, viewer);
  const progress = standing === 'inProgress' ? progressText(shown.activity, viewer) : undefined;
  const { due } = shown.activity;
  const day = due === undefined ? date : { ...date, date: dueDayText(due, viewer) };
  return joinParts(words, progress ?? '', dateLabel(day, viewer));
}

/** `short` leaves "overdue" out, which the name of the group says. */
function toPersonBadge(member: TeammateStanding, viewer: Viewer, length?: 'short'): Badge {
  const { t } = textsFor(viewer.locale);
  const nothing = toBadge('plain', NOTHING);
  if (member.kind === 'unreadable') return nothing;
  const { course, summary, isWhole, next } = member;
  const { overdue, open, completed } = summary;
  if (course === 'notAssigned') return noBadge;
  if (course === 'finished') return toBadge('good', t('team.courseCounts.finished'));
  if (course !== undefined) return next === undefined ? noBadge : toDueBadge(next.activity, viewer, length);
  if (overdue > 0) return toBadge('attention', t('team.overdue', { count: overdue }));
  return isWhole && open + completed > 0 ? toBadge('plain', t('team.onTime')) : nothing;
}

/** A dash is only for the eye. */
function toWords({ text }: Badge): string {
  return text === NOTHING ? '' : text;
}
