import { anyCourse, type CourseFilter } from '../domain/question';
import type { ListGaps } from '../domain/ports';
import type { TeammateStanding, TeamStanding } from '../domain/team-standing';
import { own, textsFor } from '../i18n/catalog';
import { joinParts, type Viewer } from '../i18n/course-text';
import { teamHeading } from '../i18n/filter-text';
import { formatTime } from '../i18n/format';
import { toAction, type ListPage } from './actions';
import { defineCard } from './define-card';
import {
  toCounts,
  toFilterActions,
  toGapWarnings,
  toNumbered,
  toPage,
  toPageActions,
  toRange,
  type LabeledNumber,
  type Page,
} from './parts/list';
import { toPersonLine, toPersonRow } from './parts/person-row';
import { toIsolatedText, toMessageLines, toMessageText, toPlainText } from './plain-text';

/** A manager's team, filtered. `ListGaps` are those of all lists together. */
export interface TeamView extends Viewer, ListGaps, ListPage {
  readonly standing: TeamStanding;
  readonly managerUserId: string;
  readonly readAt: Date;
  /** How many people report to the manager; more than `read` when the deadline came first. */
  readonly reports: number;
  readonly read: number;
  /** False when not even all reports could be listed. */
  readonly hasAllReports: boolean;
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
  const { standing, filter, managerUserId: manager } = view;
  const page = toPage(standing.members, view.page);
  const titles = toChoosable(standing.courseTitles);
  return {
    speak: toMessageText(toSummary(view)),
    heading: teamHeading(filter, view),
    subtitle: toSubtitle(view, page),
    counts: toCounts(toNumbers(view), view),
    warnings: toWarnings(view).map((text) => ({ text })),
    emptyText: toEmptyText(view),
    rows: page.items.map((member) => toPersonRow(member, view)),
    navigation: toPageActions(page, view, (title, number) =>
      toAction(title, 'team/page', { manager, filter, page: number }),
    ),
    courseLabel: t('team.oneCourse'),
    coursePlaceholder: t('team.chooseCourse'),
    courses: titles.map((title) => ({ title, value: title })),
    chosenCourse: titles.find((title) => title.toLowerCase() === filter.text) ?? '',
    showCourse: toAction(t('team.showCourse'), 'team/course', { manager, filter: anyCourse, page: 1 }),
    actions: toActions(view),
  };
}

function toText(view: TeamView): string {
  const page = toPage(view.standing.members, view.page);
  const people = toNumbered(page, (member) => toPersonLine(member, view));
  const lines = [toSummary(view), ...toWarnings(view), toSubtitle(view, page), toEmptyText(view)];
  return toMessageLines([...lines, ...people], view);
}

/** The titles to choose from, each once. */
function toChoosable(titles: readonly string[]): readonly string[] {
  const plain = titles.map((title) => toPlainText(title, CHOICE_LENGTH));
  return [...new Set(plain)].filter((title) => title !== '').slice(0, MOST_CHOICES);
}

/** '' while people are still being read: one of them may match. */
function toEmptyText({ standing, read, reports, locale }: TeamView): string {
  return standing.members.length === 0 && read >= reports ? textsFor(locale).t('team.nobody') : '';
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
  const { t } = textsFor(locale);
  const text = toPlainText(filter.text, SEARCH_LENGTH);
  if (text === '') return '';
  const titles = askedTitles.map((title) => toIsolatedText(title, SEARCH_LENGTH, { locale }));
  const [only, another] = titles;
  if (only === undefined) return t('courseList.matching', { text });
  if (another === undefined) return only;
  const listed = titles.slice(0, MOST_LISTED).join(' / ');
  return t('team.matchingTitles', {
    text,
    titles: own(titles.length > MOST_LISTED ? `${listed} …` : listed),
  });
}

function toNumbers({ standing: { counts, courseCounts }, locale }: TeamView): readonly LabeledNumber[] {
  const { t } = textsFor(locale);
  if (courseCounts !== undefined) {
    const standings = ['finished', 'inProgress', 'notStarted', 'notAssigned'] as const;
    return standings.map((one) => [courseCounts[one], t(`team.courseCounts.${one}`)]);
  }
  return [
    [counts.people, t('team.counts.people')],
    [counts.late, t('team.counts.late'), 'attention'],
    [counts.overdue, t('team.counts.overdue'), 'attention'],
    [counts.open, t('team.counts.open')],
  ];
}

function toWarnings(view: TeamView): readonly string[] {
  const { read, reports, hasAllReports, missing, standing, filter } = view;
  const { t } = textsFor(view.locale);
  const isUnknown = filter.text !== '' && standing.askedTitles.length === 0 && read >= reports;
  return [
    ...(isUnknown ? [missing === undefined ? t('team.noSuchCourse') : t('team.noSuchTitle')] : []),
    ...(read < reports ? [t('team.soFar', { read, total: reports })] : []),
    ...(hasAllReports ? [] : [t('team.notEverybody')]),
    ...toGapWarnings(view),
  ];
}

function toActions(view: TeamView) {
  const { t } = textsFor(view.locale);
  const { managerUserId: manager, filter, page } = view;
  const shown = { manager, filter, page };
  return [
    ...(view.read < view.reports ? [toAction(t('team.showTheRest'), 'team/page', shown)] : []),
    ...toFilterActions(toFilters(view), view, (title, target) =>
      toAction(title, 'team/filter', { manager, filter: target, page: 1 }),
    ),
    toAction(t('team.export'), 'team/export', shown),
    toAction(t('team.refresh'), 'team/refresh', shown),
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
