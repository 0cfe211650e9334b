import { createPersonalCache } from '../../src/graph/learning/personal-cache';
import { id } from './graph-access';

const TENANT = 'c0ffee00-0000-4000-8000-0000000000ff';
const ANN = 'a0000000-0000-4000-8000-00000000000a';
const ann = { tenantId: TENANT, userId: ANN };
const ben = { tenantId: TENANT, userId: id(2) };
const told = { kind: 'told', value: 'title' } as const;

describe('a personal cache', () => {
  it('returns a value only to users who got it from Graph', () => {
    const cache = createPersonalCache<string>({ size: 10 });

    cache.keep(ann, 'key', 'title');

    expect(cache.find(ann, 'key')).toEqual(told);
    expect(cache.find(ben, 'key')).toBeUndefined();
    expect(cache.find({ ...ann, tenantId: id(81) }, 'key')).toBeUndefined();
  });

  it('applies a refusal only to the user who got it', () => {
    const cache = createPersonalCache<string>({ size: 10 });
    cache.keep(ann, 'key', 'title');

    cache.keep(ben, 'key', undefined);

    expect(cache.find(ann, 'key')).toEqual(told);
    expect(cache.find(ben, 'key')).toEqual({ kind: 'withheld' });
  });

  it('withdraws a value from a user who is refused later', () => {
    const cache = createPersonalCache<string>({ size: 10 });
    cache.keep(ann, 'key', 'title');

    cache.keep(ann, 'key', undefined);

    expect(cache.find(ann, 'key')).toEqual({ kind: 'withheld' });
  });

  it('shares values within the tenant on request', () => {
    const cache = createPersonalCache<string>({ size: 10 });
    cache.keep(ann, 'key', 'title');
    cache.keep(ben, 'key', undefined);

    expect(cache.findShared({ tenantId: TENANT }, 'key')).toBe('title');
    expect(cache.findShared({ tenantId: TENANT.toUpperCase() }, 'key')).toBe('title');
    expect(cache.findShared({ tenantId: id(81) }, 'key')).toBeUndefined();
  });

  it('distinguishes keys by case', () => {
    const cache = createPersonalCache<string>({ size: 10 });

    cache.keep(ann, 'key', 'title');

    expect(cache.find(ann, 'KEY')).toBeUndefined();
    const shouting = { tenantId: TENANT.toUpperCase(), userId: ANN.toUpperCase() };
    expect(cache.find(shouting, 'key')).toEqual(told);
  });

  it('forgets values after hours and refusals after minutes', () => {
    let now = 1_000_000;
    const cache = createPersonalCache<string>({ size: 10, now: () => now });
    cache.keep(ann, 'told', 'title');
    cache.keep(ann, 'withheld', undefined);

    now += 9 * 60_000;
    expect(cache.find(ann, 'withheld')).toEqual({ kind: 'withheld' });

    now += 2 * 60_000;
    expect(cache.find(ann, 'withheld')).toBeUndefined();

    now += 3.5 * 3_600_000;
    expect(cache.find(ann, 'told')).toEqual(told);

    now += 3_600_000;
    expect(cache.find(ann, 'told')).toBeUndefined();
  });

  it('keeps at most as many values as its size', () => {
    const cache = createPersonalCache<string>({ size: 10 });

    for (let number = 0; number < 1_000; number++) cache.keep(ann, `key ${number}`, 'title');

    const kept = Array.from({ length: 1_000 }, (_, number) => cache.find(ann, `key ${number}`));
    expect(kept.filter((verdict) => verdict !== undefined)).toHaveLength(10);
  });
});
