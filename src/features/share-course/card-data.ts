import type { SharedCourseData } from '../../cards/card-data';
import { statusLooks, toCourseTitle } from '../../cards/course-look';
import { toHttpsUrl } from '../../cards/https-url';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { ContentRef, CourseActivity, CourseContent } from '../../domain/course-activity';
import { detailsText, standingText, type Viewer } from '../../text/course-text';
import { en } from '../../text/en';

/** A course in a conversation. */
export interface SharedCourse {
  readonly ref: ContentRef;
  readonly ticket: string;
  /** Absent when it cannot be read: the card is complete without. */
  readonly content?: CourseContent;
  /** Whose eyes alone this view is for; absent for the card that everybody sees. */
  readonly viewer?: SharedCourseViewer;
}

export interface SharedCourseViewer extends Viewer {
  /** Absent when the course is none of theirs. */
  readonly activity?: CourseActivity;
}

const NAME_LENGTH = 80;
const DESCRIPTION_LENGTH = 240;

export function toSharedCourseData(shared: SharedCourse): SharedCourseData {
  const { ref, ticket, content, viewer } = shared;
  return {
    speak: toSharedCourseText(shared),
    heading: en.sharedCourse.heading,
    ...toTexts(shared),
    ...toLinks(content),
    ...toOwnLook(viewer),
    view: {
      title: viewer === undefined ? en.sharedCourse.seeMine : en.sharedCourse.refresh,
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
  const { content } = shared;
  const title = toCourseTitle(shared);
  const provider = toPlainText(content?.sourceName ?? '', NAME_LENGTH);
  const details = content === undefined ? '' : detailsText(content);
  const description =
    content === undefined
      ? en.sharedCourse.noDetails
      : toPlainText(content.description ?? '', DESCRIPTION_LENGTH);
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

function toLinks(
  content: CourseContent | undefined,
): Pick<
  SharedCourseData,
  'hasThumbnail' | 'thumbnailUrl' | 'thumbnailAlt' | 'hasOpen' | 'openTitle' | 'openUrl'
> {
  const thumbnailUrl = toHttpsUrl(content?.thumbnailUrl);
  const openUrl = toHttpsUrl(content?.webUrl);
  return {
    hasThumbnail: thumbnailUrl !== undefined,
    thumbnailUrl: thumbnailUrl ?? '',
    thumbnailAlt: en.course.thumbnailAlt,
    hasOpen: openUrl !== undefined,
    openTitle: en.course.open,
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
    onlyYou: viewer === undefined ? '' : en.sharedCourse.onlyYou,
  };
}

/** The card's plain-text twin. */
export function toSharedCourseText(shared: SharedCourse): string {
  const { viewer } = shared;
  const title = toCourseTitle(shared) || en.sharedCourse.heading;
  return toMessageText(viewer === undefined ? title : `${title}. ${toOwnStatus(viewer)}`);
}

/** "You: In progress · 40% done · Due Nov 20, 2026 (in 3 days)". */
function toOwnStatus(viewer: SharedCourseViewer): string {
  const { activity } = viewer;
  return en.sharedCourse.own(
    activity === undefined ? en.sharedCourse.notYours : standingText(activity, viewer),
  );
}
