import type { ContentRef, CourseActivity, CourseContent } from './course-activity';
import type { DirectReport } from './direct-report';

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
  listOwn(access: GraphAccess): Promise<ListedActivities>;
  /** One activity by its opaque id; `undefined` when it does not exist (any more). */
  findOwn(access: GraphAccess, activityId: string): Promise<CourseActivity | undefined>;
  /**
   * One activity by the id under which its provider knows it; `undefined` when there is none, or when it is another
   * learner's.
   */
  findOwnByExternalId(
    access: GraphAccess,
    providerId: string,
    externalId: string,
  ): Promise<CourseActivity | undefined>;
}

/** The course activities on somebody's list, each once. */
export interface ListedActivities {
  readonly activities: readonly CourseActivity[];
  /** How many entries of the list could not be read; absent when all could. */
  readonly unreadable?: number;
  /** False when the list was cut short. */
  readonly isComplete: boolean;
}

/** What Graph knows around an activity. Finding is cached, and what cannot be read is absent, never a fault. */
export interface LearningCatalog {
  /** Contents that the caller may read. */
  findContents(access: GraphAccess, refs: readonly ContentRef[]): Promise<FoundContents>;
  /** A content that the caller may read, by the id under which its provider knows it. */
  findContentByExternalId(
    access: GraphAccess,
    providerId: string,
    externalId: string,
  ): Promise<CourseContent | undefined>;
  /**
   * The content as anybody of the caller's tenant was told it, else as the caller is told it: one read for all who ask
   * at once, and a caller who is refused leaves the next one to try. It thereby gives a caller what Graph might refuse
   * them. Hence only for a content that the caller proves to have been shown already, by a ticket that this bot signed
   * for the same tenant and content, or whose provider the configuration names as visible to everybody; never on the
   * strength of ids alone. `undefined` when it is not readable, gone, or not there in time.
   */
  findSharedContent(access: GraphAccess, ref: ContentRef): Promise<CourseContent | undefined>;
  /**
   * All contents of a provider that may be searched for, page by page, as far as the caller may read them. Not cached,
   * and takes many calls: for work in the background. Faults of Graph are thrown.
   */
  listContents(access: GraphAccess, providerId: string): AsyncIterable<readonly CourseContent[]>;
  /** Display name of a provider; needs `LearningProvider.Read`. */
  findProviderName(access: GraphAccess, providerId: string): Promise<string | undefined>;
}

export interface FoundContents {
  /** By `contentKey`; absent = not readable, gone, or not there in time. */
  readonly contents: ReadonlyMap<string, CourseContent>;
  /** Present when some are absent. */
  readonly missing?: MissingContents;
}

/** Why contents are absent, where several reasons hold the one that tells most. */
export interface MissingContents {
  /** `refused`: Graph does not tell this person; the others may go better the next time. */
  readonly reason: 'refused' | 'failed' | 'throttled' | 'notInTime';
  /** With `throttled`: how long Graph wants no calls. */
  readonly waitMs?: number;
}

/** People of the tenant. */
export interface Directory {
  /** Display name of a person; `undefined` when Graph does not tell. */
  findDisplayName(access: GraphAccess, userId: string): Promise<string | undefined>;
  /** Who reports to the caller right now, never from a cache. Faults of Graph are thrown. */
  listDirectReports(access: GraphAccess): Promise<{
    readonly reports: readonly DirectReport[];
    /** False when the page cap cut the list short. */
    readonly isComplete: boolean;
  }>;
  /** Whether the caller is a guest of the tenant. Throws when Graph does not tell. */
  isGuest(access: GraphAccess): Promise<boolean>;
}

/** What was read of one report. */
export type TeammateOutcome = ({ readonly kind: 'read' } & ListedActivities) | UnreadableTeammate;

export interface UnreadableTeammate {
  readonly kind: 'unreadable';
  /** `failed` may go better the next time; the others would not. */
  readonly reason: 'unlicensed' | 'forbidden' | 'notFound' | 'failed';
  /** With `failed`: how long Graph wants no calls, if it said so. */
  readonly waitMs?: number;
}

/**
 * Course activities of the caller's direct reports. Graph does not check the reporting line
 * (docs/reference/graph-learning.md#access-to-another-person): whoever calls this has done so.
 */
export interface TeammateRecords {
  /** Reads the lists of these people until the deadline; `keep` is told of each as soon as it is known. */
  readLists(
    access: GraphAccess,
    userIds: readonly string[],
    keep: (userId: string, outcome: TeammateOutcome) => void,
  ): Promise<void>;
  /** One activity of a report; `undefined` when they have none with this id. Other faults of Graph are thrown. */
  find(
    access: GraphAccess,
    userId: string,
    activityId: string,
  ): Promise<CourseActivity | UnreadableTeammate | undefined>;
}

/** One look of a manager at one person. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tenantId: string;
  /** Entra object id of who looked. */
  readonly viewerId: string;
  /** Entra object id of who was looked at. */
  readonly personId: string;
  readonly what: 'team' | 'teammate' | 'course' | 'export';
  readonly outcome: 'shown' | 'unreadable' | 'refused';
  /** Reference id of the turn. */
  readonly turn: string;
}

/** Who looked at whom: entries are only ever added. */
export interface AuditLog {
  /** Resolves when the entries are on record; rejects with an `AuditLogError`, and then nothing may be shown. */
  record(entries: readonly AuditEntry[]): Promise<void>;
  /** Looks at one person; rejects with an `AuditLogError`. What takes longer than `signal` allows is left out. */
  listAbout(
    person: { readonly tenantId: string; readonly personId: string },
    signal: AbortSignal,
  ): Promise<LooksOnRecord>;
}

export interface LooksOnRecord {
  /** The newest first, 25 at most. */
  readonly entries: readonly AuditEntry[];
  /** False when there was no time for what is older. */
  readonly isComplete: boolean;
}

/**
 * Who answers what may come more than once: a delivery that Teams repeats, a sign-in that each of a person's clients
 * reports (docs/reference/teams-platform.md#several-clients-at-once), a button pressed twice in a row. The first one
 * who claims it answers; all others keep quiet.
 */
export interface Claims {
  /** True for the first caller with this key within `forMs` milliseconds, 15 minutes by default; false for all others. */
  claim(key: string, forMs?: number): Promise<boolean>;
}

/** Key of a content in maps: provider and content id together, ids being unique only within a provider. */
export function contentKey(ref: ContentRef): string {
  return `${ref.providerId}/${ref.contentId}`.toLowerCase();
}
