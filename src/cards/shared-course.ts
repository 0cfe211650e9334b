import type { ContentRef, CourseActivity, CourseContent } from '../domain/course-activity';
import { own, textsFor } from '../i18n/catalog';
import { joinParts, statusAndDateText, type Viewer } from '../i18n/course-text';
import { toAction } from './actions';
import { defineCard } from './define-card';
import { toContentParts, toCourseTitle, toProviderName } from './parts/content';
import { statusStyles } from './parts/status-style';
import { toIsolatedText, toMessageText } from './plain-text';

/** A course in a conversation: neutral, unless it is the private view of one viewer. */
export interface SharedCourse {
  /** Of the viewer, or of the person who shares it. */
  readonly locale: string;
  readonly ref: ContentRef;
  readonly ticket: string;
  /** Absent when it cannot be read; the card is complete without it. */
  readonly content?: CourseContent;
  /** The only person who sees this view; absent for the card that everyone sees. */
  readonly viewer?: SharedCourseViewer;
}

interface SharedCourseViewer extends Viewer {
  /** Absent when the course is not on the part of their list that could be read. */
  readonly activity?: CourseActivity;
  /** False when their list could not be read to its end. */
  readonly isComplete: boolean;
}

export const sharedCourseCard = defineCard('shared-course', { toData, toText });

const DESCRIPTION_LENGTH = 240;

function toData(shared: SharedCourse) {
  const { content, ref, ticket, viewer } = shared;
  const { t } = textsFor(shared.locale);
  const title = viewer === undefined ? t('sharedCourse.seeMine') : t('sharedCourse.refresh');
  return {
    speak: toText(shared),
    heading: t('sharedCourse.heading'),
    title: toCourseTitle(content, shared),
    provider: toProviderName(content?.sourceName, shared),
    ...toContentParts(content, shared),
    description: toDescription(shared),
    ...statusStyles[viewer?.activity?.status ?? 'unknown'],
    ownStatus: toOwnStatus(viewer),
    onlyYou: t('sharedCourse.onlyYou'),
    view: toAction(title, 'shared-course/view', {
      provider: ref.providerId,
      content: ref.contentId,
      ticket,
    }),
  };
}

function toText(shared: SharedCourse): string {
  const heading = textsFor(shared.locale).t('sharedCourse.heading');
  const title = toCourseTitle(shared.content, shared) || heading;
  return toMessageText(joinParts(title, toOwnStatus(shared.viewer)));
}

function toDescription({ content, locale }: SharedCourse): string {
  return content === undefined
    ? textsFor(locale).t('sharedCourse.noDetails')
    : toIsolatedText(content.description, DESCRIPTION_LENGTH, { locale });
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
