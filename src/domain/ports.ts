import type { ContentRef, CourseActivity, CourseContent } from './course-activity';
import type { DirectReport } from './direct-report';
import type { User } from './user-key';

/** The person on whose behalf Graph is called, and the deadline. A signed-in turn is one. */
export interface GraphAccess extends User {
  readonly graphToken: string;
  /** Aborts when the turn's deadline comes. */
  readonly signal: AbortSignal;
}

/** The signed-in person's own course activities. Faults of Graph are thrown. */
export interface LearningRecords {
  /**
   * All pages, in Graph's order; `isComplete` is false when the page cap or the deadline cut the list short. `notePages`
   * hears after each page what has been read so far.
   */
  listOwn(
    access: GraphAccess,
    notePages?: (soFar: readonly CourseActivity[]) => void,
  ): Promise<ListedActivities>;
  /** One activity by its opaque id; `undefined` when it does not exist (any more). */
  findOwn(access: GraphAccess, activityId: string): Promise<CourseActivity | undefined>;
  /** One activity by its provider's id; `undefined` when there is none, or when it is another learner's. */
  findOwnByExternalId(
    access: GraphAccess,
    providerId: string,
    externalId: string,
  ): Promise<CourseActivity | undefined>;
}

/** The course activities on one list, each once. */
export interface ListedActivities extends Omit<ListGaps, 'missing'> {
  readonly activities: readonly CourseActivity[];
}

/** What a list lacks. */
export interface ListGaps {
  /** False when the page cap or the deadline cut the list short. */
  readonly isComplete: boolean;
  /** The number of entries that could not be read; absent when all could. */
  readonly unreadable?: number | undefined;
  /** Why titles and pictures are missing, if any are. */
  readonly missing?: MissingContents | undefined;
}

/** Whether all of a list could be read: only then can the bot say that a course is not on it. */
export function isReadWhole(list: ListGaps): boolean {
  return isListedWhole(list) && list.missing === undefined;
}

/** The same for what needs no titles. */
export function isListedWhole({ isComplete, unreadable }: ListGaps): boolean {
  return isComplete && unreadable === undefined;
}

/** Contents and providers of courses. Reads are cached; what cannot be read is absent, never a fault. */
export interface LearningCatalog {
  /** Contents that the caller may read. */
  findContents(access: GraphAccess, refs: readonly ContentRef[]): Promise<FoundContents>;
  /** Those of them that are cached, by `contentKey`, without a call. */
  knownContents(access: GraphAccess, refs: readonly ContentRef[]): ReadonlyMap<string, CourseContent>;
  /** A content that the caller may read, by its provider's id. */
  findContentByExternalId(
    access: GraphAccess,
    providerId: string,
    externalId: string,
  ): Promise<CourseContent | undefined>;
  /**
   * The content as anyone in the caller's tenant could read it, else as the caller can. Callers at the same time share
   * one read; when Graph refuses it to one, the next one tries. This may give a caller what Graph would refuse them, so
   * call it only for a content that the caller proves to have been shown (by a ticket that this bot signed for the same
   * tenant and content), or whose provider the configuration names as visible to everyone; never for ids alone.
   * `undefined` when it is not readable, gone, or not there in time.
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
  readonly missing?: MissingContents | undefined;
}

/** Why contents are absent; of several reasons the most telling one. */
export interface MissingContents {
  /** Graph refuses this person with `refused`; a retry may help with the others. */
  readonly reason: 'refused' | 'failed' | 'throttled' | 'notInTime';
  /** With `throttled`: how long Graph wants no calls. */
  readonly waitMs?: number;
}

/** A person as far as Graph tells. */
export interface DirectoryPerson {
  /** Untrusted. */
  readonly displayName?: string;
  /** What a chat link addresses: the user principal name, for a guest the mail address. */
  readonly account?: string;
}

/** People of the tenant. */
export interface Directory {
  /** Display name of a person; `undefined` when Graph does not tell. */
  findDisplayName(access: GraphAccess, userId: string): Promise<string | undefined>;
  /** A person's name and account, from the same read; `undefined` when Graph does not tell. */
  findPerson(access: GraphAccess, userId: string): Promise<DirectoryPerson | undefined>;
  /** The caller's direct reports, never from a cache. Faults of Graph are thrown. */
  listDirectReports(access: GraphAccess): Promise<{
    readonly reports: readonly DirectReport[];
    /** False when the page cap cut the list short. */
    readonly isComplete: boolean;
  }>;
  /** Whether the caller is a guest of the tenant. Throws when Graph does not tell. */
  isGuest(access: GraphAccess): Promise<boolean>;
}

export type TeammateOutcome = ({ readonly kind: 'read' } & ListedActivities) | UnreadableTeammate;

export interface UnreadableTeammate {
  readonly kind: 'unreadable';
  /** A retry may help with `failed` only. */
  readonly reason: 'unlicensed' | 'forbidden' | 'notFound' | 'failed';
  /** With `failed`: how long Graph wants no calls, if it said so. */
  readonly waitMs?: number;
}

/**
 * Course activities of the caller's direct reports. Graph does not check the reporting line
 * (docs/reference/graph-learning.md#access-to-another-person), so the caller must have done so.
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

/** One view of a person's courses by a manager. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly tenantId: string;
  /** Entra object id of the manager. */
  readonly viewerId: string;
  /** Entra object id of the person whose courses were viewed. */
  readonly personId: string;
  readonly what: 'team' | 'teammate' | 'course' | 'export';
  readonly outcome: 'shown' | 'unreadable' | 'refused';
  /** Reference id of the turn. */
  readonly turn: string;
}

/** Audit entries for one view: the sender of the turn saw, or could not see, these people. */
export function toAuditEntries(
  turn: User & { readonly id: string; readonly now: Date },
  what: AuditEntry['what'],
  people: readonly Pick<AuditEntry, 'personId' | 'outcome'>[],
): readonly AuditEntry[] {
  const { id, now, tenantId, userId: viewerId } = turn;
  return people.map((person) => ({ at: now.toISOString(), tenantId, viewerId, what, turn: id, ...person }));
}

/** The record of who viewed whose courses; entries are only added. */
export interface AuditLog {
  /** Resolves when the entries are on record; rejects with an `AuditLogError`, and then nothing may be shown. */
  record(entries: readonly AuditEntry[]): Promise<void>;
  /** Views of one person; rejects with an `AuditLogError`. Stops when `signal` aborts. */
  listAbout(
    person: { readonly tenantId: string; readonly personId: string },
    signal: AbortSignal,
  ): Promise<LoggedViews>;
}

export interface LoggedViews {
  /** The newest first, as many as one answer needs. */
  readonly entries: readonly AuditEntry[];
  /** Whether there are older entries than these. */
  readonly hasOlder: boolean;
  /** False when there was no time to read older entries. */
  readonly isComplete: boolean;
}
