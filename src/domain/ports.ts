import type { ContentRef, CourseActivity, CourseContent } from './course-activity';

/** On whose behalf, and until when, something outside is asked. A signed-in turn is one. */
export interface GraphAccess {
  /** Entra object id of the signed-in person, from the verified activity. */
  readonly userId: string;
  readonly tenantId: string;
  readonly graphToken: string;
  /** Aborts when the turn's deadline comes. */
  readonly signal: AbortSignal;
}

/** The signed-in person's own course activities. Faults of Graph are thrown. */
export interface LearningRecords {
  /** All pages, in Graph's order; `isComplete` is false when the page cap or the deadline cut the list short. */
  listOwn(access: GraphAccess): Promise<{
    readonly activities: readonly CourseActivity[];
    readonly isComplete: boolean;
  }>;
  /** One activity by its opaque id; `undefined` when it does not exist (any more). */
  findOwn(access: GraphAccess, activityId: string): Promise<CourseActivity | undefined>;
}

/** What Graph knows around an activity. Cached; what cannot be read is absent, never a fault. */
export interface LearningCatalog {
  findContents(access: GraphAccess, refs: readonly ContentRef[]): Promise<FoundContents>;
  /** Display name of a provider; needs `LearningProvider.Read`. */
  findProviderName(access: GraphAccess, providerId: string): Promise<string | undefined>;
}

export interface FoundContents {
  /** By `contentKey`; absent = not readable, gone, or not there in time. */
  readonly contents: ReadonlyMap<string, CourseContent>;
  /** False when some are absent that a later try may bring. */
  readonly isComplete: boolean;
}

/** People of the tenant. */
export interface Directory {
  /** Display name of a person; `undefined` when Graph does not tell. */
  findDisplayName(access: GraphAccess, userId: string): Promise<string | undefined>;
}

/** Key of a content in maps: provider and content id together, ids being unique only within a provider. */
export function contentKey(ref: ContentRef): string {
  return `${ref.providerId}/${ref.contentId}`.toLowerCase();
}
