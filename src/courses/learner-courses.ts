import { LRUCache } from 'lru-cache';
import {
  contentKey,
  joinContent,
  toContentRef,
  type Course,
  type CourseActivity,
} from '../domain/course-activity';
import type {
  GraphAccess,
  LearningCatalog,
  LearningRecords,
  ListedActivities,
  ListGaps,
} from '../domain/ports';
import { userKey, type User } from '../domain/user-key';
import { createSingleFlight } from '../lib/single-flight';
import { untilDeadline } from '../lib/deadline';
import { joinContents } from './join-contents';
import type { Popularity } from './popularity';

/** All activities of one learner, from one read. */
export interface ActivitySnapshot extends ListedActivities {
  /** When reading began. */
  readonly readAt: Date;
}

/** The same with the contents of the activities. */
export interface CourseSnapshot extends Pick<ActivitySnapshot, 'readAt'>, ListGaps {
  readonly courses: readonly Course[];
}

/** A learner's own courses, kept for a minute so that paging, filtering and typing cost no call. */
export interface LearnerCourses {
  /**
   * The courses as of `notBefore` or later: from the snapshot or from the learner's open read when these are young
   * enough, else from a new read. Faults of Graph are thrown.
   */
  load(access: GraphAccess, notBefore: Date): Promise<CourseSnapshot>;
  /** The same without contents. */
  loadActivities(access: GraphAccess, notBefore: Date): Promise<ActivitySnapshot>;
  /** What loading has brought so far, without a call; undefined while that is nothing. */
  loadedSoFar(access: GraphAccess): CourseSnapshot | undefined;
  /** The kept snapshot with all its contents, without a call. */
  findKept(learner: User): CourseSnapshot | undefined;
  /** Replaces one activity in the snapshot. */
  replace(learner: User, activity: CourseActivity): void;
  /** Forgets what was read for this learner: they signed out. */
  forget(learner: User): void;
}

/** A read under way. */
interface Started {
  /** When it began, which is how old its courses are. */
  readonly readAt: Date;
  readonly signal: AbortSignal;
  /** What the pages have brought so far. */
  activities: readonly CourseActivity[];
}

/** How long a snapshot may answer a page turn, a filter or a keystroke. */
const SNAPSHOT_TTL_MS = 60_000;
/** A slower read may hang: a new one is started beside it. */
const SLOW_MS = 3_000;

interface Dependencies {
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly popularity: Pick<Popularity, 'note' | 'forget'>;
  /** Most courses kept, over all learners. */
  readonly cacheSize: number;
  /** Hears of each time that a snapshot is wanted, and whether there is one that is young enough. */
  readonly noteLookUp?: (isHit: boolean) => void;
}

/** Oldest read time still acceptable without a forced refresh. */
export function oldestAcceptableRead(now: Date): Date {
  return new Date(now.getTime() - SNAPSHOT_TTL_MS);
}

