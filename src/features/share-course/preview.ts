import type { SearchHit } from '../../bot/routes';
import { toCourseTitle } from '../../cards/course-look';
import { toHttpsUrl } from '../../cards/https-url';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { Course, CourseContent } from '../../domain/course-activity';
import { detailsText, joinParts, shortStandingText, type Viewer } from '../../text/course-text';
import { en } from '../../text/en';

/** What a list of results shows of a course. Clients read its texts as html or Markdown: neither gets through. */
type Preview = SearchHit['preview'];

const TEXT_LENGTH = 120;

/** A course of the searcher's own, with how they stand: previews are for their eyes alone. */
export function toOwnPreview(course: Course, viewer: Viewer): Preview {
  const { activity, content } = course;
  return {
    title: toMessageText(toCourseTitle(course) || en.course.untitled(activity.kind)),
    text: shortStandingText(activity, viewer),
    ...toImage(content),
  };
}

export function toCatalogPreview(content: CourseContent): Preview {
  const text = joinParts(content.sourceName ?? '', detailsText(content));
  return {
    title: toMessageText(toCourseTitle({ content }) || en.sharedCourse.heading),
    text: toMessageText(toPlainText(text, TEXT_LENGTH)),
    ...toImage(content),
  };
}

function toImage(content: CourseContent | undefined): Pick<Preview, 'imageUrl'> {
  const imageUrl = toHttpsUrl(content?.thumbnailUrl);
  return imageUrl === undefined ? {} : { imageUrl };
}
