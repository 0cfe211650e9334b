import { anyCourse, type CourseFilter } from '../domain/question';
import type { MissingContents } from '../domain/ports';
import type { TeammateStanding, TeamStanding } from '../domain/team-standing';
import { isolate } from '../i18n/bidi';
import { own, textsFor } from '../i18n/catalog';
import { dateSentence, dateText, joinParts, type Viewer } from '../i18n/course-text';
import { teamHeading } from '../i18n/filter-text';
import { formatTime } from '../i18n/format';
import { toAction, type CardAction, type ListPage, type VerbOf } from './actions';
import { defineCard } from './define-card';
import {
  toCount,
  toFilterTitle,
  toGapNotices,
  toPage,
  toPageActions,
  toRange,
  type Page,
} from './parts/list';
import { toPersonRow } from './parts/person-row';
import { toMessageLines, toMessageText, toPlainText } from './plain-text';

/** A manager's team, filtered. */
export interface TeamView extends Viewer {
  readonly standing: TeamStanding;
  readonly filter: CourseFilter;
  /** The first page is 1; for a page that does not exist (any more) the card shows the nearest one. */
  readonly page: number;
  readonly managerUserId: string;
  readonly readAt: Date;
  /** How many people report to the manager; more than `read` when the deadline came first. */
  readonly reports: number;
  readonly read: number;
  /** False when not even all reports could be listed. */
  readonly hasAllReports: boolean;
  /** False when someone's list was cut short. */
  readonly hasAllCourses: boolean;
  /** How many entries of all lists could not be read. */
  readonly unreadable: number;
  /** Present when titles are missing. */
  readonly missing?: MissingContents;
}

export const teamCard = defineCard('team', { toData, toText });

const SEARCH_LENGTH = 60;
/** Each title is in the card twice, and the card must not grow too large for Teams. */
const MOST_CHOICES = 20;
const CHOICE_LENGTH = 40;
/** How many titles the subtitle lists when a search finds several. */
const MOST_LISTED = 4;

/**
 * Returns the people whose data the card shows: those on the page, and a single person beyond it, because the counts
 * minus the page reveal that person's.
 */
export function disclosedMembers(view: Pick<TeamView, 'standing' | 'page'>): readonly TeammateStanding[] {
  const { members, leftOut } = view.standing;
  const page = toPage(members, view.page).items;
  const others = [...members, ...leftOut]
    .filter(({ kind }) => kind === 'read')
    .filter((member) => !page.includes(member));
  return others.length === 1 ? [...page, ...others] : page;
}

function toData(view: TeamView) {
  const { t } = textsFor(view.locale);
  const { standing, filter } = view;
  const page = toPage(standing.members, view.page);
  const titles = toChoosable(standing.courseTitles);
  return {
    speak: toMessageText(toSummary(view)),
    heading: teamHeading(filter, view),
    subtitle: toSubtitle(view, page),
    counts: toCounts(view),
    notices: toNotices(view).map((text) => ({ text })),
    emptyText: hasNobody(view) ? t('team.nobody') : '',
    rows: page.items.map((member) => toPersonRow(member, view)),
    navigation: toPageActions(page, view, (title, number) =>
      toTeamAction(view, { title, verb: 'team/page', filter, page: number }),
    ),
    courseLabel: t('team.oneCourse'),
    coursePlaceholder: t('team.chooseCourse'),
    courses: titles.map((title) => ({ title, value: title })),
    chosenCourse: titles.find((title) => title.toLowerCase() === filter.text) ?? '',
    showCourse: toTeamAction(view, {
      title: t('team.showCourse'),
      verb: 'team/course',
      filter: anyCourse,
      page: 1,
    }),
    actions: toActions(view),
  };
}

function toText(view: TeamView): string {
  const page = toPage(view.standing.members, view.page);
  const { t } = textsFor(view.locale);
  const people = page.items.map((member, index) => {
    const { name, standing } = toPersonRow(member, view);
    const next = member.kind === 'read' && member.next ? dateText(member.next.activity, view) : undefined;
    return `${page.start + index + 1}. ${joinParts(name, standing, next ? dateSentence(next, view) : '')}`;
  });
  const lines = [toSummary(view), ...toNotices(view), toSubtitle(view, page)];
  return toMessageLines([...lines, ...(hasNobody(view) ? [t('team.nobody')] : people)], view);
}

/** The titles to choose from, each once. */
function toChoosable(titles: readonly string[]): readonly string[] {
  const plain = titles.map((title) => toPlainText(title, CHOICE_LENGTH));
  return [...new Set(plain)].filter((title) => title !== '').slice(0, MOST_CHOICES);
}

/** False while people are still being read: one of them may match. */
function hasNobody({ standing, read, reports }: TeamView): boolean {
  return standing.members.length === 0 && read >= reports;
}

