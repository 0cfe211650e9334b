import type { ContentRef, CourseContent } from '../../domain/course-activity';
import { startDeadline } from '../../lib/deadline';
import { contentKey, type GraphAccess, type LearningCatalog } from '../../domain/ports';
import type { ContentReader } from './content-reader';
import type { PersonalCache } from './personal-cache';
import { untilDeadline } from '../../lib/until-deadline';

/** For a read and its second try. Not the deadline of whoever began it, for the others wait for it too. */
const READ_TIMEOUT_MS = 10_000;
/** So many refusals of others make it likely that the next one is refused too: no reason to queue any longer. */
const MOST_REFUSALS = 3;

/** One read for all people of a tenant; see the port for when it may be used. */
export function createSharedContentFinder(
  reader: ContentReader,
  cache: PersonalCache<CourseContent>,
): LearningCatalog['findSharedContent'] {
  /** Whether the one who reads was refused. */
  const inFlight = new Map<string, Promise<boolean>>();

  return async (access, ref) => {
    await untilDeadline(read(access, ref, 0), access.signal);
    return cache.findShared(access, contentKey(ref));
  };

  /** Waits for whoever is reading already; a refusal was theirs alone, a failure would befall the next one too. */
  async function read(access: GraphAccess, ref: ContentRef, refusals: number): Promise<void> {
    const key = contentKey(ref);
    if (access.signal.aborted || cache.findShared(access, key) !== undefined) return;
    const flight = `${access.tenantId}/${key}`;
    const other = inFlight.get(flight);
    if (refusals === MOST_REFUSALS) {
      await reader.readMissing(access, [ref]);
    } else if (other !== undefined) {
      if (await other) await read(access, ref, refusals + 1);
    } else if (cache.find(access, key) === undefined) {
      const reading = readForAll(access, ref).finally(() => inFlight.delete(flight));
      inFlight.set(flight, reading);
      await reading;
    }
  }

  async function readForAll(access: GraphAccess, ref: ContentRef): Promise<boolean> {
    const deadline = startDeadline(undefined, READ_TIMEOUT_MS);
    await reader.readMissing({ ...access, signal: deadline.signal }, [ref]).finally(() => {
      deadline.clear();
    });
    return cache.find(access, contentKey(ref))?.kind === 'withheld';
  }
}
