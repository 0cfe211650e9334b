import {
  toContentRef,
  type ContentRef,
  type Course,
  type CourseActivity,
  type CourseContent,
} from './course-activity';
import { findCoursesByWords, selectCourses } from './course-search';
import type { DirectReport } from './direct-report';
import { joinContent } from './join-content';
import { daysUntilDue, isOpen, type ViewedAt } from './due';
import { sortByUrgency, summarise, type LearningSummary } from './learning-summary';
import { contentKey, type TeammateOutcome, type UnreadableTeammate } from './ports';
import type { CourseFilter } from './question';

/** The courses of the people who report to one manager, as far as they are read. */
export interface TeamSnapshot {
  readonly reports: readonly DirectReport[];
  /** False when the page cap cut the list of reports short. */
  readonly hasAllReports: boolean;
  /** By user id; somebody is absent whose list is not there yet. */
  readonly outcomes: ReadonlyMap<string, TeammateOutcome>;
  /** When reading began. */
  readonly readAt: Date;
}

/** How one person stands with one course, or with several that were asked about in one name. */
export type CourseStanding = 'finished' | 'inProgress' | 'notStarted' | 'notAssigned';

/** How one report stands, as far as their courses could be read. */
export type TeammateStanding = { readonly report: DirectReport } & (
  | {
      readonly kind: 'read';
      /** All that the question is about, whatever it asks of their status. */
      readonly courses: readonly Course[];
      readonly summary: LearningSummary;
      /** What presses most of what is open. */
      readonly next?: Course;
      /** Only when a course was asked about. */
      readonly course?: CourseStanding;
    }
  | UnreadableTeammate
);

/** How a team stands. */
export interface TeamStanding {
  /** Whom the question is about, those first who need it most; who could not be read comes last. */
  readonly members: readonly TeammateStanding[];
  /** Who was read and is not meant; the counts hold them all the same. */
  readonly leftOut: readonly TeammateStanding[];
  /** Of everybody who was read, whomever the question leaves out. */
  readonly counts: {
    readonly people: number;
    /** People with something overdue. */
    readonly late: number;
    readonly overdue: number;
    readonly open: number;
  };
  /** Only when a course was asked about. */
  readonly courseCounts?: Readonly<Record<CourseStanding, number>>;
  /** Titles of the courses that were found by what was asked; empty when no course was asked about. */
  readonly askedTitles: readonly string[];
  /** Titles of the courses that most people have, for choosing one. */
  readonly courseTitles: readonly string[];
}

/** How many titles are looked up for a card. */
const MOST_CONTENTS = 200;
const MOST_TITLES = 25;

/** What the activities of a team are about, the most common first, and of very many only those. */
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

/** `contents` are those of `refsOfTeam`, in its order, as far as they can be read. */
export function rateTeam(
  { reports, outcomes }: Pick<TeamSnapshot, 'reports' | 'outcomes'>,
  contents: ReadonlyMap<string, CourseContent>,
  { filter, at }: { readonly filter: CourseFilter; readonly at: ViewedAt },
): TeamStanding {
  const known = reports.flatMap((report) => {
    const outcome = outcomes.get(report.userId);
    return outcome === undefined ? [] : [{ report, outcome }];
  });
  const coursesOf = (outcome: TeammateOutcome): readonly Course[] =>
    activitiesOf(outcome).map((activity) => joinContent(activity, contents));
  const all = new Map(known.map(({ outcome }) => [outcome, coursesOf(outcome)]));
  const asked = findAskedAbout([...all.values()].flat(), { filter, at });
  const members = known.map(({ report, outcome }): Rated => {
    if (outcome.kind === 'unreadable') return { standing: { report, ...outcome }, isMeant: true };
    const courses = (all.get(outcome) ?? []).filter((course) => asked.has(course));
    return {
      standing: rate(report, courses, { filter, at }),
      isMeant: isMeant(courses, filter, at),
    };
  });
  const standings = members.map(({ standing }) => standing);
  const select = (wanted: boolean): TeammateStanding[] =>
    members.flatMap(({ standing, isMeant }) => (isMeant === wanted ? [standing] : []));
  return {
    members: select(true).sort((a, b) => compare(a, b, at)),
    leftOut: select(false),
    counts: countPeople(standings),
    ...(filter.text !== '' && { courseCounts: countStandings(standings) }),
    askedTitles: filter.text === '' ? [] : titlesOf(asked),
    courseTitles: [...contents.values()].slice(0, MOST_TITLES).map(({ title }) => title),
  };
}

interface Rated {
  readonly standing: TeammateStanding;
  readonly isMeant: boolean;
}

interface Asked {
  readonly filter: CourseFilter;
  readonly at: ViewedAt;
}

const NOTHING_ELSE = { status: 'any', due: 'any', kind: 'any', text: '' } as const;

