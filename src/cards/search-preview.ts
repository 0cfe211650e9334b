import type { Course, CourseActivity, CourseContent } from '../domain/course-activity';
import { textsFor } from '../i18n/catalog';
import {
  dateText,
  detailsText,
  joinParts,
  progressText,
  shortDateText,
  type Viewer,
} from '../i18n/course-text';
import { formatDuration, type Locale } from '../i18n/format';
import { toHttpsUrl } from './https-url';
import { toCourseName, toCourseTitle, toProviderName } from './parts/content';
import { toMessageText } from './plain-text';

/** A course in a list of results. Clients read its texts as HTML or Markdown, so both are escaped. */
export interface SearchPreview {
  readonly title: string;
  readonly text: string;
  readonly imageUrl?: string | undefined;
}

/**
 * A course of the searcher's own with what matters most first, because clients show one line: "5 days overdue · Required ·
 * 45 min · 40% done". Only the searcher sees previews.
 */
export function toOwnPreview(course: Course, viewer: Viewer): SearchPreview {
  const { activity, content } = course;
  const date = dateText(activity, viewer);
  const minutes = content?.durationMinutes;
  return {
    title: toMessageText(toCourseName(course, viewer)),
    text: joinParts(
      date.kind === 'other' ? '' : shortDateText(date, viewer),
      activity.kind === 'required' ? textsFor(viewer.locale).t('course.kinds.required') : '',
      minutes === undefined ? '' : formatDuration(minutes, viewer),
      shortStatusText(activity, viewer),
    ),
    imageUrl: toHttpsUrl(content?.thumbnailUrl),
  };
}

/** "40% done", "Not started"; empty where the date of completion says it. */
function shortStatusText(activity: CourseActivity, viewer: Viewer): string {
  const { status, completedDateTime } = activity;
  if (status === 'completed' && completedDateTime !== undefined) return '';
  const progress = status === 'notStarted' ? undefined : progressText(activity, viewer);
  return progress ?? textsFor(viewer.locale).t(`course.statuses.${status}`);
}

/** A course of the catalog; `isUnassigned` says that it is not on the searcher's own list. */
export function toCatalogPreview(
  content: CourseContent,
  reader: Locale,
  { isUnassigned = false }: { readonly isUnassigned?: boolean } = {},
): SearchPreview {
  const { t } = textsFor(reader.locale);
  const provider = toProviderName(content.sourceName, reader);
  const mark = isUnassigned ? t('search.instead.unassigned') : '';
  return {
    title: toMessageText(toCourseTitle(content, reader) || t('sharedCourse.heading')),
    text: toMessageText(joinParts(mark, provider, detailsText(content, reader))),
    imageUrl: toHttpsUrl(content.thumbnailUrl),
  };
}
