import type { Course } from '../domain/course-activity';
import { dueDay } from '../domain/due';
import { anyCourse } from '../domain/question';
import type { CourseStanding, ReadTeammate, TeammateStanding } from '../domain/team-standing';
import { textsFor } from '../i18n/catalog';
import type { Viewer } from '../i18n/course-text';
import { formatNumber } from '../i18n/format';
import { MOST_IN_CHAT } from '../lib/teams-links';
import { toAction, type CardAction, type ListPage } from './actions';
import { defineCard } from './define-card';
import { toGroupChat } from './parts/chat-links';
import type { CardLink } from './parts/learner-links';
import { toPersonLine, toPersonRow } from './parts/person-row';
import { toTeamButtons } from './parts/team-actions';
import { toPeopleRange, toTeamPage, type TeamPage } from './parts/team-page';
import {
  isAnsweredByHeading,
  toAskedCourses,
  toTeamHeading,
  toTeamSubtitle,
  toTeamWarnings,
  type KnownTeam,
} from './parts/team-words';
import { toMessageLines, toMessageText, toPlainText } from './plain-text';

/** A manager's team, filtered. */
export interface TeamView extends KnownTeam {
  readonly page: ListPage['page'];
  readonly managerUserId: string;
}

export const teamCard = defineCard('team', { toData, toText });

/** Each title is in the card twice, and the card must not grow too large for Teams. */
const MOST_CHOICES = 20;
const CHOICE_LENGTH = 40;

/**
 * Returns the people whose data the card shows: those on the page, and a single person beyond it, because the counts
 * minus the page reveal that person's.
 */
export function disclosedMembers(
  view: Pick<TeamView, 'standing' | 'page' | 'filter'>,
): readonly TeammateStanding[] {
  const { members, leftOut } = view.standing;
  const page = toTeamPage(members, view).items;
  const others = [...members, ...leftOut]
    .filter(({ kind }) => kind === 'read')
    .filter((member) => !page.includes(member));
  return others.length === 1 ? [...page, ...others] : page;
}

function toData(view: TeamView) {
  const { t } = textsFor(view.locale);
  const { managerUserId: manager, filter } = view;
  const page = toTeamPage(view.standing.members, view);
  const { hasChooser, ...buttons } = toTeamButtons({
    ...view,
    page,
    isLoading: view.read < view.reports,
    message: toMessage(view, page),
  });
  const show = toAction(t('team.showCourse'), 'team/course', { manager, filter: { ...anyCourse }, page: 1 });
  const titles = hasChooser ? toChoosable(view.standing.courseTitles) : [];
  return {
    speak: toMessageText(toTeamHeading(view)),
    title: toAskedCourses(view),
    heading: toTeamHeading(view),
    // In one course, its title stands above.
    headingSize: filter.text === '' ? 'large' : 'medium',
    subtitle: toTeamSubtitle(view, toPeopleRange(page, view)),
    charts: toCharts(view),
    warnings: toTeamWarnings(view).map((text) => ({ text })),
    emptyText: toEmptyText(view),
    groups: toGroups(page, view),
    hint: toHint(view, page),
    ...buttons,
    choosers: titles.length === 0 ? [] : [toChooser(titles, show, view)],
  };
}

function toText(view: TeamView): string {
  const page = toTeamPage(view.standing.members, view);
  const people = page.items.map(
    (member, index) => `${page.start + index + 1}. ${toPersonLine(member, view)}`,
  );
  const counts = toCharts(view).flatMap(({ parts }) =>
    parts.map(({ count, legend }) => `${legend}: ${count}`),
  );
  return toMessageLines(
    [
      toAskedCourses(view),
      toTeamHeading(view),
      toTeamSubtitle(view, toPeopleRange(page, view)),
      ...counts,
      ...toTeamWarnings(view),
      toEmptyText(view),
      ...people,
    ],
    view,
  );
}

/** The titles to choose from, each once. */
function toChoosable(titles: readonly string[]): readonly string[] {
  const plain = titles.map((title) => toPlainText(title, CHOICE_LENGTH));
  return [...new Set(plain)].filter((title) => title !== '').slice(0, MOST_CHOICES);
}

function toChooser(titles: readonly string[], show: CardAction<'team/course'>, { locale }: TeamView) {
  const { t } = textsFor(locale);
  return {
    chooserTitle: t('team.oneCourse'),
    courseLabel: t('team.oneCourse'),
    coursePlaceholder: t('team.chooseCourse'),
    courses: titles.map((title) => ({ title, value: title })),
    show,
  };
}

