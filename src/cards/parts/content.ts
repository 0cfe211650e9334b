import type { Course, CourseContent } from '../../domain/course-activity';
import { textsFor } from '../../i18n/catalog';
import {
  dateSentence,
  dateText,
  detailsText,
  joinParts,
  progressText,
  statusText,
  type Viewer,
} from '../../i18n/course-text';
import type { Locale } from '../../i18n/format';
import { toHttpsUrl } from '../https-url';
import { toIsolatedText } from '../plain-text';

const TITLE_LENGTH = 120;
const NAME_LENGTH = 80;

/** Returns the title of a course; '' if its provider has none. */
export function toCourseTitle(content: CourseContent | undefined, reader: Locale): string {
  return toIsolatedText(content?.title, TITLE_LENGTH, reader);
}

/** The title of a learner's course; without one, what kind of course it is. */
export function toCourseName({ activity, content }: Course, reader: Locale): string {
  return (
    toCourseTitle(content, reader) || textsFor(reader.locale).t('course.untitled', { kind: activity.kind })
  );
}

/** A learner's course in one line; `isExact` asks for the time of day when it is due. */
export function toCourseLine(course: Course, viewer: Viewer, isExact = false): string {
  const { activity } = course;
  return joinParts(
    toCourseName(course, viewer),
    statusText(activity, viewer),
    progressText(activity, viewer) ?? '',
    dateSentence(dateText(activity, viewer, isExact), viewer),
  );
}

/** The name of a provider, or of the source that a content names. */
export function toProviderName(name: string | undefined, reader: Locale): string {
  return toIsolatedText(name, NAME_LENGTH, reader);
}

type ContentPart = 'details' | 'thumbnailUrl' | 'thumbnailAlt' | 'openUrl';

/** Details (duration, pages, level), picture and link of a course's content. */
export function toContentParts(
  content: CourseContent | undefined,
  reader: Locale,
): Record<ContentPart, string> {
  const { t } = textsFor(reader.locale);
  return {
    details: content === undefined ? '' : detailsText(content, reader),
    thumbnailUrl: toHttpsUrl(content?.thumbnailUrl) ?? '',
    thumbnailAlt: t('course.thumbnailAlt'),
    openUrl: toHttpsUrl(content?.webUrl) ?? '',
  };
}
