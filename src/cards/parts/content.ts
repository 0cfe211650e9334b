import type { Course, CourseContent } from '../../domain/course-activity';
import { detailsText } from '../../text/course-text';
import type { Reader } from '../../text/format';
import { isolate } from '../../text/isolate';
import { textFor } from '../../text/text-for';
import { toHttpsUrl } from '../https-url';
import { toPlainText } from '../plain-text';

type Locale = Pick<Reader, 'locale'>;

const TITLE_LENGTH = 120;
const NAME_LENGTH = 80;

/** The title of a course; '' when its provider tells none. */
export function toCourseTitle(content: CourseContent | undefined, { locale }: Locale): string {
  return isolate(toPlainText(content?.title ?? '', TITLE_LENGTH), textFor(locale).language);
}

/** The title of a learner's course; without one, what kind of course it is. */
export function toCourseName({ activity, content }: Course, reader: Locale): string {
  return toCourseTitle(content, reader) || textFor(reader.locale).course.untitled(activity.kind);
}

/** The name of a provider, or of the source that a content names. */
export function toProviderName(name: string | undefined, { locale }: Locale): string {
  return isolate(toPlainText(name ?? '', NAME_LENGTH), textFor(locale).language);
}

interface ContentParts {
  /** Duration, pages, level. */
  readonly details: string;
  readonly thumbnailUrl: string;
  readonly thumbnailAlt: string;
  readonly openTitle: string;
  readonly openUrl: string;
}

/** Details, picture and link of a course's content. */
export function toContentParts(content: CourseContent | undefined, reader: Locale): ContentParts {
  const { thumbnailAlt, open } = textFor(reader.locale).course;
  return {
    details: content === undefined ? '' : detailsText(content, reader),
    thumbnailUrl: toHttpsUrl(content?.thumbnailUrl) ?? '',
    thumbnailAlt,
    openTitle: open,
    openUrl: toHttpsUrl(content?.webUrl) ?? '',
  };
}
