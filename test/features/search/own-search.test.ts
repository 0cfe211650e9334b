import type { GraphAccess } from '../../../src/domain/ports';
import { createOwnSearch } from '../../../src/features/search/own-search';
import { turn } from '../share-course/share-rig';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('lets a list load for 30 s after its search, and no longer', async () => {
  const reading: GraphAccess[] = [];
  const search = createOwnSearch({
    courses: {
      load: (access) => {
        reading.push(access);
        return new Promise((_, reject) => {
          access.signal.addEventListener('abort', reject);
        });
      },
      loadedSoFar: () => undefined,
    },
    records: { findOwnByExternalId: () => Promise.reject(new Error('not asked for')) },
    catalog: { findContents: () => Promise.reject(new Error('not asked for')) },
  });
  const hurried = new AbortController();
  const loading = search({ ...turn, signal: hurried.signal }, 'fire');
  hurried.abort();

  expect(await loading).toBeUndefined();
  jest.advanceTimersByTime(29_999);
  expect(reading[0]?.signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(reading[0]?.signal.aborted).toBe(true);
});
