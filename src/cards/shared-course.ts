import type { CourseActivity, CourseContent } from '../domain/course-activity';
import { own, textsFor } from '../i18n/catalog';
import {
  dateLabel,
  dateSentence,
  dateText,
  joinParts,
  progressText,
  statusAndDateText,
  type Viewer,
} from '../i18n/course-text';
import { VIVA_LEARNING_URL } from '../lib/teams-links';
import { toAction, type ActionDataOf, type CardAction } from './actions';
import { defineCard } from './define-card';
import { toHttpsUrl } from './https-url';
import { toDueBadge } from './parts/badge';
import { toContentParts, toCourseTitle, toProviderName } from './parts/content';
import { toOpenLinks, type CardLink } from './parts/learner-links';
import { toBar } from './parts/progress';
import { statusStyles } from './parts/status-style';
import { toIsolatedText, toMessageText } from './plain-text';

/** A course in a conversation: neutral, unless it is the private view of one viewer. */
export interface SharedCourse {
  /** Of the viewer, or of the person who shares it. */
  readonly locale: string;
  /** What its button sends; absent for a person without the app, who cannot sign in to see their status. */
  readonly viewData?: ActionDataOf<'shared-course/view'>;
  /** Absent when it cannot be read; the card is complete without it. */
  readonly content?: CourseContent;
  /** The only person who sees this view; absent for the card that everyone sees. */
  readonly viewer?: SharedCourseViewer;
  /** The app's icon on the bot's own host. */
  readonly iconUrl: string;
}

interface SharedCourseViewer extends Viewer {
  /** Absent when the course is not on the part of their list that could be read. */
  readonly activity?: CourseActivity;
  /** False when their list could not be read to its end. */
  readonly isComplete: boolean;
}

export const sharedCourseCard = defineCard('shared-course', { toData, toText });

const DESCRIPTION_LENGTH = 240;
const BUTTON_NAME_LENGTH = 40;

function toData(shared: SharedCourse) {
  const { content, viewer, iconUrl } = shared;
  const { t } = textsFor(shared.locale);
  const { details, thumbnailUrl, thumbnailAlt } = toContentParts(content, shared);
  const view = toView(shared);
  return {
    speak: toText(shared),
    iconUrl,
    heading: joinParts('Coursemate', t('sharedCourse.heading')),
    title: toCourseTitle(content, shared),
    facts: joinParts(toProviderName(content?.sourceName, shared), details),
    thumbnailUrl,
    thumbnailAlt,
    description: toDescription(shared),
    own: viewer === undefined ? [] : [toOwn(viewer)],
    hint: toHint(shared),
    view,
    links: toLinks(shared),
    seeMine: viewer === undefined ? view : [],
    refresh: viewer === undefined ? [] : view,
  };
}

function toText(shared: SharedCourse): string {
  const heading = textsFor(shared.locale).t('sharedCourse.heading');
  const title = toCourseTitle(shared.content, shared) || heading;
  return toMessageText(joinParts(title, toOwnStatus(shared.viewer), toHint(shared)));
}

function toDescription({ content, locale }: SharedCourse): string {
  return content === undefined
    ? textsFor(locale).t('sharedCourse.noDetails')
    : toIsolatedText(content.description, DESCRIPTION_LENGTH, { locale });
}

/** What a person without the app is told. */
function toHint({ viewData, locale }: SharedCourse): string {
  return viewData === undefined ? textsFor(locale).t('sharedCourse.anonymous') : '';
}

/** The button that shows each viewer their own status, as a list. */
function toView({ viewData, viewer, locale }: SharedCourse): readonly CardAction[] {
  const { t } = textsFor(locale);
  const title = viewer === undefined ? t('sharedCourse.seeMine') : t('sharedCourse.refresh');
  return viewData === undefined ? [] : [toAction(title, 'shared-course/view', viewData)];
}

/** Where the course is taken. The first is the next step, unless that is to see one's status. */
function toLinks(shared: SharedCourse) {
  const { viewData, viewer } = shared;
  const isNeutral = viewer === undefined && viewData !== undefined;
  return toPlainLinks(shared).map((link, index) => ({
    ...link,
    style: index === 0 && !isNeutral ? 'positive' : 'default',
  }));
}

function toPlainLinks({ content, locale, viewer }: SharedCourse): readonly CardLink[] {
  const { t } = textsFor(locale);
  if (viewer?.activity !== undefined)
    return toOpenLinks({ activity: viewer.activity, ...(content !== undefined && { content }) }, viewer);
  const viva = { title: t('course.openVivaLearning'), url: VIVA_LEARNING_URL };
  const url = toHttpsUrl(content?.webUrl);
  if (url === undefined) return [viva];
  const provider = toIsolatedText(content?.sourceName, BUTTON_NAME_LENGTH, { locale });
  const title =
    provider === '' ? t('sharedCourse.open') : t('sharedCourse.openIn', { provider: own(provider) });
  return [{ title, url }, viva];
}

/** The viewer's own status. What the badge says is not said again beside it. */
function toOwn(viewer: SharedCourseViewer) {
  const { activity } = viewer;
  const { t } = textsFor(viewer.locale);
  const onlyYou = t('sharedCourse.onlyYou');
  if (activity === undefined) {
    return {
      ...statusStyles.unknown,
      icon: '',
      status: toOwnStatus(viewer),
      date: '',
      badge: { text: '' },
      bar: [],
      onlyYou,
    };
  }
  const badge = toDueBadge(activity, viewer);
  const date = dateText(activity, viewer);
  const progress = activity.status === 'notStarted' ? '' : (progressText(activity, viewer) ?? '');
  const status =
    date.kind === 'completed' ? dateLabel(date, viewer) : t(`course.statuses.${activity.status}`);
  const dateWords = badge.text === '' ? dateSentence(date, viewer) : dateLabel(date, viewer);
  return {
    ...statusStyles[activity.status],
    status: t('sharedCourse.own', { status: own(joinParts(status, progress)) }),
    date: date.kind === 'completed' ? '' : dateWords,
    badge,
    bar: progress === '' ? [] : toBar(activity.completionPercentage ?? 0, viewer),
    onlyYou,
  };
}

/** "Your status: In progress · 40% done · Due Nov 20, 2026 (in 3 days)"; '' in the card that everyone sees. */
function toOwnStatus(viewer: SharedCourseViewer | undefined): string {
  if (viewer === undefined) return '';
  const { t } = textsFor(viewer.locale);
  if (viewer.activity !== undefined) {
    return t('sharedCourse.own', { status: own(statusAndDateText(viewer.activity, viewer)) });
  }
  return viewer.isComplete ? t('sharedCourse.notYours') : t('courseList.notAllLoaded');
}
