/** Graph's `courseStatus`; anything newer than this app becomes `unknown` (Graph's enums are evolvable). */
export type CourseStatus = 'notStarted' | 'inProgress' | 'completed' | 'unknown';

/**
 * Why the course is on the learner's list: Graph's `assignmentType`, `selfInitiated` for a
 * `learningSelfInitiatedCourse`, `assigned` for an assignment whose type is unknown to this app.
 */
export type CourseKind = 'required' | 'recommended' | 'peerRecommended' | 'assigned' | 'selfInitiated';

/**
 * When a course is due. Graph has only wall clock times, but an assigner who picks a *day* is stored as midnight or 23:59
 * of it: such a due date is a `day`, the same calendar day for every viewer, which ends when that day ends where the
 * viewer is. Everything else is an `instant`; `toViewedDue` decides whether a viewer sees it as a day.
 */
export type Due =
  | {
      readonly kind: 'instant';
      /** ISO 8601, UTC */
      readonly dateTime: string;
      /** Stored in another zone than UTC, so the assigner meant this time of day. */
      readonly isLocal?: true;
    }
  | { readonly kind: 'day'; /** `YYYY-MM-DD` */ readonly date: string };

/**
 * The ids that address a content; there is no tenant-wide path to a content
 * (docs/reference/graph-learning.md#content-and-providers).
 */
export interface ContentRef {
  readonly providerId: string;
  readonly contentId: string;
}

/** One learner's record for one course: Graph's `learningCourseActivity` of either derived type. */
export interface CourseActivity {
  /** Opaque; may hold a colon. */
  readonly id: string;
  readonly learnerUserId: string;
  readonly contentId?: string;
  readonly providerId?: string;
  readonly externalId?: string;
  readonly kind: CourseKind;
  readonly status: CourseStatus;
  /** 0 to 100; absent means not reported, which is not 0. */
  readonly completionPercentage?: number;
  readonly completedDateTime?: string;
  readonly startedDateTime?: string;
  readonly assignedDateTime?: string;
  readonly assignerUserId?: string;
  readonly due?: Due;
  /** Plain text, already reduced from html. Untrusted. */
  readonly note?: string;
}

/** The course itself: Graph's `learningContent`. Every text is untrusted. */
export interface CourseContent {
  readonly contentId: string;
  readonly providerId: string;
  /** The provider's own id of it. */
  readonly externalId?: string;
  readonly title: string;
  readonly description?: string;
  /** https only. */
  readonly webUrl?: string;
  /** https only. */
  readonly thumbnailUrl?: string;
  readonly sourceName?: string;
  readonly languageTag?: string;
  readonly format?: string;
  readonly durationMinutes?: number;
  readonly pages?: number;
  readonly level?: 'beginner' | 'intermediate' | 'advanced';
  readonly skillTags: readonly string[];
  /** ISO 8601, UTC. */
  readonly lastModifiedDateTime?: string;
}

/** An activity and, when it can be read, its content. */
export interface Course {
  readonly activity: CourseActivity;
  readonly content?: CourseContent;
}

/** The ids of an activity's content; `undefined` when the activity does not name both. */
export function toContentRef({ providerId, contentId }: CourseActivity): ContentRef | undefined {
  return providerId === undefined || contentId === undefined ? undefined : { providerId, contentId };
}

/** Key of a content in maps. Content ids are unique only within a provider. */
export function contentKey(ref: ContentRef): string {
  return `${ref.providerId}/${ref.contentId}`.toLowerCase();
}

/** An activity with its content, if that is among `contents` (by `contentKey`). */
export function joinContent(activity: CourseActivity, contents: ReadonlyMap<string, CourseContent>): Course {
  const ref = toContentRef(activity);
  const content = ref && contents.get(contentKey(ref));
  return content === undefined ? { activity } : { activity, content };
}
