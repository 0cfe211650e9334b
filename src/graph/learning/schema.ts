import * as z from 'zod/v4';
import type { ContentRef, CourseActivity, CourseContent, CourseKind } from '../../domain/course-activity';
import {
  enumText,
  nameList,
  optionalDateTime,
  optionalHttpsUrl,
  optionalMinutes,
  optionalName,
  optionalNote,
  optionalPlainText,
  optionalText,
} from './schema-parts';
import { toDue } from './date-times';

const ASSIGNMENT_TYPES = ['required', 'recommended', 'peerRecommended'] as const;

const wallTime = z.object({ dateTime: z.string(), timeZone: optionalText }).nullish();

/** The property table says `DateTimeOffset`, metadata and samples have `dateTimeTimeZone`: both occur. */
const optionalDue = z.transform((value) => {
  if (typeof value === 'string') return toDue(value, undefined);
  const { data } = wallTime.safeParse(value);
  return data ? toDue(data.dateTime, data.timeZone) : undefined;
});

const optionalPercentage = z.transform((value) =>
  typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : undefined,
);

const courseActivity = z
  .object({
    '@odata.type': optionalText,
    // Opaque, so not trimmed.
    id: z.string().min(1),
    learnerUserId: optionalText,
    learningContentId: optionalText,
    learningProviderId: optionalText,
    externalCourseActivityId: optionalText,
    // The metadata's spelling.
    externalcourseActivityId: optionalText,
    status: enumText(['notStarted', 'inProgress', 'completed'], 'unknown'),
    completionPercentage: optionalPercentage,
    completedDateTime: optionalDateTime,
    startedDateTime: optionalDateTime,
    assignedDateTime: optionalDateTime,
    assignmentType: enumText(ASSIGNMENT_TYPES, undefined),
    assignerUserId: optionalText,
    dueDateTime: optionalDue,
    notes: optionalNote,
  })
  .transform((wire) =>
    withoutUndefined({
      id: wire.id,
      learnerUserId: wire.learnerUserId,
      contentId: wire.learningContentId,
      providerId: wire.learningProviderId,
      externalId: wire.externalCourseActivityId ?? wire.externalcourseActivityId,
      kind: toKind(wire['@odata.type'], wire.assignmentType, wire.startedDateTime),
      status: wire.status,
      completionPercentage: wire.completionPercentage,
      completedDateTime: wire.completedDateTime,
      startedDateTime: wire.startedDateTime,
      assignedDateTime: wire.assignedDateTime,
      assignerUserId: wire.assignerUserId,
      due: wire.dueDateTime,
      note: wire.notes,
    }),
  );

const courseContent = z.object({
  externalId: optionalText,
  title: optionalName.pipe(z.string()),
  description: optionalPlainText,
  lastModifiedDateTime: optionalDateTime,
  contentWebUrl: optionalHttpsUrl,
  thumbnailWebUrl: optionalHttpsUrl,
  sourceName: optionalName,
  languageTag: optionalText,
  format: optionalText,
  duration: optionalMinutes,
  numberOfPages: z.int().positive().optional().catch(undefined),
  level: enumText(['beginner', 'intermediate', 'advanced'], undefined),
  skillTags: nameList,
});

/**
 * Graph JSON as a course activity; `undefined` when it lacks a required property. `ownerId` is its learner when it names
 * none.
 */
export function parseCourseActivity(wire: unknown, ownerId?: string): CourseActivity | undefined {
  const { data } = courseActivity.safeParse(wire);
  const learnerUserId = data?.learnerUserId ?? (data?.contentId === undefined ? undefined : ownerId);
  return data === undefined || learnerUserId === undefined ? undefined : { ...data, learnerUserId };
}

/** Graph JSON as the requested content; `undefined` when it lacks a required property. */
export function parseCourseContent(wire: unknown, ref: ContentRef): CourseContent | undefined {
  const { data } = courseContent.safeParse(wire);
  if (data === undefined) return undefined;
  const { contentWebUrl, thumbnailWebUrl, duration, numberOfPages, ...same } = data;
  return withoutUndefined({
    ...same,
    contentId: ref.contentId,
    providerId: ref.providerId,
    webUrl: contentWebUrl,
    thumbnailUrl: thumbnailWebUrl,
    durationMinutes: duration,
    pages: numberOfPages,
  });
}

/** Graph JSON as a content of a list; `undefined` also when it has no id. */
export function parseListedContent(wire: unknown, providerId: string): CourseContent | undefined {
  const { data } = z.object({ id: z.string().min(1) }).safeParse(wire);
  return data && parseCourseContent(wire, { providerId, contentId: data.id });
}

const withdrawn = z.object({ isActive: z.literal(false) }).or(z.object({ isSearchable: z.literal(false) }));

/** Whether the provider excludes this content from search; a missing flag counts as true. */
export function isWithdrawn(wire: unknown): boolean {
  return withdrawn.safeParse(wire).success;
}

/** `displayName` of a provider; Graph sends null where the caller may not know. */
export function parseDisplayName(wire: unknown): string | undefined {
  return z.object({ displayName: optionalName }).safeParse(wire).data?.displayName;
}

/** The kind by type, or by properties when the type is missing. The documentation also writes "learningSelfInitiated". */
function toKind(
  type: string | undefined,
  assignmentType: (typeof ASSIGNMENT_TYPES)[number] | undefined,
  startedDateTime: string | undefined,
): CourseKind {
  if (/\.learningSelfInitiated(Course)?$/i.test(type ?? '')) return 'selfInitiated';
  if (assignmentType !== undefined) return assignmentType;
  return type === undefined && startedDateTime !== undefined ? 'selfInitiated' : 'assigned';
}

type OptionalKey<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
type WithoutUndefined<T> = Omit<T, OptionalKey<T>> & { [K in OptionalKey<T>]?: Exclude<T[K], undefined> };

/** Leaves out the keys without a value, so that "absent" has one form. */
function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  const kept: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key];
  return kept as WithoutUndefined<T>;
}
