import { contentKey, type ContentRef, type CourseContent } from '../../domain/course-activity';
import type { GraphAccess, LearningCatalog } from '../../domain/ports';
import { createSingleFlight } from '../../lib/single-flight';
import { untilDeadline, withDeadline } from '../../lib/deadline';
import type { ContentReader } from './content-reader';
import type { PersonalCache } from './personal-cache';

/** For a read and its retry. It is not the first caller's deadline, because others wait for the read too. */
const READ_TIMEOUT_MS = 10_000;
/** After so many refusals to others, this caller reads alone instead of waiting in line. */
const MOST_REFUSALS = 3;

/** One read for all people of a tenant; the port says when it may be used. */
export function createSharedContentFinder(
  reader: ContentReader,
  cache: PersonalCache<CourseContent>,
): LearningCatalog['findSharedContent'] {
  /** Resolve with whether Graph refused the content to the person who reads. */
  const reads = createSingleFlight<boolean>();

  return async (access, ref) => {
    await untilDeadline(read(access, ref, 0), access.signal);
    return cache.findShared(access, contentKey(ref));
  };

  /** Waits for an open read. A refusal concerns that reader only, so the next one tries; a failure would repeat. */
  async function read(access: GraphAccess, ref: ContentRef, refusals: number): Promise<void> {
    const key = contentKey(ref);
    if (access.signal.aborted || cache.findShared(access, key) !== undefined) return;
    const readKey = `${access.tenantId}/${key}`.toLowerCase();
    const other = reads.find(readKey);
    if (refusals === MOST_REFUSALS) {
      await reader.readMissing(access, [ref]);
    } else if (other !== undefined) {
      if (await other.result) await read(access, ref, refusals + 1);
    } else if (cache.find(access, key) === undefined) {
      await reads.start(readKey, () => readForAll(access, ref));
    }
  }

  async function readForAll(access: GraphAccess, ref: ContentRef): Promise<boolean> {
    await withDeadline(READ_TIMEOUT_MS, (signal) => reader.readMissing({ ...access, signal }, [ref]));
    return cache.find(access, contentKey(ref))?.kind === 'withheld';
  }
}
