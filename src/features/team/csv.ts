import { stringify } from 'csv-stringify/sync';
import { toPlainText } from '../../cards/plain-text';
import type { Course } from '../../domain/course-activity';
import { selectCourses } from '../../domain/course-search';
import { dueDay, isOverdue, type ViewedAt } from '../../domain/due';
import type { CourseFilter } from '../../domain/question';
import type { TeammateStanding } from '../../domain/team-standing';
import { textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';

const TEXT_LENGTH = 300;

const COLUMNS = [
  'person',
  'account',
  'course',
  'kind',
  'status',
  'progress',
  'assigned',
  'due',
  'overdue',
  'completed',
  'note',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Returns several people's courses as CSV for spreadsheets, in the reader's language. No text can start a formula. */
export function toTeamCsv(
  members: readonly TeammateStanding[],
  { filter, viewer }: { readonly filter: CourseFilter; readonly viewer: Viewer },
): Buffer {
  const { t } = textsFor(viewer.locale);
  const rows = members.flatMap((member) => toRows(member, filter, viewer));
  const text = stringify(rows, {
    header: true,
    columns: COLUMNS.map((key) => ({ key, header: t(`team.file.columns.${key}`) })),
    delimiter: hasDecimalComma(viewer) ? ';' : ',',
    record_delimiter: 'windows',
    bom: true,
    escape_formulas: true,
  });
  return Buffer.from(text, 'utf8');
}

function toRows(member: TeammateStanding, filter: CourseFilter, viewer: Viewer): readonly Row[] {
  const { t } = textsFor(viewer.locale);
  const { report } = member;
  const person: Row = {
    person: toText(report.displayName ?? '') || t('team.nameless'),
    account: toText(report.userPrincipalName ?? ''),
  };
  if (member.kind === 'unreadable') return [{ ...person, note: t(`team.unreadable.${member.reason}`) }];
  const courses = selectCourses(member.courses, { ...filter, kind: 'any', text: '' }, viewer);
  if (courses.length === 0) return [{ ...person, note: t('team.noneAssigned') }];
  return courses.map((course) => ({ ...person, ...toCells(course, viewer) }));
}

function toCells({ activity, content }: Course, viewer: Viewer): Row {
  const { t } = textsFor(viewer.locale);
  const { kind, status, completionPercentage, assignedDateTime, completedDateTime, due } = activity;
  return {
    course: toText(content?.title ?? '') || t('course.untitled', { kind }),
    kind: t(`course.kinds.${kind}`),
    status: t(`course.statuses.${status}`),
    progress: completionPercentage === undefined ? '' : `${completionPercentage}%`,
    assigned: dayOf(assignedDateTime, viewer),
    due: due === undefined ? '' : dueDay(due, viewer),
    overdue: isOverdue(activity, viewer) ? t('team.file.yes') : '',
    completed: dayOf(completedDateTime, viewer),
  };
}

/** Returns untrusted text that starts no formula, even if a spreadsheet splits it at another language's separator. */
function toText(untrusted: string): string {
  return toPlainText(untrusted, TEXT_LENGTH).replace(/([;,])\s*(?=[=+\-@＝＋－＠])/gu, "$1 '");
}

/** Returns a day in a format that every spreadsheet reads as a date; '' if there is none. */
function dayOf(dateTime: string | undefined, at: ViewedAt): string {
  return dateTime === undefined ? '' : dueDay({ kind: 'instant', dateTime }, at);
}

/** Whether numbers contain a decimal comma; lists then use semicolons as separators. */
function hasDecimalComma({ locale }: Viewer): boolean {
  try {
    return new Intl.NumberFormat(locale).format(1.5).includes(',');
  } catch {
    return false;
  }
}
