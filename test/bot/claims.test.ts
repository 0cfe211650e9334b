import { createClaims, type Claims } from '../../src/bot/activity/claims';

const MINUTE_MS = 60_000;

let now: number;
let claims: Claims;
beforeEach(() => {
  now = 1;
  claims = createClaims(() => now);
});

describe('claim', () => {
  it('is true for the first caller with a key, and false for all others', async () => {
    const answers = await Promise.all([claims.claim('a'), claims.claim('a'), claims.claim('b')]);

    expect(answers).toEqual([true, false, true]);
  });

  it('lasts 15 minutes, however often it is claimed meanwhile', async () => {
    await claims.claim('a');

    now += 14 * MINUTE_MS;
    expect(await claims.claim('a')).toBe(false);
    now += 2 * MINUTE_MS;
    expect(await claims.claim('a')).toBe(true);
  });

  it('lasts as long as the caller says', async () => {
    await claims.claim('a', 1_000);

    now += 900;
    expect(await claims.claim('a', 1_000)).toBe(false);
    now += 200;
    expect(await claims.claim('a', 1_000)).toBe(true);
  });
});