function toSummary({ standing: { counts, courseCounts }, filter, locale }: TeamView): string {
  const { t } = textsFor(locale);
  const heading = own(teamHeading(filter, { locale }));
  if (courseCounts !== undefined) return t('team.courseSummary', { heading, ...courseCounts });
  const { late, people, overdue } = counts;
  return t('team.teamSummary', { heading, late, people, overdue });
}

function toSubtitle(view: TeamView, page: Page<TeammateStanding>): string {
  const time = own(formatTime(view.readAt, view));
  const asOf = textsFor(view.locale).t('courseList.asOf', { time });
  return joinParts(toAskedCourses(view), toRange(page, view, 'team.shown'), asOf);
}

/** The courses that the numbers are about: a search may find none, one or several titles. */
function toAskedCourses({ standing: { askedTitles }, filter, locale }: TeamView): string {
  const { t, language } = textsFor(locale);
  const text = toPlainText(filter.text, SEARCH_LENGTH);
  if (text === '') return '';
  const titles = askedTitles.map((title) => isolate(toPlainText(title, SEARCH_LENGTH), language));
  const [only, another] = titles;
  if (only === undefined) return t('courseList.matching', { text });
  if (another === undefined) return only;
  const listed = titles.slice(0, MOST_LISTED).join(' / ');
  return t('team.matchingTitles', {
    text,
    titles: own(titles.length > MOST_LISTED ? `${listed} …` : listed),
  });
}

function toCounts({ standing: { counts, courseCounts }, locale }: TeamView) {
  const { t } = textsFor(locale);
  if (courseCounts !== undefined) {
    const standings = ['finished', 'inProgress', 'notStarted', 'notAssigned'] as const;
    return standings.map((one) =>
      toCount(courseCounts[one], { label: t(`team.courseCounts.${one}`) }, { locale }),
    );
  }
  return [
    toCount(counts.people, { label: t('team.counts.people') }, { locale }),
    toCount(counts.late, { label: t('team.counts.late'), color: 'attention' }, { locale }),
    toCount(counts.overdue, { label: t('team.counts.overdue'), color: 'attention' }, { locale }),
    toCount(counts.open, { label: t('team.counts.open') }, { locale }),
  ];
}

function toNotices(view: TeamView): readonly string[] {
  const { read, reports, hasAllReports, hasAllCourses, missing, standing, filter } = view;
  const { t } = textsFor(view.locale);
  const isUnknown = filter.text !== '' && standing.askedTitles.length === 0 && read >= reports;
  return [
    ...(isUnknown ? [missing === undefined ? t('team.noSuchCourse') : t('team.noSuchTitle')] : []),
    ...(read < reports ? [t('team.soFar', { read, total: reports })] : []),
    ...(hasAllReports ? [] : [t('team.notEverybody')]),
    ...toGapNotices({ ...view, isComplete: hasAllCourses }, view),
  ];
}

function toTeamAction(
  { managerUserId: manager }: TeamView,
  { title, verb, filter, page }: { readonly title: string; readonly verb: TeamVerb } & ListPage,
): CardAction<TeamVerb> {
  return toAction(title, verb, { manager, filter, page });
}

type TeamVerb = Extract<VerbOf<'manager'>, `team/${string}`>;

function toActions(view: TeamView): readonly CardAction<TeamVerb>[] {
  const { t } = textsFor(view.locale);
  const { filter, page } = view;
  const here = { filter, page };
  return [
    ...(view.read < view.reports
      ? [toTeamAction(view, { title: t('team.showTheRest'), verb: 'team/page', ...here })]
      : []),
    ...toFilters(view).map(([name, target]) => {
      const title = toFilterTitle(name, { target, current: filter }, view);
      return toTeamAction(view, { title, verb: 'team/filter', filter: target, page: 1 });
    }),
    toTeamAction(view, { title: t('team.export'), verb: 'team/export', ...here }),
    toTeamAction(view, { title: t('team.refresh'), verb: 'team/refresh', ...here }),
  ];
}

function toFilters({ filter: { text }, locale }: TeamView): readonly (readonly [string, CourseFilter])[] {
  const { t } = textsFor(locale);
  return text === ''
    ? [
        [t('team.filters.all'), anyCourse],
        [t('team.filters.overdue'), { ...anyCourse, status: 'open', due: 'overdue' }],
        [t('team.filters.required'), { ...anyCourse, kind: 'required' }],
      ]
    : [
        [t('team.filters.all'), { ...anyCourse, text }],
        [t('team.filters.unfinished'), { ...anyCourse, status: 'open', text }],
        [t('team.filters.finished'), { ...anyCourse, status: 'completed', text }],
      ];
}
