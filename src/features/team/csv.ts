import { stringify } from 'csv-stringify/sync';
import { toPlainText } from '../../cards/plain-text';
import type { Course } from '../../domain/course-activity';
import { selectCourses } from '../../domain/course-search';
import { dueDay, isOverdue, type ViewedAt } from '../../domain/due';
import type { CourseFilter } from '../../domain/question';
import type { TeammateStanding } from '../../domain/team-standing';
import type { Viewer } from '../../text/course-text';
import { textFor } from '../../text/text-for';

const TEXT_LENGTH = 300;

type Row = Partial<Record<keyof ReturnType<typeof textFor>['team']['file']['columns'], string>>;

/**
 * Courses of several people as CSV for spreadsheets: UTF-8 with a byte order mark, a line for each course, what begins
 * like a formula made text. Separated as spreadsheets of the reader's language expect it.
 */
export function toTeamCsv(
  members: readonly TeammateStanding[],
  { filter, viewer }: { readonly filter: CourseFilter; readonly viewer: Viewer },
): Buffer {
  const { columns } = textFor(viewer.locale).team.file;
  const rows = members.flatMap((member) => toRows(member, filter, viewer));
  const text = stringify(rows, {
    header: true,
    columns: Object.entries(columns).map(([key, header]) => ({ key, header })),
    delimiter: hasDecimalComma(viewer) ? ';' : ',',
    record_delimiter: 'windows',
    bom: true,
    escape_formulas: true,
  });
  return Buffer.from(text, 'utf8');
}

function toRows(member: TeammateStanding, filter: CourseFilter, viewer: Viewer): readonly Row[] {
  const { team } = textFor(viewer.locale);
  const { report } = member;
  const person: Row = {
    person: toText(report.displayName ?? '') || team.nameless,
    account: toText(report.userPrincipalName ?? ''),
  };
  if (member.kind === 'unreadable') return [{ ...person, note: team.unreadable[member.reason] }];
  const courses = selectCourses(member.courses, { ...filter, kind: 'any', text: '' }, viewer);
  if (courses.length === 0) return [{ ...person, note: team.noneAssigned }];
  return courses.map((course) => ({ ...person, ...toCells(course, viewer) }));
}

function toCells({ activity, content }: Course, viewer: Viewer): Row {
  const { course: texts, team } = textFor(viewer.locale);
  const { kind, status, completionPercentage, assignedDateTime, completedDateTime, due } = activity;
  return {
    course: toText(content?.title ?? '') || texts.untitled(kind),
    kind: texts.kinds[kind],
    status: texts.statuses[status],
    progress: completionPercentage === undefined ? '' : `${completionPercentage}%`,
    assigned: dayOf(assignedDateTime, viewer),
    due: due === undefined ? '' : dueDay(due, viewer),
    overdue: isOverdue(activity, viewer) ? team.file.yes : '',
    completed: dayOf(completedDateTime, viewer),
  };
}

/** Untrusted text. A spreadsheet may split it at the separator of another language: then too it begins no formula. */
function toText(untrusted: string): string {
  return toPlainText(untrusted, TEXT_LENGTH).replace(/([;,])\s*(?=[=+\-@＝＋－＠])/gu, "$1 '");
}

/** A day that every spreadsheet reads as one; empty when there is none. */
function dayOf(dateTime: string | undefined, at: ViewedAt): string {
  return dateTime === undefined ? '' : dueDay({ kind: 'instant', dateTime }, at);
}

/** Where numbers have a comma in them, lists are separated by semicolons. */
function hasDecimalComma({ locale }: Viewer): boolean {
  try {
    return new Intl.NumberFormat(locale).format(1.5).includes(',');
  } catch {
    return false;
  }
}
