import {
  contentKey,
  joinContent,
  toContentRef,
  type ContentRef,
  type Course,
  type CourseActivity,
  type CourseContent,
} from './course-activity';
import { findCoursesByWords, selectCourses } from './course-search';
import type { DirectReport } from './direct-report';
import { daysUntilDue, isOpen, type ViewedAt } from './due';
import { sortByUrgency, summarise, type LearningSummary } from './learning-summary';
import { isListedWhole, type TeammateOutcome, type UnreadableTeammate } from './ports';
import { anyCourse, type CourseFilter } from './question';

/** The courses of one manager's direct reports, as far as they are read. */
export interface TeamSnapshot {
  readonly reports: readonly DirectReport[];
  /** False when the page cap cut the list of reports short. */
  readonly hasAllReports: boolean;
  /** By user id; people whose list is still loading are absent. */
  readonly outcomes: ReadonlyMap<string, TeammateOutcome>;
  /** When reading began. */
  readonly readAt: Date;
}

/** In the order of the list of people. */
const courseStandings = ['notStarted', 'inProgress', 'finished', 'notAssigned'] as const;

/** One person's status in a course, or in several courses of the same name. */
export type CourseStanding = (typeof courseStandings)[number];

/** One report's status, as far as their courses could be read. */
export type TeammateStanding = { readonly report: DirectReport } & (ReadTeammate | UnreadableTeammate);

export interface ReadTeammate {
  readonly kind: 'read';
  /** False when entries of the person's list are missing. */
  readonly isWhole: boolean;
  /** The courses that the question asks about, in any status. */
  readonly courses: readonly Course[];
  readonly summary: LearningSummary;
  /** The most urgent open course. */
  readonly next?: Course | undefined;
  /** Only when a course was asked about. */
  readonly course?: CourseStanding | undefined;
}

/** The status of a team. */
export interface TeamStanding {
  /** The people who match the question, the most urgent first; unreadable ones last. */
  readonly members: readonly TeammateStanding[];
  /** The people who do not match; the counts include them. */
  readonly leftOut: readonly TeammateStanding[];
  readonly counts: TeamCounts;
  /** Only when a course was asked about. */
  readonly courseCounts?: Readonly<Record<CourseStanding, number>>;
  /** Titles of the courses that were found by what was asked; empty when no course was asked about. */
  readonly askedTitles: readonly string[];
  /** Titles of the courses that most people have, for choosing one. */
  readonly courseTitles: readonly string[];
}

/** Numbers about the people who could be read and the courses that the question asks about. */
export interface TeamCounts {
  /** Everyone who could be read; when a course was asked about, those who have it. */
  readonly people: number;
  /** Everyone who could not be read. */
  readonly unreadable: number;
  /** People with something overdue. */
  readonly late: number;
  readonly overdue: number;
  /** People who match the question. */
  readonly matching: number;
}

/** How many titles are looked up for a card. */
const MOST_CONTENTS = 200;
const MOST_TITLES = 25;

/** The contents of a team's activities, the most common first, at most `most`. */
export function refsOfTeam(
  { outcomes }: Pick<TeamSnapshot, 'outcomes'>,
  most = MOST_CONTENTS,
): readonly ContentRef[] {
  const refs = [...outcomes.values()]
    .flatMap(activitiesOf)
    .flatMap((activity) => toContentRef(activity) ?? []);
  const counts = new Map<string, { readonly ref: ContentRef; readonly count: number }>();
  for (const ref of refs) {
    const key = contentKey(ref);
    counts.set(key, { ref, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ ref }) => ref);
}

interface Asked {
  readonly filter: CourseFilter;
  readonly at: ViewedAt;
}

/** `contents` are those of `refsOfTeam`, in its order, as far as they can be read. */
export function rateTeam(
  { reports, outcomes }: Pick<TeamSnapshot, 'reports' | 'outcomes'>,
  contents: ReadonlyMap<string, CourseContent>,
  asked: Asked,
): TeamStanding {
  const hasCourse = asked.filter.text !== '';
  const people = reports.flatMap((report) => {
    const outcome = outcomes.get(report.userId);
    if (outcome === undefined) return [];
    const all = activitiesOf(outcome).map((activity) => joinContent(activity, contents));
    return [{ report, outcome, all }];
  });
  const listed = people.flatMap(({ all }) => all);
  const courses = findAskedAbout(listed, asked);
  const standings = people.map(({ report, outcome, all }): TeammateStanding => {
    if (outcome.kind === 'unreadable') return { report, ...outcome };
    const own = all.filter((course) => courses.has(course));
    const isWhole = isListedWhole(outcome);
    // The course may be among the entries that are missing.
    if (hasCourse && own.length === 0 && !isWhole) return { report, kind: 'unreadable', reason: 'failed' };
    return { report, isWhole, ...rate(own, asked) };
  });
  const titles = hasCourse ? [...courses].flatMap(({ content }) => content?.title ?? []) : [];
  const members = new Set(standings.filter((standing) => matches(standing, asked)));
  return {
    members: [...members].sort((a, b) => compare(a, b, asked.at)),
    leftOut: standings.filter((standing) => !members.has(standing)),
    counts: countPeople(standings, members),
    ...(hasCourse && { courseCounts: countStandings(standings) }),
    askedTitles: [...new Set(titles)].sort(),
    courseTitles: [...contents.values()].slice(0, MOST_TITLES).map(({ title }) => title),
  };
}

