import { LRUCache } from 'lru-cache';
import type { GraphAccess } from '../../domain/ports';
import { userKey, type User } from '../../domain/user-key';
import type { GraphClient, GraphRequest } from '../client/graph-request';
import { GraphError } from '../errors';

/** A cached answer: a value, or that Graph does not give it to this person. */
type Verdict<T> = { readonly kind: 'told'; readonly value: T } | { readonly kind: 'withheld' };

/**
 * Remembers Graph's answers per person, because an admin can limit a provider to groups. Values are kept once per
 * tenant and shared by the people who may read them.
 */
export interface PersonalCache<T> {
  /** `undefined`: not read for this person, or too long ago. */
  find(person: User, key: string): Verdict<T> | undefined;
  /** `undefined`: this person may not read it. */
  keep(person: User, key: string, value: T | undefined): void;
  /** The value that anyone of the tenant could read: only for things that all of them may know. */
  findShared(tenant: Pick<User, 'tenantId'>, key: string): T | undefined;
}

const TOLD_MS = 4 * 3_600_000;
/** Short, because access may be granted any moment. */
const WITHHELD_MS = 10 * 60_000;
const VERDICTS_PER_VALUE = 5;

/** `size` limits the values; verdicts are small and may be five times as many. */
export function createPersonalCache<T extends object | string>({
  size,
  now = Date.now,
}: {
  readonly size: number;
  readonly now?: () => number;
}): PersonalCache<T> {
  // Without its own cached time, the cache follows `now` to the millisecond.
  const time = { perf: { now }, ttlResolution: 0 };
  const verdicts = new LRUCache<string, Verdict<T>['kind']>({ max: size * VERDICTS_PER_VALUE, ...time });
  const values = new LRUCache<string, T>({ max: size, ...time });

  return {
    find(person, key) {
      const kind = verdicts.get(personKey(person, key));
      if (kind === 'withheld') return { kind };
      const value = kind === undefined ? undefined : values.get(tenantKey(person, key));
      return value === undefined ? undefined : { kind: 'told', value };
    },
    keep(person, key, value) {
      if (value === undefined) {
        verdicts.set(personKey(person, key), 'withheld', { ttl: WITHHELD_MS });
      } else {
        verdicts.set(personKey(person, key), 'told', { ttl: TOLD_MS });
        values.set(tenantKey(person, key), value, { ttl: TOLD_MS });
      }
    },
    findShared: (tenant, key) => values.get(tenantKey(tenant, key)),
  };
}

/**
 * Finds single, optional things by their path, cached per person; `parse` returns `undefined` when Graph's answer does not
 * have it. A fault is logged and the thing is left out; a refusal is remembered for a while.
 */
export function createCachedFinder<T extends object | string>(
  client: GraphClient,
  cache: PersonalCache<T>,
): (
  access: GraphAccess,
  address: Pick<GraphRequest, 'family' | 'path'>,
  parse: (wire: unknown) => T | undefined,
) => Promise<T | undefined> {
  return async (access, { family, path }, parse) => {
    const known = cache.find(access, path);
    if (known !== undefined) return known.kind === 'told' ? known.value : undefined;
    try {
      const found = parse(await client.send({ access, family, path }));
      cache.keep(access, path, found);
      return found;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (error.isRefusal) cache.keep(access, path, undefined);
      const { kind: fault, status, requestId } = error;
      client.log.info({ family, fault, status, requestId }, 'graph does not tell');
      return undefined;
    }
  };
}

function tenantKey({ tenantId }: Pick<User, 'tenantId'>, key: string): string {
  return `${tenantId.toLowerCase()}/${key}`;
}

function personKey(person: User, key: string): string {
  return `${userKey(person)}/${key}`;
}
