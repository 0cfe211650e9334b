import type { ListGaps } from '../../domain/ports';
import type { CourseFilter } from '../../domain/question';
import type { TeamStanding } from '../../domain/team-standing';
import { own, textsFor } from '../../i18n/catalog';
import { joinParts, type Viewer } from '../../i18n/course-text';
import { formatTime } from '../../i18n/format';
import { toIsolatedText, toPlainText } from '../plain-text';
import { toGapWarnings } from './gap-warnings';

/** What is known of a team. `ListGaps` are those of all lists together. */
export interface KnownTeam extends Viewer, ListGaps {
  readonly standing: TeamStanding;
  readonly filter: CourseFilter;
  readonly readAt: Date;
  /** How many people report to the manager; more than `read` when the deadline came first. */
  readonly reports: number;
  readonly read: number;
  /** False when not even all reports could be listed. */
  readonly hasAllReports: boolean;
}

const SEARCH_LENGTH = 60;
/** How many titles are listed when a search finds several. */
const MOST_LISTED = 4;

/** The answer to the question: "5 of 8 people are behind", "Everyone has finished". */
export function toTeamHeading(team: KnownTeam): string {
  const { t } = textsFor(team.locale);
  const { filter, standing } = team;
  const { people } = standing.counts;
  const { count, answer } = toAnswer(standing, filter);
  if (people > 0 && count > 0) {
    const sentence = toSentence(answer, { count, people }, team);
    return mayBeLow(team) ? t('team.atLeast', { answer: own(sentence) }) : sentence;
  }
  if (people > 0 && isAnsweredByNone(answer))
    return t(`team.none.${answer}`, { known: isAllKnown(team) ? 'all' : 'some' });
  if (people > 0 && !mayBeLow(team)) return toSentence(answer, { count, people }, team);
  return t(filter.text === '' ? 'team.title' : 'team.courseHeading');
}

/** Whether the heading says already that there is no one to show: "Everyone is on time". */
export function isAnsweredByHeading({ standing, filter }: KnownTeam): boolean {
  const { count, answer } = toAnswer(standing, filter);
  return standing.counts.people > 0 && count === 0 && isAnsweredByNone(answer);
}

function isAllKnown(team: KnownTeam): boolean {
  return !mayBeLow(team) && isEveryoneRead(team);
}

type Answer = 'behind' | 'unfinished' | 'finished' | 'due' | 'have';

/** Whether "no one" is good news that has a sentence of its own. */
function isAnsweredByNone(answer: Answer): answer is 'behind' | 'unfinished' {
  return answer === 'behind' || answer === 'unfinished';
}

function toSentence(
  answer: Answer,
  counts: { readonly count: number; readonly people: number },
  { filter: { status, due }, locale }: KnownTeam,
): string {
  const { t } = textsFor(locale);
  if (answer === 'due') return t('team.answers.due', { ...counts, due });
  return answer === 'have'
    ? t('team.answers.have', { ...counts, status })
    : t(`team.answers.${answer}`, { ...counts });
}

/** What the numbers of an answer count. */
function toAnswer(
  { counts, courseCounts }: TeamStanding,
  { status, due }: CourseFilter,
): { readonly count: number; readonly answer: Answer } {
  if (due === 'overdue') return { answer: 'behind', count: counts.late };
  if (due !== 'any') return { answer: 'due', count: counts.matching };
  if (courseCounts !== undefined && status === 'completed')
    return { answer: 'finished', count: courseCounts.finished };
  if (courseCounts !== undefined && (status === 'any' || status === 'open'))
    return { answer: 'unfinished', count: courseCounts.inProgress + courseCounts.notStarted };
  return status === 'any'
    ? { answer: 'behind', count: counts.late }
    : { answer: 'have', count: counts.matching };
}

/** Whether lists lack entries, so that numbers may be too low. Titles that Graph refuses are no course that was named. */
function mayBeLow({ isComplete, unreadable = 0, missing, filter }: KnownTeam): boolean {
  const lacksTitles = missing !== undefined && missing.reason !== 'refused';
  return !isComplete || unreadable > 0 || (lacksTitles && filter.text !== '');
}

function isEveryoneRead({ read, reports, hasAllReports, standing }: KnownTeam): boolean {
  return read >= reports && hasAllReports && standing.counts.unreadable === 0;
}

/** What the numbers are about, and when they were read. A number that may be wrong is left out. */
export function toTeamSubtitle(team: KnownTeam, range: string): string {
  const { t } = textsFor(team.locale);
  const { filter, standing } = team;
  const { overdue, unreadable } = standing.counts;
  const isAboutOverdue = toAnswer(standing, filter).answer === 'behind' && filter.text === '';
  const time = own(formatTime(team.readAt, team));
  return joinParts(
    filter.kind === 'any' ? '' : t('team.onlyKind', { kind: filter.kind }),
    isAboutOverdue && overdue > 0 && !mayBeLow(team) ? t('team.overdueCourses', { count: overdue }) : '',
    unreadable > 0 ? t('team.unreadablePeople', { count: unreadable }) : '',
    range,
    t('courseList.asOf', { time }),
  );
}

/** The courses that the numbers are about: a search may find none, one or several titles. */
export function toAskedCourses({ standing: { askedTitles }, filter, locale }: KnownTeam): string {
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

/** What the card lacks. */
export function toTeamWarnings(team: KnownTeam): readonly string[] {
  const { read, reports, hasAllReports, missing, standing, filter } = team;
  const { t } = textsFor(team.locale);
  const isUnknown = filter.text !== '' && standing.askedTitles.length === 0 && read >= reports;
  return [
    ...(isUnknown ? [missing === undefined ? t('team.noSuchCourse') : t('team.noSuchTitle')] : []),
    ...(read < reports ? [t('team.soFar', { read, total: reports })] : []),
    ...(hasAllReports ? [] : [t('team.notEverybody')]),
    ...toGapWarnings(team),
  ];
}
