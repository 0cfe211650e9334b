import type { ContentRef, CourseContent } from '../../domain/course-activity';
import { contentKey, type GraphAccess, type MissingContents } from '../../domain/ports';
import { countLookUps } from '../../logging/measures';
import { toProviderPath } from '../client/addresses';
import { GraphThrottledError, GraphTimeoutError, isRefusal, type GraphFault } from '../errors';
import type { GraphClient } from '../client/graph-request';
import type { PersonalCache } from './personal-cache';
import { readInBatches } from '../client/read-in-batches';
import { parseCourseContent } from './schema';

/** Learns of contents with the caller's own token; what Graph answered is in the cache afterwards. */
export interface ContentReader {
  /** Reads, until the deadline, what this person was neither told nor refused lately; tells why some failed, if any. */
  readMissing(access: GraphAccess, refs: readonly ContentRef[]): Promise<MissingContents | undefined>;
}

/** `cache` is by `contentKey`. */
export function createContentReader(client: GraphClient, cache: PersonalCache<CourseContent>): ContentReader {
  const inFlight = new Map<string, Promise<MissingContents | undefined>>();
  return { readMissing };

  /** Joins what this person is being told already; reads it after all when that other reading ran out of time. */
  async function readMissing(
    access: GraphAccess,
    refs: readonly ContentRef[],
    { mayReadAgain } = { mayReadAgain: true },
  ): Promise<MissingContents | undefined> {
    const missing = refs.filter((ref) => cache.find(access, contentKey(ref)) === undefined);
    if (mayReadAgain) {
      countLookUps('contents', { hits: refs.length - missing.length, misses: missing.length });
    }
    const joined = missing.filter((ref) => inFlight.has(flightKey(access, ref)));
    const others = joined.map((ref) => inFlight.get(flightKey(access, ref)));
    const own = missing.filter((ref) => !joined.includes(ref));
    const failures = await Promise.all([...others, read(access, own)]);
    if (mayReadAgain && joined.length > 0 && !access.signal.aborted) {
      failures.push(await readMissing(access, joined, { mayReadAgain: false }));
    }
    return failures.reduce(worse, undefined);
  }

  async function readOwn(
    access: GraphAccess,
    refs: readonly ContentRef[],
  ): Promise<MissingContents | undefined> {
    let missing: MissingContents | undefined;
    await readInBatches(client, {
      access,
      family: 'contents',
      parts: refs.map((ref) => ({ ref, path: toPath(ref) })),
      onSuccess({ ref }, body) {
        const value = parseCourseContent(body, ref);
        cache.keep(
          access,
          contentKey(ref),
          value === undefined ? { kind: 'withheld' } : { kind: 'told', value },
        );
        return [];
      },
      onFailure({ ref }, { fault, scope }) {
        if (scope === 'part' && isRefusal(fault)) cache.keep(access, contentKey(ref), { kind: 'withheld' });
        else missing = worse(missing, toMissing(fault));
      },
    });
    return missing;
  }

  async function read(
    access: GraphAccess,
    refs: readonly ContentRef[],
  ): Promise<MissingContents | undefined> {
    const keys = refs.map((ref) => flightKey(access, ref));
    const reading = readOwn(access, refs);
    for (const key of keys) inFlight.set(key, reading);
    try {
      return await reading;
    } finally {
      for (const key of keys) inFlight.delete(key);
    }
  }
}

function toMissing(fault: GraphFault): MissingContents {
  if (fault instanceof GraphThrottledError) return { reason: 'throttled', waitMs: fault.waitMs };
  if (fault instanceof GraphTimeoutError) return { reason: 'notInTime' };
  return { reason: isRefusal(fault) ? 'refused' : 'failed' };
}

/** A wait that Graph named says more than a failure. */
function worse(a: MissingContents | undefined, b: MissingContents | undefined): MissingContents | undefined {
  return a?.reason === 'throttled' ? a : (b ?? a);
}

function toPath({ providerId, contentId }: ContentRef): string {
  return `${toProviderPath(providerId)}/learningContents/${encodeURIComponent(contentId)}`;
}

function flightKey({ tenantId, userId }: GraphAccess, ref: ContentRef): string {
  return `${tenantId}/${userId}/${contentKey(ref)}`;
}
