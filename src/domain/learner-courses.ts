import { LRUCache } from 'lru-cache';
import { toContentRef, type Course, type CourseActivity } from './course-activity';
import {
  contentKey,
  type FoundContents,
  type GraphAccess,
  type LearningCatalog,
  type LearningRecords,
} from './ports';

/** All courses of one learner, as they were read at one moment. */
export interface CourseSnapshot {
  /** In Graph's order. */
  readonly courses: readonly Course[];
  /** False when the list was cut short: the counts are then lower bounds. */
  readonly isComplete: boolean;
  /** False when titles and pictures are missing that a later try may bring. */
  readonly hasAllContents: boolean;
  /** When reading began. */
  readonly readAt: Date;
}

/** A learner's own courses, kept for a minute so that paging and filtering cost no call. */
export interface LearnerCourses {
  /**
   * The courses as they were at `notBefore` or later: from the snapshot when it is young enough, from a read under
   * way for the same learner when that began late enough, else read anew. Faults of Graph are thrown.
   */
  load(access: GraphAccess, notBefore: Date): Promise<CourseSnapshot>;
  /** An activity that was read by itself replaces the one in the snapshot. */
  replace(access: Learner, activity: CourseActivity): void;
  /** Forgets what was read for this learner: they signed out. */
  forget(learner: Learner): void;
}

type Learner = Pick<GraphAccess, 'tenantId' | 'userId'>;

interface ReadUnderWay {
  readonly startedAt: Date;
  readonly signal: AbortSignal;
  readonly snapshot: Promise<CourseSnapshot>;
}

/** How long a snapshot may answer a page turn or a filter. */
export const SNAPSHOT_TTL_MS = 60_000;

interface Dependencies {
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  /** Most courses kept, over all learners. */
  readonly cacheSize: number;
}

export function createLearnerCourses({ records, catalog, cacheSize }: Dependencies): LearnerCourses {
  const underWay = new Map<string, ReadUnderWay>();
  const snapshots = new LRUCache<string, CourseSnapshot>({
    maxSize: cacheSize,
    sizeCalculation: ({ courses }) => courses.length + 1,
    ttl: SNAPSHOT_TTL_MS,
  });

  async function read(access: GraphAccess, startedAt: Date): Promise<CourseSnapshot> {
    const { activities, isComplete } = await records.listOwn(access);
    const refs = activities.flatMap((activity) => toContentRef(activity) ?? []);
    const found = await catalog.findContents(access, refs);
    const courses = activities.map((activity) => toCourse(activity, found.contents));
    return { courses, isComplete, hasAllContents: found.isComplete, readAt: startedAt };
  }

  function startReading(access: GraphAccess): Promise<CourseSnapshot> {
    const key = keyOf(access);
    const startedAt = new Date();
    const entry: ReadUnderWay = { startedAt, signal: access.signal, snapshot: read(access, startedAt) };
    underWay.set(key, entry);
    return entry.snapshot
      .then((snapshot) => {
        // A sign-out, or a later read, has taken this one's place: then it must not come back.
        const isWhole = snapshot.isComplete && snapshot.hasAllContents;
        if (isWhole && underWay.get(key) === entry) snapshots.set(key, snapshot);
        return snapshot;
      })
      .finally(() => {
        if (underWay.get(key) === entry) underWay.delete(key);
      });
  }

  async function load(access: GraphAccess, notBefore: Date): Promise<CourseSnapshot> {
    const kept = snapshots.get(keyOf(access));
    if (kept !== undefined && kept.readAt >= notBefore) return kept;
    const other = underWay.get(keyOf(access));
    if (other === undefined || other.startedAt < notBefore) return startReading(access);
    return other.snapshot.catch((error: unknown) => {
      const endedByItsOwnDeadline = other.signal.aborted && !access.signal.aborted;
      if (!endedByItsOwnDeadline) throw error;
      return load(access, notBefore);
    });
  }

  return {
    load,
    replace(learner, activity) {
      const key = keyOf(learner);
      const kept = snapshots.get(key);
      if (kept === undefined) return;
      const courses = kept.courses.map((course) =>
        course.activity.id === activity.id ? { ...course, activity } : course,
      );
      snapshots.set(key, { ...kept, courses }, { ttl: snapshots.getRemainingTTL(key) });
    },
    forget(learner) {
      underWay.delete(keyOf(learner));
      snapshots.delete(keyOf(learner));
    },
  };
}

function keyOf({ tenantId, userId }: Learner): string {
  return `${tenantId}:${userId}`.toLowerCase();
}

function toCourse(activity: CourseActivity, contents: FoundContents['contents']): Course {
  const ref = toContentRef(activity);
  const content = ref === undefined ? undefined : contents.get(contentKey(ref));
  return content === undefined ? { activity } : { activity, content };
}
