import { toCourseTitle } from './course-look';
import { toHttpsUrl } from './https-url';
import { toMessageText, toPlainText } from './plain-text';
import type { Course, CourseContent } from '../domain/course-activity';
import { detailsText, joinParts, shortStandingText, type Viewer } from '../text/course-text';
import type { Reader } from '../text/format';
import { isolate } from '../text/isolate';
import { textFor } from '../text/text-for';

/** What a list of results shows of a course. Clients read its texts as html or Markdown: neither gets through. */
export interface SearchPreview {
  readonly title: string;
  readonly text: string;
  readonly imageUrl?: string;
}

const NAME_LENGTH = 80;

/** A course of the searcher's own, with how they stand: previews are for their eyes alone. */
export function toOwnPreview(course: Course, viewer: Viewer): SearchPreview {
  const { activity, content } = course;
  const texts = textFor(viewer.locale);
  return {
    title: toMessageText(
      isolate(toCourseTitle(course), texts.language) || texts.course.untitled(activity.kind),
    ),
    text: shortStandingText(activity, viewer),
    ...toImage(content),
  };
}

export function toCatalogPreview(content: CourseContent, reader: Pick<Reader, 'locale'>): SearchPreview {
  const { language, sharedCourse } = textFor(reader.locale);
  const provider = isolate(toPlainText(content.sourceName ?? '', NAME_LENGTH), language);
  return {
    title: toMessageText(isolate(toCourseTitle({ content }), language) || sharedCourse.heading),
    text: toMessageText(joinParts(provider, detailsText(content, reader))),
    ...toImage(content),
  };
}

function toImage(content: CourseContent | undefined): Pick<SearchPreview, 'imageUrl'> {
  const imageUrl = toHttpsUrl(content?.thumbnailUrl);
  return imageUrl === undefined ? {} : { imageUrl };
}
