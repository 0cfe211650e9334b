import type { Course, CourseContent } from '../domain/course-activity';
import { textsFor } from '../i18n/catalog';
import { detailsText, joinParts, shortStatusAndDateText, type Viewer } from '../i18n/course-text';
import type { Locale } from '../i18n/format';
import { toHttpsUrl } from './https-url';
import { toCourseName, toCourseTitle, toProviderName } from './parts/content';
import { toMessageText } from './plain-text';

/** A course in a list of results. Clients read its texts as HTML or Markdown, so both are escaped. */
export interface SearchPreview {
  readonly title: string;
  readonly text: string;
  readonly imageUrl?: string | undefined;
}

/** A course of the searcher's own with its status. Only the searcher sees previews. */
export function toOwnPreview(course: Course, viewer: Viewer): SearchPreview {
  return {
    title: toMessageText(toCourseName(course, viewer)),
    text: shortStatusAndDateText(course.activity, viewer),
    imageUrl: toHttpsUrl(course.content?.thumbnailUrl),
  };
}

export function toCatalogPreview(content: CourseContent, reader: Locale): SearchPreview {
  const provider = toProviderName(content.sourceName, reader);
  return {
    title: toMessageText(toCourseTitle(content, reader) || textsFor(reader.locale).t('sharedCourse.heading')),
    text: toMessageText(joinParts(provider, detailsText(content, reader))),
    imageUrl: toHttpsUrl(content.thumbnailUrl),
  };
}