function activitiesOf(outcome: TeammateOutcome): readonly CourseActivity[] {
  return outcome.kind === 'read' ? outcome.activities : [];
}

/** One name means the same courses for everybody, whoever's list it was found on. */
function findAskedAbout(all: readonly Course[], { filter: { kind, text }, at }: Asked): ReadonlySet<Course> {
  const ofKind = selectCourses(all, { ...NOTHING_ELSE, kind }, at);
  if (text === '') return new Set(ofKind);
  const one = new Map(all.map((course) => [toCourseKey(course), course]));
  const named = new Set(findCoursesByWords([...one.values()], text).map(toCourseKey));
  return new Set(ofKind.filter((course) => named.has(toCourseKey(course))));
}

/** An activity that names no content stands for itself. */
function toCourseKey({ activity: { contentId, id } }: Course): string {
  return contentId ?? id;
}

function titlesOf(courses: ReadonlySet<Course>): readonly string[] {
  return [...new Set([...courses].flatMap(({ content }) => content?.title ?? []))].sort();
}

function rate(report: DirectReport, courses: readonly Course[], { filter, at }: Asked): TeammateStanding {
  const open = courses.filter(({ activity }) => isOpen(activity));
  const [next] = sortByUrgency(open, at);
  return {
    report,
    kind: 'read',
    courses,
    summary: summarise(
      courses.map(({ activity }) => activity),
      at,
    ),
    ...(next !== undefined && { next }),
    ...(filter.text !== '' && { course: rateCourse(courses) }),
  };
}

function rateCourse(courses: readonly Course[]): CourseStanding {
  if (courses.length === 0) return 'notAssigned';
  const open = courses.filter(({ activity }) => isOpen(activity));
  if (open.length === 0) return 'finished';
  return open.some(({ activity }) => activity.status === 'inProgress') ? 'inProgress' : 'notStarted';
}

/** Where somebody stands with a course whom a question about it means; one that is repeated counts as a whole. */
const STANDINGS: Readonly<Record<CourseFilter['status'], readonly CourseStanding[]>> = {
  any: ['finished', 'inProgress', 'notStarted', 'notAssigned'],
  open: ['inProgress', 'notStarted'],
  notStarted: ['notStarted'],
  inProgress: ['inProgress'],
  completed: ['finished'],
};

/** Whether somebody is among those whom the question is about. */
function isMeant(courses: readonly Course[], filter: CourseFilter, at: ViewedAt): boolean {
  if (filter.status === 'any' && filter.due === 'any') return true;
  if (filter.text !== '' && filter.due === 'any')
    return STANDINGS[filter.status].includes(rateCourse(courses));
  return selectCourses(courses, { ...filter, kind: 'any', text: '' }, at).length > 0;
}

function countPeople(standings: readonly TeammateStanding[]): TeamStanding['counts'] {
  const read = standings.flatMap((standing) => (standing.kind === 'read' ? [standing.summary] : []));
  const sum = (count: (summary: LearningSummary) => number): number =>
    read.reduce((total, summary) => total + count(summary), 0);
  return {
    people: standings.length,
    late: sum(({ overdue }) => Math.min(overdue, 1)),
    overdue: sum(({ overdue }) => overdue),
    open: sum(({ open }) => open),
  };
}

function countStandings(standings: readonly TeammateStanding[]): Record<CourseStanding, number> {
  const counts = { finished: 0, inProgress: 0, notStarted: 0, notAssigned: 0 };
  for (const standing of standings) {
    if (standing.kind === 'read' && standing.course !== undefined) counts[standing.course]++;
  }
  return counts;
}

/** Most overdue first, then by what is due next, then by what is open, then by name; who cannot be read is last. */
function compare(a: TeammateStanding, b: TeammateStanding, at: ViewedAt): number {
  if (a.kind !== 'read' || b.kind !== 'read') {
    return Number(a.kind !== 'read') - Number(b.kind !== 'read') || compareNames(a, b);
  }
  return (
    b.summary.overdue - a.summary.overdue ||
    nextDay(a.next, at) - nextDay(b.next, at) ||
    b.summary.open - a.summary.open ||
    COURSE_ORDER.indexOf(a.course) - COURSE_ORDER.indexOf(b.course) ||
    compareNames(a, b)
  );
}

const COURSE_ORDER: readonly (CourseStanding | undefined)[] = [
  'notStarted',
  'inProgress',
  'finished',
  'notAssigned',
];

/** Far away for somebody with no due date before them. */
function nextDay(next: Course | undefined, at: ViewedAt): number {
  return next?.activity.due === undefined ? Number.MAX_SAFE_INTEGER : daysUntilDue(next.activity.due, at);
}

function compareNames({ report: a }: TeammateStanding, { report: b }: TeammateStanding): number {
  return (a.displayName ?? '').localeCompare(b.displayName ?? '');
}