/** '' while people are still being read: one of them may match. */
function toEmptyText(view: TeamView): string {
  const { standing, read, reports, locale } = view;
  if (standing.members.length > 0 || read < reports || isAnsweredByHeading(view)) return '';
  return textsFor(locale).t('team.nobody');
}

const standingsOrder = ['finished', 'inProgress', 'notStarted', 'notAssigned'] as const;
/** Of Microsoft's chart colors. */
const chartColors: Readonly<Record<CourseStanding, string>> = {
  finished: 'good',
  inProgress: 'categoricalBlue',
  notStarted: 'warning',
  notAssigned: 'neutral',
};

/** How many people stand where in the course that was asked about. */
function toCharts({ standing: { courseCounts, askedTitles }, locale }: TeamView) {
  if (courseCounts === undefined || askedTitles.length === 0) return [];
  const { t } = textsFor(locale);
  const parts = standingsOrder.map((one) => ({
    legend: t(`team.courseCounts.${one}`),
    value: courseCounts[one],
    count: formatNumber(courseCounts[one], { locale }),
    color: chartColors[one],
  }));
  return [{ chartTitle: t('team.title'), parts }];
}

type Group = 'all' | 'overdue' | 'unfinished' | 'finished' | 'notAssigned' | 'unread';

const groupLabels = {
  overdue: 'courseList.groups.overdue',
  unfinished: 'team.filters.unfinished',
  finished: 'team.courseCounts.finished',
  notAssigned: 'team.courseCounts.notAssigned',
  unread: 'team.unread',
} as const;

/** The people of a page: one group, or in one course those who have not finished first. */
function toGroups({ items }: TeamPage, view: TeamView) {
  const { t } = textsFor(view.locale);
  const groups = new Map<Group, TeammateStanding[]>();
  for (const member of items) {
    const group = toGroup(member, view);
    groups.set(group, [...(groups.get(group) ?? []), member]);
  }
  return [...groups].map(([group, members]) => ({
    label: group === 'all' ? '' : t(groupLabels[group]),
    rows: members.map((member) => toPersonRow(member, view)),
  }));
}

function toGroup(member: TeammateStanding, { filter }: TeamView): Group {
  if (filter.text === '') return 'all';
  if (member.kind === 'unreadable') return 'unread';
  if (isUnfinished(member)) return member.summary.overdue > 0 ? 'overdue' : 'unfinished';
  return member.course === 'finished' ? 'finished' : 'notAssigned';
}

function isUnfinished({ course }: ReadTeammate): boolean {
  return course === 'inProgress' || course === 'notStarted';
}

/** Those whom the heading counts: who is behind, or has not finished the course. */
function toAddressed(members: readonly TeammateStanding[], view: TeamView): readonly ReadPerson[] {
  return members.filter(
    (member): member is ReadPerson =>
      member.kind === 'read' && (isAboutLate(view) ? member.summary.overdue > 0 : isUnfinished(member)),
  );
}

/** Whether the card is about who is behind, rather than about who has not finished a course. */
function isAboutLate({ filter: { text, due } }: TeamView): boolean {
  return text === '' || due === 'overdue';
}

type ReadPerson = Extract<TeammateStanding, { readonly kind: 'read' }>;

/** A chat with everyone whom the heading counts, if all of them are on the card. */
function toMessage(view: TeamView, page: TeamPage): CardLink | undefined {
  const { members, leftOut } = view.standing;
  const addressed = toAddressed([...members, ...leftOut], view);
  if (toAddressed(page.items, view).length < addressed.length) return undefined;
  return toGroupChat(
    {
      reports: addressed.map(({ report }) => report),
      course: toCommonCourse(addressed, view),
      why: isAboutLate(view) ? 'behind' : 'unfinished',
    },
    view,
  );
}

/** The course that is next for all of these people; without its due day when that differs. */
function toCommonCourse(people: readonly ReadPerson[], viewer: Viewer): Course | undefined {
  const courses = people.map(({ next }) => next);
  const [first] = courses;
  const title = first?.content?.title;
  if (first === undefined || courses.some((course) => course?.content?.title !== title)) return undefined;
  const days = new Set(courses.map((course) => course?.activity.due && dueDay(course.activity.due, viewer)));
  if (days.size === 1) return first;
  const activity = { ...first.activity };
  delete activity.due;
  return { ...first, activity };
}

/** Says why there is no button for a group chat. */
function toHint(view: TeamView, { start }: TeamPage): string {
  const { members, leftOut } = view.standing;
  const addressed = toAddressed([...members, ...leftOut], view);
  return addressed.length > MOST_IN_CHAT && start === 0
    ? textsFor(view.locale).t('team.message.tooMany')
    : '';
}
