import { createPopularity } from '../../src/courses/popularity';
import { useFakeTime } from '../support/fake-time';

const HOUR_MS = 3_600_000;

const learner = (userId: string, tenantId = 'tenant'): { tenantId: string; userId: string } => ({
  tenantId,
  userId,
});

describe('createPopularity', () => {
  it('lists contents that at least three people have, most popular first', () => {
    const popularity = createPopularity();
    popularity.note(learner('a'), ['fire', 'privacy', 'yoga']);
    popularity.note(learner('b'), ['fire', 'privacy', 'privacy']);
    popularity.note(learner('c'), ['fire', 'privacy', 'yoga']);
    popularity.note(learner('d'), ['privacy']);

    expect(popularity.mostPopular('TENANT')).toEqual(['privacy', 'fire']);
  });

  it('counts each person once, and no one who was forgotten', () => {
    const popularity = createPopularity();
    for (const userId of ['a', 'a', 'A', 'b']) popularity.note(learner(userId), ['fire']);
    expect(popularity.mostPopular('tenant')).toEqual([]);

    popularity.note(learner('c'), ['fire']);
    expect(popularity.mostPopular('tenant')).toEqual(['fire']);

    popularity.forget(learner('B'));
    expect(popularity.mostPopular('tenant')).toEqual([]);
  });

  it('ignores the case of tenant ids', () => {
    const popularity = createPopularity();
    for (const [index, userId] of ['a', 'b', 'c'].entries())
      popularity.note(learner(userId, index === 0 ? 'TENANT' : 'tenant'), ['fire']);

    expect(popularity.mostPopular('tenant')).toEqual(['fire']);
  });

  it('counts each tenant separately', () => {
    const popularity = createPopularity();
    for (const userId of ['a', 'b', 'c']) popularity.note(learner(userId, 'other'), ['fire']);

    expect(popularity.mostPopular('tenant')).toEqual([]);
  });
});

describe('what was noted', () => {
  useFakeTime();

  it('counts for a day and no longer', () => {
    const popularity = createPopularity();
    for (const userId of ['a', 'b', 'c']) popularity.note(learner(userId), ['fire']);

    jest.advanceTimersByTime(23 * HOUR_MS);
    const within = popularity.mostPopular('tenant');
    jest.advanceTimersByTime(2 * HOUR_MS);

    expect([within, popularity.mostPopular('tenant')]).toEqual([['fire'], []]);
  });
});
