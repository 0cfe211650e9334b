import { contentKey, type ContentRef, type CourseContent } from '../../domain/course-activity';
import type { GraphAccess, MissingContents } from '../../domain/ports';
import { userKey } from '../../domain/user-key';
import { createSingleFlight } from '../../lib/single-flight';
import { countLookUps } from '../../logging/measures';
import { toProviderPath } from '../client/addresses';
import type { GraphError } from '../errors';
import type { GraphClient } from '../client/graph-request';
import type { PersonalCache } from './personal-cache';
import { readInBatches } from '../client/read-in-batches';
import { parseCourseContent } from './schema';

/** Reads contents with the caller's own token into the cache. */
export interface ContentReader {
  /** Reads, until the deadline, the contents without a cached answer for this person; returns why some failed, if any. */
  readMissing(access: GraphAccess, refs: readonly ContentRef[]): Promise<MissingContents | undefined>;
}

/** `cache` is by `contentKey`. */
export function createContentReader(client: GraphClient, cache: PersonalCache<CourseContent>): ContentReader {
  const reads = createSingleFlight<MissingContents | undefined>();
  return { readMissing };

  /** Joins open reads of the same person, and reads again what such a read did not finish in its time. */
  async function readMissing(
    access: GraphAccess,
    refs: readonly ContentRef[],
    { mayReadAgain } = { mayReadAgain: true },
  ): Promise<MissingContents | undefined> {
    const missing = refs.filter((ref) => cache.find(access, contentKey(ref)) === undefined);
    if (mayReadAgain) {
      countLookUps('contents', { hits: refs.length - missing.length, misses: missing.length });
    }
    const joined = missing.filter((ref) => reads.find(readKey(access, ref)) !== undefined);
    const others = joined.map((ref) => reads.find(readKey(access, ref))?.result);
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
        cache.keep(access, contentKey(ref), parseCourseContent(body, ref));
        return [];
      },
      onFailure({ ref }, { fault, scope }) {
        if (scope === 'part' && fault.isRefusal) cache.keep(access, contentKey(ref), undefined);
        else missing = worse(missing, toMissing(fault));
      },
    });
    return missing;
  }

  function read(access: GraphAccess, refs: readonly ContentRef[]): Promise<MissingContents | undefined> {
    const reading = readOwn(access, refs);
    for (const ref of refs) void reads.start(readKey(access, ref), () => reading);
    return reading;
  }
}

function toMissing({ kind, waitMs, isRefusal }: GraphError): MissingContents {
  if (kind === 'graphThrottled') return { reason: 'throttled', ...(waitMs !== undefined && { waitMs }) };
  if (kind === 'graphTimeout') return { reason: 'notInTime' };
  return { reason: isRefusal ? 'refused' : 'failed' };
}

/** The more telling of two reasons: a wait that Graph named. */
function worse(a: MissingContents | undefined, b: MissingContents | undefined): MissingContents | undefined {
  return a?.reason === 'throttled' ? a : (b ?? a);
}

function toPath({ providerId, contentId }: ContentRef): string {
  return `${toProviderPath(providerId)}/learningContents/${encodeURIComponent(contentId)}`;
}

function readKey(access: GraphAccess, ref: ContentRef): string {
  return `${userKey(access)}/${contentKey(ref)}`;
}
