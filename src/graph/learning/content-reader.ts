import { contentKey, type ContentRef, type CourseContent } from '../../domain/course-activity';
import type { GraphAccess, LearningCatalog, MissingContents } from '../../domain/ports';
import { userKey } from '../../domain/user-key';
import { createSingleFlight } from '../../lib/single-flight';
import { untilDeadline, withDeadline } from '../../lib/deadline';
import { countLookUps } from '../../logging/measures';
import { toProviderPath } from '../client/addresses';
import type { GraphError } from '../errors';
import type { GraphClient } from '../client/graph-request';
import type { PersonalCache } from './personal-cache';
import { readInBatches } from '../client/batches';
import { parseCourseContent } from './schema';

/** For a shared read and its retry. It is not the first caller's deadline, because others wait for the read too. */
const SHARED_READ_TIMEOUT_MS = 10_000;
/** After so many refusals to others, this caller reads alone instead of waiting in line. */
const MOST_REFUSALS = 3;

/** Reads, until the deadline, the contents without a cached answer for this person; returns why some failed, if any. */
export type ReadMissing = (
  access: GraphAccess,
  refs: readonly ContentRef[],
) => Promise<MissingContents | undefined>;

/** Reads contents with the caller's own token into the cache, which is by `contentKey`. */
export function createContentReader(client: GraphClient, cache: PersonalCache<CourseContent>): ReadMissing {
  const reads = createSingleFlight<MissingContents | undefined>();
  return (access, refs) => readMissing(access, refs);

  /** Joins open reads of the same person, and reads again what such a read did not finish in its time. */
  async function readMissing(
    access: GraphAccess,
    refs: readonly ContentRef[],
    { mayReadAgain } = { mayReadAgain: true },
  ): ReturnType<ReadMissing> {
    const missing = refs.filter((ref) => cache.find(access, contentKey(ref)) === undefined);
    if (mayReadAgain) {
      countLookUps('contents', true, refs.length - missing.length);
      countLookUps('contents', false, missing.length);
    }
    const open = missing.map((ref) => reads.find(readKey(access, ref))?.result);
    const joined = missing.filter((_, index) => open[index] !== undefined);
    const own = missing.filter((_, index) => open[index] === undefined);
    const failures = await Promise.all([...open, read(access, own)]);
    if (mayReadAgain && joined.length > 0 && !access.signal.aborted) {
      failures.push(await readMissing(access, joined, { mayReadAgain: false }));
    }
    return failures.reduce(worse, undefined);
  }

  async function readOwn(access: GraphAccess, refs: readonly ContentRef[]): ReturnType<ReadMissing> {
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

  function read(access: GraphAccess, refs: readonly ContentRef[]): ReturnType<ReadMissing> {
    const reading = readOwn(access, refs);
    for (const ref of refs) void reads.start(readKey(access, ref), () => reading);
    return reading;
  }
}

/** One read for all people of a tenant; the port says when it may be used. */
export function createSharedContentFinder(
  readMissing: ReadMissing,
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
      await readMissing(access, [ref]);
    } else if (other !== undefined) {
      if (await other.result) await read(access, ref, refusals + 1);
    } else if (cache.find(access, key) === undefined) {
      await reads.start(readKey, () => readForAll(access, ref));
    }
  }

  async function readForAll(access: GraphAccess, ref: ContentRef): Promise<boolean> {
    await withDeadline(SHARED_READ_TIMEOUT_MS, (signal) => readMissing({ ...access, signal }, [ref]));
    return cache.find(access, contentKey(ref))?.kind === 'withheld';
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
