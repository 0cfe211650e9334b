import type { ContentRef, CourseContent } from '../domain/course-activity';
import { contentKey, type GraphAccess, type LearningCatalog } from '../domain/ports';
import type { PartOutcome } from './content-batch';
import { createNameFinder } from './find-name';
import type { GraphClient } from './graph-request';
import { createPersonalCache } from './personal-cache';
import { readContents } from './read-contents';

/** Most provider names kept. */
const PROVIDER_NAMES = 1_000;

interface LearningCatalogOptions {
  readonly client: GraphClient;
  /** Most contents kept. */
  readonly cacheSize: number;
  readonly now?: () => number;
}

/** Contents and providers, read with the caller's own token and given to nobody who could not read them. */
export function createLearningCatalog({
  client,
  cacheSize,
  now = Date.now,
}: LearningCatalogOptions): LearningCatalog {
  const cache = createPersonalCache<CourseContent>({ size: cacheSize, now });
  const findName = createNameFinder(client, createPersonalCache({ size: PROVIDER_NAMES, now }));
  const inFlight = new Map<string, Promise<void>>();

  return {
    async findContents(access, refs) {
      const wanted = new Map(refs.map((ref) => [contentKey(ref), ref]));
      await untilDeadline(readMissing(access, [...wanted.values()]), access.signal);
      const contents = new Map<string, CourseContent>();
      let isComplete = true;
      for (const key of wanted.keys()) {
        const verdict = cache.find(access, key);
        if (verdict?.kind === 'told') contents.set(key, verdict.value);
        isComplete &&= verdict !== undefined;
      }
      return { contents, isComplete };
    },
    findProviderName: (access, providerId) =>
      findName(access, {
        family: 'contents',
        path: `/employeeExperience/learningProviders/${encodeURIComponent(providerId)}`,
      }),
  };

  /** Joins what this person is being told already; reads it after all when that other reading ran out of time. */
  async function readMissing(
    access: GraphAccess,
    refs: readonly ContentRef[],
    mayReadAgain = true,
  ): Promise<void> {
    const missing = refs.filter((ref) => cache.find(access, contentKey(ref)) === undefined);
    const joined = missing.filter((ref) => inFlight.has(flightKey(access, ref)));
    const others = joined.map((ref) => inFlight.get(flightKey(access, ref)));
    const own = missing.filter((ref) => !joined.includes(ref));
    await Promise.all([...others, read(access, own)]);
    if (mayReadAgain && joined.length > 0 && !access.signal.aborted) await readMissing(access, joined, false);
  }

  async function read(access: GraphAccess, refs: readonly ContentRef[]): Promise<void> {
    const keys = refs.map((ref) => flightKey(access, ref));
    const keep = (outcome: PartOutcome): void => {
      if (outcome.kind === 'failed') return;
      const verdict = outcome.kind === 'told' ? { kind: outcome.kind, value: outcome.content } : outcome;
      cache.keep(access, contentKey(outcome.ref), verdict);
    };
    const reading = readContents(client, { access, refs, keep });
    for (const key of keys) inFlight.set(key, reading);
    try {
      await reading;
    } finally {
      for (const key of keys) inFlight.delete(key);
    }
  }
}

function flightKey({ tenantId, userId }: GraphAccess, ref: ContentRef): string {
  return `${tenantId}/${userId}/${contentKey(ref)}`;
}

/** Waits for the work, but not past the deadline. */
function untilDeadline(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const leave = (): void => {
      signal.removeEventListener('abort', stop);
    };
    work.finally(leave).then(resolve, reject);
  });
}
