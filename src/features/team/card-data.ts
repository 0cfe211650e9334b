import type { TeamActionData } from '../../cards/action-data';
import type { ActionData, CountData, TextColor } from '../../cards/card-parts';
import type { TeamData } from '../../cards/team-card-data';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { MissingContents } from '../../domain/ports';
import type { CourseFilter } from '../../domain/question';
import type { TeammateStanding, TeamStanding } from '../../domain/team-standing';
import { dateSentence, dateText, joinParts, type Viewer } from '../../text/course-text';
import { formatNumber, formatTime } from '../../text/format';
import { isolate } from '../../text/isolate';
import { textFor } from '../../text/text-for';
import { toMissingNotices } from '../../views/course-list';
import { ANY, toPersonRow } from './person-row';

/** A manager's team, as they asked for it. */
export interface TeamView extends Viewer {
  readonly standing: TeamStanding;
  readonly filter: CourseFilter;
  /** The first page is 1; a page that is not there (any more) becomes the nearest one. */
  readonly page: number;
  readonly managerUserId: string;
  readonly readAt: Date;
  /** How many report to the manager; more than have been read when the deadline came first. */
  readonly reports: number;
  readonly read: number;
  /** False when not even all reports could be listed. */
  readonly hasAllReports: boolean;
  /** False when somebody's list was cut short. */
  readonly hasAllCourses: boolean;
  /** How many entries of all lists could not be read. */
  readonly unreadable: number;
  /** Present when titles are missing. */
  readonly missing?: MissingContents;
}

const PAGE_SIZE = 10;
const SEARCH_LENGTH = 60;
/** Each title is in the card twice, and the card must not grow too large for Teams. */
const MOST_CHOICES = 20;
const CHOICE_LENGTH = 40;
/** Titles of courses that one name may mean. */
const MOST_LISTED = 4;

/** The people on the page that is shown. */
export function toPage({ standing: { members }, page }: Pick<TeamView, 'standing' | 'page'>): {
  readonly number: number;
  readonly count: number;
  readonly start: number;
  readonly members: readonly TeammateStanding[];
} {
  const count = Math.max(1, Math.ceil(members.length / PAGE_SIZE));
  const number = Math.min(Math.max(1, page), count);
  const start = (number - 1) * PAGE_SIZE;
  return { number, count, start, members: members.slice(start, start + PAGE_SIZE) };
}

/** Whom the card tells of: the page, and whoever else is in the counts alone, which are theirs then. */
export function toSeen(view: Pick<TeamView, 'standing' | 'page'>): readonly TeammateStanding[] {
  const { members, leftOut } = view.standing;
  const page = toPage(view).members;
  const others = [...members, ...leftOut]
    .filter(({ kind }) => kind === 'read')
    .filter((member) => !page.includes(member));
  return others.length === 1 ? [...page, ...others] : page;
}

export function toTeamData(view: TeamView): TeamData {
  const { team } = textFor(view.locale);
  const { members } = toPage(view);
  const pages = toPages(view);
  const titles = toChoosable(view.standing.courseTitles);
  return {
    speak: toMessageText(toSummary(view)),
    heading: team.heading(view.filter),
    subtitle: toSubtitle(view),
    counts: toCounts(view),
    notices: toNotices(view).map((text) => ({ text })),
    isEmpty: hasNobody(view),
    emptyText: team.nobody,
    rows: members.map((member) => toPersonRow(member, view)),
    hasPages: pages.length > 0,
    pages,
    hasCourses: titles.length > 0,
    courseLabel: team.oneCourse,
    coursePlaceholder: team.chooseCourse,
    courses: titles.map((title) => ({ title, value: title })),
    chosenCourse: titles.find((title) => title.toLowerCase() === view.filter.text) ?? '',
    showCourse: toAction(view, { title: team.showCourse, verb: 'team/course', filter: ANY, page: 1 }),
    actions: toActions(view),
  };
}

/** Courses of one title are one choice. */
function toChoosable(titles: readonly string[]): readonly string[] {
  const plain = titles.map((title) => toPlainText(title, CHOICE_LENGTH));
  return [...new Set(plain)].filter((title) => title !== '').slice(0, MOST_CHOICES);
}

/** The card's plain-text twin: who is on the page, one person a line. */
export function toTeamText(view: TeamView): string {
  const { start, members } = toPage(view);
  const { team } = textFor(view.locale);
  const people = members.map((member, index) => {
    const { name, standing } = toPersonRow(member, view);
    const next = member.kind === 'read' && member.next ? dateText(member.next.activity, view) : undefined;
    return `${start + index + 1}. ${joinParts(name, standing, next ? dateSentence(next, view) : '')}`;
  });
  const lines = [toSummary(view), ...toNotices(view), toSubtitle(view)];
  return toMessageText([...lines, ...(hasNobody(view) ? [team.nobody] : people)].join('\n'));
}

/** While people are still being read, nobody can say that nobody is meant. */
function hasNobody({ standing, read, reports }: TeamView): boolean {
  return standing.members.length === 0 && read >= reports;
}

