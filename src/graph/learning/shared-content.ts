import type { ContentRef, CourseContent } from '../../domain/course-activity';
import { contentKey, type GraphAccess, type LearningCatalog } from '../../domain/ports';
import { createSingleFlight } from '../../lib/single-flight';
import { untilDeadline } from '../../lib/until-deadline';
import { withDeadline } from '../../lib/with-deadline';
import type { ContentReader } from './content-reader';
import type { PersonalCache } from './personal-cache';

/** For a read and its second try. Not the deadline of whoever began it, for the others wait for it too. */
const READ_TIMEOUT_MS = 10_000;
/** So many refusals of others make it likely that the next one is refused too: no reason to queue any longer. */
const MOST_REFUSALS = 3;

/** One read for all people of a tenant; see the port for when it may be used. */
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

  /** Waits for whoever is reading already; a refusal was theirs alone, a failure would befall the next one too. */
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
