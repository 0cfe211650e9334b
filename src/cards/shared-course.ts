import type { ContentRef, CourseActivity, CourseContent } from '../domain/course-activity';
import { standingText, type Viewer } from '../text/course-text';
import { isolate } from '../text/isolate';
import { textFor } from '../text/text-for';
import { toAction } from './actions';
import { defineCard } from './define-card';
import { toContentParts, toCourseTitle, toProviderName } from './parts/content';
import { statusLooks } from './parts/status-look';
import { toMessageText, toPlainText } from './plain-text';

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
  const { sharedCourse } = textFor(shared.locale);
  const title = viewer === undefined ? sharedCourse.seeMine : sharedCourse.refresh;
  return {
    speak: toText(shared),
    heading: sharedCourse.heading,
    title: toCourseTitle(content, shared),
    provider: toProviderName(content?.sourceName, shared),
    ...toContentParts(content, shared),
    description: toDescription(shared),
    ...statusLooks[viewer?.activity?.status ?? 'unknown'],
    ownStatus: toOwnStatus(viewer),
    onlyYou: sharedCourse.onlyYou,
    view: toAction(title, 'shared-course/view', {
      provider: ref.providerId,
      content: ref.contentId,
      ticket,
    }),
  };
}

function toText(shared: SharedCourse): string {
  const { sharedCourse, followed } = textFor(shared.locale);
  const title = toCourseTitle(shared.content, shared) || sharedCourse.heading;
  const ownStatus = toOwnStatus(shared.viewer);
  return toMessageText(ownStatus === '' ? title : followed(title, ownStatus));
}

function toDescription({ content, locale }: SharedCourse): string {
  const { sharedCourse, language } = textFor(locale);
  return content === undefined
    ? sharedCourse.noDetails
    : isolate(toPlainText(content.description ?? '', DESCRIPTION_LENGTH), language);
}

/** "You: In progress · 40% done · Due Nov 20, 2026 (in 3 days)"; '' in the card that everyone sees. */
function toOwnStatus(viewer: SharedCourseViewer | undefined): string {
  if (viewer === undefined) return '';
  const { sharedCourse, courseList } = textFor(viewer.locale);
  if (viewer.activity !== undefined) return sharedCourse.own(standingText(viewer.activity, viewer));
  return viewer.isComplete ? sharedCourse.own(sharedCourse.notYours) : courseList.notAllLoaded;
}