export function createLearnerCourses(dependencies: Dependencies): LearnerCourses {
  const { records, catalog, popularity, cacheSize, noteLookUp } = dependencies;
  const reads = createSingleFlight<ActivitySnapshot, Started>();
  const snapshots = new LRUCache<string, ActivitySnapshot>({
    maxSize: cacheSize,
    sizeCalculation: ({ activities }) => activities.length + 1,
    ttl: SNAPSHOT_TTL_MS,
  });
  /** Lives as long as the snapshot it was made of. */
  const whole = new WeakMap<ActivitySnapshot, CourseSnapshot>();

  function startReading(access: GraphAccess): Promise<ActivitySnapshot> {
    const key = userKey(access);
    const started: Started = { readAt: new Date(), signal: access.signal, activities: [] };
    const work = async (isCurrent: () => boolean): Promise<ActivitySnapshot> => {
      const snapshot = await read(records, access, (soFar) => (started.activities = soFar));
      // After a sign-out, or a later read, this one must not be kept.
      if (snapshot.isComplete && isCurrent()) {
        snapshots.set(key, snapshot);
        const refs = snapshot.activities.flatMap((activity) => toContentRef(activity) ?? []);
        popularity.note(access, refs.map(contentKey));
      }
      return snapshot;
    };
    return reads.start(key, work, started);
  }

  async function loadActivities(access: GraphAccess, notBefore: Date): Promise<ActivitySnapshot> {
    const kept = snapshots.get(userKey(access));
    const isHit = kept !== undefined && kept.readAt >= notBefore;
    noteLookUp?.(isHit);
    if (isHit) return kept;
    const other = reads.find(userKey(access));
    if (other === undefined || other.details.readAt < notBefore) return startReading(access);
    if (Date.now() - other.details.readAt.getTime() > SLOW_MS) {
      const own = startReading(access);
      const first = Promise.any([own, other.result]);
      // When both fail, the failure of the new one counts.
      return (await untilDeadline(first, access.signal).catch(() => undefined)) ?? own;
    }
    const joined = await untilDeadline(other.result, access.signal).catch((error: unknown) => {
      // The deadline of the caller who started it is not ours.
      if (!other.details.signal.aborted || access.signal.aborted) throw error;
      return loadActivities(access, notBefore);
    });
    // With no time left, a read of our own fails at once with Graph's time-out.
    return joined ?? read(records, access);
  }

  async function addContents(access: GraphAccess, snapshot: ActivitySnapshot): Promise<CourseSnapshot> {
    const { activities, ...list } = snapshot;
    const joined = { ...list, ...(await joinContents(catalog, access, activities)) };
    const others = whole.get(snapshot);
    if (isLasting(joined) && others === undefined) whole.set(snapshot, joined);
    return others ?? joined;
  }

  return {
    loadActivities,
    async load(access, notBefore) {
      const snapshot = await loadActivities(access, notBefore);
      return whole.get(snapshot) ?? addContents(access, snapshot);
    },
    loadedSoFar(access) {
      const key = userKey(access);
      const part = snapshots.get(key) ?? reads.find(key)?.details;
      return part && toPart(catalog, access, part);
    },
    findKept(learner) {
      const kept = snapshots.get(userKey(learner));
      return kept && whole.get(kept);
    },
    replace(learner, activity) {
      const key = userKey(learner);
      const kept = snapshots.get(key);
      if (kept === undefined) return;
      const snapshot = { ...kept, activities: kept.activities.map(toNewer(activity)) };
      snapshots.set(key, snapshot, { ttl: snapshots.getRemainingTTL(key) });
      const joined = whole.get(kept);
      if (joined !== undefined) whole.set(snapshot, withActivity(joined, activity));
    },
    forget(learner) {
      reads.forget(userKey(learner));
      snapshots.delete(userKey(learner));
      popularity.forget(learner);
    },
  };
}

async function read(
  records: LearningRecords,
  access: GraphAccess,
  notePages?: (soFar: readonly CourseActivity[]) => void,
): Promise<ActivitySnapshot> {
  const readAt = new Date();
  return { ...(await records.listOwn(access, notePages)), readAt };
}

/** The activities with those of their contents that are cached; undefined without an activity. */
function toPart(
  catalog: Pick<LearningCatalog, 'knownContents'>,
  access: GraphAccess,
  { activities, readAt }: Pick<ActivitySnapshot, 'activities' | 'readAt'>,
): CourseSnapshot | undefined {
  if (activities.length === 0) return undefined;
  const refs = activities.flatMap((activity) => toContentRef(activity) ?? []);
  const contents = catalog.knownContents(access, refs);
  const courses = activities.map((activity) => joinContent(activity, contents));
  return { courses, isComplete: false, missing: { reason: 'notInTime' }, readAt };
}

function toNewer(activity: CourseActivity): (other: CourseActivity) => CourseActivity {
  return (other) => (other.id === activity.id ? activity : other);
}

function withActivity(snapshot: CourseSnapshot, activity: CourseActivity): CourseSnapshot {
  const newer = toNewer(activity);
  const courses = snapshot.courses.map((course) => ({ ...course, activity: newer(course.activity) }));
  return { ...snapshot, courses };
}

/** A retry may bring contents that are missing for another reason than a refusal. */
function isLasting({ missing }: CourseSnapshot): boolean {
  return missing === undefined || missing.reason === 'refused';
}
