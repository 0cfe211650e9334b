import type { SearchHit } from '../../bot/routes';
import { toHttpsUrl } from '../../cards/https-url';
import { toCourseName, toCourseTitle, toProviderName } from '../../cards/parts/content';
import { toMessageText } from '../../cards/plain-text';
import type { Course, CourseContent } from '../../domain/course-activity';
import { detailsText, joinParts, shortStandingText, type Viewer } from '../../text/course-text';
import type { Reader } from '../../text/format';
import { textFor } from '../../text/text-for';

/** What a list of results shows of a course. Clients read its texts as html or Markdown: neither gets through. */
type Preview = SearchHit['preview'];

/** A course of the searcher's own, with how they stand: previews are for their eyes alone. */
export function toOwnPreview(course: Course, viewer: Viewer): Preview {
  const { activity, content } = course;
  return {
    title: toMessageText(toCourseName(course, viewer)),
    text: shortStandingText(activity, viewer),
    ...toImage(content),
  };
}

export function toCatalogPreview(content: CourseContent, reader: Pick<Reader, 'locale'>): Preview {
  const provider = toProviderName(content.sourceName, reader);
  return {
    title: toMessageText(toCourseTitle(content, reader) || textFor(reader.locale).sharedCourse.heading),
    text: toMessageText(joinParts(provider, detailsText(content, reader))),
    ...toImage(content),
  };
}

function toImage(content: CourseContent | undefined): Pick<Preview, 'imageUrl'> {
  const imageUrl = toHttpsUrl(content?.thumbnailUrl);
  return imageUrl === undefined ? {} : { imageUrl };
}