function toSummary({ standing: { counts, courseCounts }, filter, locale }: TeamView): string {
  const { team } = textFor(locale);
  const heading = team.heading(filter);
  return courseCounts === undefined
    ? team.teamSummary(heading, counts)
    : team.courseSummary(heading, courseCounts);
}

function toSubtitle(view: TeamView): string {
  const { courseList } = textFor(view.locale);
  const { start, members, count } = toPage(view);
  const total = view.standing.members.length;
  return joinParts(
    toAsked(view),
    count > 1 ? courseList.shown(start + 1, start + members.length, total) : '',
    courseList.asOf(formatTime(view.readAt, view)),
  );
}

/** Which courses the numbers are about: what was typed may be the title of none, or find several. */
function toAsked({ standing: { askedTitles }, filter, locale }: TeamView): string {
  const { courseList, labelled, language } = textFor(locale);
  const typed = toPlainText(filter.text, SEARCH_LENGTH);
  if (typed === '') return '';
  const titles = askedTitles.map((title) => toPlainText(title, SEARCH_LENGTH));
  const [only, another] = titles;
  if (only === undefined) return courseList.matching(typed);
  if (another === undefined) return isolate(only, language);
  const listed = titles.slice(0, MOST_LISTED).join(' / ');
  return labelled(courseList.matching(typed), titles.length > MOST_LISTED ? `${listed} …` : listed);
}

function toCounts({ standing: { counts, courseCounts }, locale }: TeamView): readonly CountData[] {
  const { team } = textFor(locale);
  const toCount = (label: string, count: number, color: TextColor = 'default'): CountData => ({
    count: formatNumber(count, { locale }),
    label,
    color: count > 0 ? color : 'default',
  });
  if (courseCounts !== undefined) {
    const standings = ['finished', 'inProgress', 'notStarted', 'notAssigned'] as const;
    return standings.map((standing) => toCount(team.courseCounts[standing], courseCounts[standing]));
  }
  return [
    toCount(team.counts.people, counts.people),
    toCount(team.counts.late, counts.late, 'attention'),
    toCount(team.counts.overdue, counts.overdue, 'attention'),
    toCount(team.counts.open, counts.open),
  ];
}

function toNotices(view: TeamView): readonly string[] {
  const { read, reports, hasAllReports, hasAllCourses, unreadable, missing, standing, filter } = view;
  const { team, courseList } = textFor(view.locale);
  const isUnknown = filter.text !== '' && standing.askedTitles.length === 0 && read >= reports;
  return [
    ...(isUnknown ? [missing === undefined ? team.noSuchCourse : team.noSuchTitle] : []),
    ...(read < reports ? [team.soFar(read, reports)] : []),
    ...(hasAllReports ? [] : [team.notEverybody]),
    ...(hasAllCourses ? [] : [courseList.notAllLoaded]),
    ...(unreadable === 0 ? [] : [courseList.unreadable(unreadable)]),
    ...toMissingNotices(missing, view),
  ];
}

function toAction(
  { managerUserId }: TeamView,
  {
    title,
    verb,
    filter,
    page,
  }: { readonly title: string; readonly verb: string } & Omit<TeamActionData, 'manager'>,
): ActionData<TeamActionData> {
  return { title, verb, data: { manager: managerUserId, filter, page } };
}

function toPages(view: TeamView): readonly ActionData<TeamActionData>[] {
  const { courseList } = textFor(view.locale);
  const { number, count } = toPage(view);
  const turn = (title: string, page: number): ActionData<TeamActionData> =>
    toAction(view, { title, verb: 'team/page', filter: view.filter, page });
  return [
    ...(number > 1 ? [turn(courseList.previousPage, number - 1)] : []),
    ...(number < count ? [turn(courseList.nextPage, number + 1)] : []),
  ];
}

function toActions(view: TeamView): readonly ActionData<TeamActionData>[] {
  const { team, courseList } = textFor(view.locale);
  const { filter, page } = view;
  const { text } = filter;
  const filters: readonly (readonly [string, CourseFilter])[] =
    text === ''
      ? [
          [team.filters.all, ANY],
          [team.filters.overdue, { ...ANY, status: 'open', due: 'overdue' }],
          [team.filters.required, { ...ANY, kind: 'required' }],
        ]
      : [
          [team.filters.all, { ...ANY, text }],
          [team.filters.unfinished, { ...ANY, status: 'open', text }],
          [team.filters.finished, { ...ANY, status: 'completed', text }],
        ];
  return [
    ...(view.read < view.reports
      ? [toAction(view, { title: team.showTheRest, verb: 'team/page', filter, page })]
      : []),
    ...filters.map(([title, target]) =>
      toAction(view, {
        title: isSame(target, filter) ? courseList.chosenFilter(title) : title,
        verb: 'team/filter',
        filter: target,
        page: 1,
      }),
    ),
    toAction(view, { title: team.export, verb: 'team/export', filter, page }),
    toAction(view, { title: team.refresh, verb: 'team/refresh', filter, page }),
  ];
}

function isSame(a: CourseFilter, b: CourseFilter): boolean {
  return a.status === b.status && a.due === b.due && a.kind === b.kind;
}
