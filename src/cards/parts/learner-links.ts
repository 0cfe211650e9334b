import type { Course } from '../../domain/course-activity';
import { dueDay, isOpen } from '../../domain/due';
import { minutesLeft } from '../../domain/time-left';
import { nextWorkingHalfHour } from '../../domain/working-time';
import { own, textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';
import { formatDay } from '../../i18n/format';
import { weekendOf } from '../../i18n/weekend';
import { toHttpsUrl } from '../https-url';
import { toIsolatedText, toPlainText } from '../plain-text';
import { toCourseName } from './content';
import { toChatUrl, toMeetingUrl, VIVA_LEARNING_URL } from '../../lib/teams-links';

/** A button that leaves the card. */
export interface CardLink {
  readonly title: string;
  readonly url: string;
}

/** Who assigned a course, as far as the learner may read it. Untrusted. */
export interface Assigner {
  readonly assignerName?: string | undefined;
  /** What a chat link addresses. */
  readonly assignerAccount?: string | undefined;
}

/** Shorter than on the card: each character may take nine in an address. */
const TITLE_LENGTH = 80;
const FIRST_NAME_LENGTH = 30;

/** Minutes of a meeting for a course of unknown length, and of the longest one. */
const USUAL_MINUTES = 30;
const MOST_MINUTES = 120;
const STEP_MINUTES = 5;

/** Opens the course at its provider, or Viva Learning where the provider's address is not known. */
export function toOpenLinks({ activity, content }: Course, { locale }: Viewer): readonly CardLink[] {
  const { t } = textsFor(locale);
  const viva = { title: t('course.openVivaLearning'), url: VIVA_LEARNING_URL };
  const url = toHttpsUrl(content?.webUrl);
  if (url === undefined) return [viva];
  if (!isOpen(activity)) return [{ title: t('course.review'), url }, viva];
  const isBegun = activity.status === 'inProgress' || (activity.completionPercentage ?? 0) > 0;
  return [{ title: t(isBegun ? 'course.continue' : 'course.start'), url }, viva];
}

/** A chat with who assigned the course, with a draft that names the course and its due date and nothing else. */
export function toAskLink(course: Course, assigner: Assigner, viewer: Viewer): readonly CardLink[] {
  const { assignerUserId, learnerUserId, due } = course.activity;
  const { assignerName = '', assignerAccount: account } = assigner;
  const name = toIsolatedText(toFirstName(assignerName), FIRST_NAME_LENGTH, viewer);
  const isOther = assignerUserId?.toLowerCase() !== learnerUserId.toLowerCase();
  if (account === undefined || name === '' || !isOther) return [];
  const { t } = textsFor(viewer.locale);
  const named = { name: own(name), title: own(toLinkTitle(course, viewer)) };
  const draft =
    due === undefined
      ? t('course.askDraft', named)
      : t('course.askDraftDue', { ...named, date: own(formatDay(dueDay(due, viewer), viewer)) });
  return toSafeLink(t('course.ask', { name: own(name) }), toChatUrl([account], draft));
}

/** The dialog for a meeting with oneself, as long as what is left of an open course. */
export function toBookLink(course: Course, viewer: Viewer): readonly CardLink[] {
  if (!isOpen(course.activity)) return [];
  const minutes = minutesLeft(course) ?? course.content?.durationMinutes ?? USUAL_MINUTES;
  const meeting = {
    subject: toLinkTitle(course, viewer),
    start: nextWorkingHalfHour(viewer, weekendOf(viewer)),
    minutes: Math.min(Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES, MOST_MINUTES),
  };
  const title = textsFor(viewer.locale).t('course.bookTime');
  const links = [toHttpsUrl(course.content?.webUrl) ?? [], VIVA_LEARNING_URL].flat();
  return links.flatMap((content) => toSafeLink(title, toMeetingUrl({ ...meeting, content }))).slice(0, 1);
}

/** No link where the address would be too long. */
function toSafeLink(title: string, address: string): readonly CardLink[] {
  const url = toHttpsUrl(address);
  return url === undefined ? [] : [{ title, url }];
}

function toLinkTitle(course: Course, viewer: Viewer): string {
  return toPlainText(course.content?.title ?? '', TITLE_LENGTH) || toCourseName(course, viewer);
}

const WRITTEN_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** "Katherine" of "Katherine Walsh", "Walsh, Katherine" and "Dr. Katherine Walsh (HR)"; "佐藤 遥" as it is. */
export function toFirstName(displayName: string): string {
  const name = displayName.replace(/\([^)]*(?:\)|$)/gu, '').trim();
  if (WRITTEN_WITHOUT_SPACES.test(name)) return name;
  const given = name.slice(name.indexOf(',') + 1).trim();
  const words = given.split(/\s+/u);
  return words.find((word) => !word.endsWith('.')) ?? given;
}