/** None when the list could not be read. */
export function activitiesOf(outcome: TeammateOutcome): readonly CourseActivity[] {
  return outcome.kind === 'read' ? outcome.activities : [];
}

/** The courses that the question asks about; a name means the same courses on every list. */
function findAskedAbout(all: readonly Course[], { filter: { kind, text }, at }: Asked): ReadonlySet<Course> {
  const ofKind = selectCourses(all, { ...anyCourse, kind }, at);
  if (text === '') return new Set(ofKind);
  const one = new Map(all.map((course) => [toCourseKey(course), course]));
  const named = new Set(findCoursesByWords([...one.values()], text).map(toCourseKey));
  return new Set(ofKind.filter((course) => named.has(toCourseKey(course))));
}

/** An activity that names no content stands for itself. */
function toCourseKey({ activity: { contentId, id } }: Course): string {
  return contentId ?? id;
}

function rate(courses: readonly Course[], { filter, at }: Asked): Omit<ReadTeammate, 'isWhole'> {
  const open = courses.filter(({ activity }) => isOpen(activity));
  return {
    kind: 'read',
    courses,
    summary: summarise(courses, at),
    next: sortByUrgency(open, at)[0],
    course: filter.text === '' ? undefined : rateCourse(courses),
  };
}

function rateCourse(courses: readonly Course[]): CourseStanding {
  if (courses.length === 0) return 'notAssigned';
  const open = courses.filter(({ activity }) => isOpen(activity));
  if (open.length === 0) return 'finished';
  return open.some(({ activity }) => activity.status === 'inProgress') ? 'inProgress' : 'notStarted';
}

/** The standings in a course that match each status of a question. */
const STANDINGS: Readonly<Record<CourseFilter['status'], readonly CourseStanding[]>> = {
  any: courseStandings,
  open: ['inProgress', 'notStarted'],
  notStarted: ['notStarted'],
  inProgress: ['inProgress'],
  completed: ['finished'],
};

/** Whether a person matches the question; who could not be read may match. */
function matches(standing: TeammateStanding, { filter, at }: Asked): boolean {
  const { status, due } = filter;
  if (standing.kind === 'unreadable' || (status === 'any' && due === 'any')) return true;
  const { course, courses } = standing;
  if (course !== undefined && due === 'any') return STANDINGS[status].includes(course);
  return selectCourses(courses, { ...filter, kind: 'any', text: '' }, at).length > 0;
}

function countPeople(
  standings: readonly TeammateStanding[],
  members: ReadonlySet<TeammateStanding>,
): TeamCounts {
  const read = standings.filter((standing) => standing.kind === 'read');
  const people = read.filter(({ course }) => course !== 'notAssigned');
  return {
    people: people.length,
    unreadable: standings.length - read.length,
    late: read.filter(({ summary }) => summary.overdue > 0).length,
    overdue: read.reduce((sum, { summary }) => sum + summary.overdue, 0),
    matching: people.filter((person) => members.has(person)).length,
  };
}

function countStandings(standings: readonly TeammateStanding[]): Record<CourseStanding, number> {
  const counts = { finished: 0, inProgress: 0, notStarted: 0, notAssigned: 0 };
  for (const standing of standings) {
    if (standing.kind === 'read' && standing.course !== undefined) counts[standing.course]++;
  }
  return counts;
}

/** Sorts by overdue courses, the next due date, open courses and name; unreadable people last. */
function compare(a: TeammateStanding, b: TeammateStanding, at: ViewedAt): number {
  if (a.kind !== 'read' || b.kind !== 'read') {
    return Number(a.kind !== 'read') - Number(b.kind !== 'read') || compareNames(a, b);
  }
  return (
    b.summary.overdue - a.summary.overdue ||
    nextDay(a.next, at) - nextDay(b.next, at) ||
    b.summary.open - a.summary.open ||
    positionOf(a.course) - positionOf(b.course) ||
    compareNames(a, b)
  );
}

/** Days until the next due date; the largest number without one. */
function nextDay(next: Course | undefined, at: ViewedAt): number {
  return next?.activity.due === undefined ? Number.MAX_SAFE_INTEGER : daysUntilDue(next.activity.due, at);
}

function positionOf(standing: CourseStanding | undefined): number {
  return standing === undefined ? 0 : courseStandings.indexOf(standing);
}

function compareNames({ report: a }: TeammateStanding, { report: b }: TeammateStanding): number {
  return (a.displayName ?? '').localeCompare(b.displayName ?? '');
}
