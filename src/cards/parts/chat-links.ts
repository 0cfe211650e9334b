import type { Course } from '../../domain/course-activity';
import type { DirectReport } from '../../domain/direct-report';
import { dueDay } from '../../domain/due';
import { own, textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';
import { formatDay } from '../../i18n/format';
import { MOST_IN_CHAT, toChatUrl } from '../../lib/teams-links';
import { toPlainText } from '../plain-text';
import { toFirstName, type CardLink } from './learner-links';

const NAME_LENGTH = 30;
const TITLE_LENGTH = 60;
/** Keeps a card with a link small enough for Teams. */
const LONGEST_URL = 1_500;
/** One account, and nothing that could name a second one in a link or that an address cannot hold. */
const ACCOUNT = /^[^\s,;@#\p{C}]+@[^\s,;@\p{C}]+$/u;

/** Whether a chat can be opened with a person: the account is known, not a guest's, and not known to be disabled. */
function canBeMessaged({ isEnabled, userPrincipalName = '' }: DirectReport): boolean {
  return isEnabled && ACCOUNT.test(userPrincipalName);
}

/**
 * "Message Amara ↗": a chat with a draft that names the course and its due day, never a status. `undefined` when no chat
 * can be opened with the person.
 */
export function toPersonChat(
  report: DirectReport,
  course: Course | undefined,
  viewer: Viewer,
): CardLink | undefined {
  if (!canBeMessaged(report)) return undefined;
  const { t } = textsFor(viewer.locale);
  const name =
    toPlainText(report.givenName ?? toFirstName(report.displayName ?? ''), NAME_LENGTH) || t('team.nameless');
  const url = toChatUrl(
    [report.userPrincipalName ?? ''],
    toDraft(t('team.draft.hello', { name }), course, viewer),
  );
  return url.length > LONGEST_URL ? undefined : { title: t('team.message.person', { name }), url };
}

interface Group {
  readonly reports: readonly DirectReport[];
  /** The course that the draft names; everyone in the chat can read it. */
  readonly course: Course | undefined;
  readonly why: 'behind' | 'unfinished';
}

/**
 * "Message the 3 who are behind ↗": a group chat of two to eight people, or the chat with the only one. Who cannot be
 * messaged is left out, and the title says so. `undefined` when there is no such chat.
 */
export function toGroupChat({ reports, course, why }: Group, viewer: Viewer): CardLink | undefined {
  const { t } = textsFor(viewer.locale);
  const reached = reports.filter(canBeMessaged);
  const [only, another] = reached;
  if (only === undefined || reached.length > MOST_IN_CHAT) return undefined;
  if (another === undefined) return toPersonChat(only, course, viewer);
  const url = toChatUrl(
    reached.map(({ userPrincipalName = '' }) => userPrincipalName),
    toDraft(t('team.draft.helloAll'), course, viewer),
    toPlainText(course?.content?.title ?? '', TITLE_LENGTH) || t('team.draft.topic'),
  );
  const left = reports.length - reached.length;
  const title = t(`team.message.${why}`, { count: reached.length, left, total: reports.length });
  return url.length > LONGEST_URL ? undefined : { title, url };
}

function toDraft(hello: string, course: Course | undefined, viewer: Viewer): string {
  const { t } = textsFor(viewer.locale);
  const title = toPlainText(course?.content?.title ?? '', TITLE_LENGTH);
  const due = course?.activity.due;
  const values = { hello: own(hello), title };
  if (title === '') return t('team.draft.courses', { hello: own(hello) });
  if (due === undefined) return t('team.draft.course', values);
  return t('team.draft.courseDue', { ...values, date: own(formatDay(dueDay(due, viewer), viewer)) });
}
