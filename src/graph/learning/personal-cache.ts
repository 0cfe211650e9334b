import { LRUCache } from 'lru-cache';
import { userKey, type User } from '../../domain/user-key';

/** What is remembered: a value, or that Graph does not tell it to this person. */
type Verdict<T> = { readonly kind: 'told'; readonly value: T } | { readonly kind: 'withheld' };

/**
 * Remembers what Graph answered, per person: an administrator can limit a provider to groups, so what one colleague may
 * read says nothing about another. Values are kept once per tenant and shared between those who were told them.
 */
export interface PersonalCache<T> {
  /** `undefined`: not asked for this person, or too long ago. */
  find(person: User, key: string): Verdict<T> | undefined;
  /** `undefined`: Graph does not tell it to this person. */
  keep(person: User, key: string, value: T | undefined): void;
  /** What anybody of the tenant was told: only for what all of them may know. */
  findShared(tenant: Pick<User, 'tenantId'>, key: string): T | undefined;
}

const TOLD_MS = 4 * 3_600_000;
/** Short, since access may just have been given. */
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

function tenantKey({ tenantId }: Pick<User, 'tenantId'>, key: string): string {
  return `${tenantId.toLowerCase()}/${key}`;
}

function personKey(person: User, key: string): string {
  return `${userKey(person)}/${key}`;
}
