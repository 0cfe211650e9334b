import type { SharedCourseData } from '../../cards/card-data';
import { statusLooks, toCourseTitle } from '../../cards/course-look';
import { toHttpsUrl } from '../../cards/https-url';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { ContentRef, CourseActivity, CourseContent } from '../../domain/course-activity';
import { detailsText, standingText, type Viewer } from '../../text/course-text';
import { isolate } from '../../text/isolate';
import { textFor } from '../../text/text-for';

/** A course in a conversation. */
export interface SharedCourse {
  /** Of the viewer, or of the one who shares it. */
  readonly locale: string;
  readonly ref: ContentRef;
  readonly ticket: string;
  /** Absent when it cannot be read: the card is complete without. */
  readonly content?: CourseContent;
  /** Whose eyes alone this view is for; absent for the card that everybody sees. */
  readonly viewer?: SharedCourseViewer;
}

export interface SharedCourseViewer extends Viewer {
  /** Absent when the course is none of theirs, as far as their list could be read. */
  readonly activity?: CourseActivity;
  /** False when their list could not be read to its end. */
  readonly isComplete: boolean;
}

const NAME_LENGTH = 80;
const DESCRIPTION_LENGTH = 240;

export function toSharedCourseData(shared: SharedCourse): SharedCourseData {
  const { ref, ticket, viewer } = shared;
  const { sharedCourse } = textFor(shared.locale);
  return {
    speak: toSharedCourseText(shared),
    heading: sharedCourse.heading,
    ...toTexts(shared),
    ...toLinks(shared),
    ...toOwnLook(viewer),
    view: {
      title: viewer === undefined ? sharedCourse.seeMine : sharedCourse.refresh,
      data: { provider: ref.providerId, content: ref.contentId, ticket },
    },
  };
}

type TextPart = Pick<
  SharedCourseData,
  | 'hasTitle'
  | 'title'
  | 'hasProvider'
  | 'provider'
  | 'hasDetails'
  | 'details'
  | 'hasDescription'
  | 'description'
>;

function toTexts(shared: SharedCourse): TextPart {
  const { content, locale } = shared;
  const { sharedCourse, language } = textFor(locale);
  const title = isolate(toCourseTitle(shared), language);
  const provider = isolate(toPlainText(content?.sourceName ?? '', NAME_LENGTH), language);
  const details = content === undefined ? '' : detailsText(content, shared);
  const description =
    content === undefined
      ? sharedCourse.noDetails
      : isolate(toPlainText(content.description ?? '', DESCRIPTION_LENGTH), language);
  return {
    hasTitle: title !== '',
    title,
    hasProvider: provider !== '',
    provider,
    hasDetails: details !== '',
    details,
    hasDescription: description !== '',
    description,
  };
}

function toLinks({
  content,
  locale,
}: SharedCourse): Pick<
  SharedCourseData,
  'hasThumbnail' | 'thumbnailUrl' | 'thumbnailAlt' | 'hasOpen' | 'openTitle' | 'openUrl'
> {
  const thumbnailUrl = toHttpsUrl(content?.thumbnailUrl);
  const openUrl = toHttpsUrl(content?.webUrl);
  const { course } = textFor(locale);
  return {
    hasThumbnail: thumbnailUrl !== undefined,
    thumbnailUrl: thumbnailUrl ?? '',
    thumbnailAlt: course.thumbnailAlt,
    hasOpen: openUrl !== undefined,
    openTitle: course.open,
    openUrl: openUrl ?? '',
  };
}

/** Nothing of anybody, unless the view is for one viewer's eyes. */
function toOwnLook(
  viewer: SharedCourseViewer | undefined,
): Pick<SharedCourseData, 'hasOwnStatus' | 'ownIcon' | 'ownIconColor' | 'ownStatus' | 'onlyYou'> {
  const look = statusLooks[viewer?.activity?.status ?? 'unknown'];
  return {
    hasOwnStatus: viewer !== undefined,
    ownIcon: look.icon,
    ownIconColor: look.color,
    ownStatus: viewer === undefined ? '' : toOwnStatus(viewer),
    onlyYou: viewer === undefined ? '' : textFor(viewer.locale).sharedCourse.onlyYou,
  };
}

/** The card's plain-text twin. */
export function toSharedCourseText(shared: SharedCourse): string {
  const { viewer, locale } = shared;
  const { sharedCourse, followed } = textFor(locale);
  const title = toCourseTitle(shared) || sharedCourse.heading;
  return toMessageText(viewer === undefined ? title : followed(title, toOwnStatus(viewer)));
}

/** "You: In progress · 40% done · Due Nov 20, 2026 (in 3 days)". */
function toOwnStatus(viewer: SharedCourseViewer): string {
  const { activity, isComplete, locale } = viewer;
  const { sharedCourse, courseList } = textFor(locale);
  if (activity !== undefined) return sharedCourse.own(standingText(activity, viewer));
  return isComplete ? sharedCourse.own(sharedCourse.notYours) : courseList.notAllLoaded;
}
