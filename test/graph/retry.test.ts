import { retryDelayMs } from '../../src/graph/client/retry';

describe('retryDelayMs', () => {
  const random = (): number => 1;

  it.each(['graphThrottled', 'graphUnavailable'] as const)(
    'waits as long as Retry-After says after %s',
    (kind) => {
      expect(retryDelayMs({ fault: { kind, waitMs: 1_500 }, failedBefore: 0, random })).toBe(1_500);
    },
  );

  it('reports a wait that is too long for a turn', () => {
    expect(
      retryDelayMs({ fault: { kind: 'graphThrottled', waitMs: 3_000 }, failedBefore: 0, random }),
    ).toBeUndefined();
  });

  it('backs off longer each time without Retry-After, and stops after three attempts', () => {
    const delays = [0, 1, 2].map((failedBefore) =>
      retryDelayMs({ fault: { kind: 'graphThrottled', waitMs: undefined }, failedBefore, random }),
    );

    expect(delays).toEqual([200, 400, undefined]);
  });

  it('adds up to half as jitter', () => {
    expect(
      retryDelayMs({
        fault: { kind: 'graphServerError', waitMs: undefined },
        failedBefore: 0,
        random: () => 0,
      }),
    ).toBe(100);
  });

  it.each(['graphServerError', 'graphNetwork'] as const)('retries once after %s', (kind) => {
    const delays = [0, 1].map((failedBefore) =>
      retryDelayMs({ fault: { kind, waitMs: undefined }, failedBefore, random }),
    );

    expect(delays).toEqual([200, undefined]);
  });

  it.each([
    'graphBadRequest',
    'graphUnauthorized',
    'graphForbidden',
    'graphUnlicensed',
    'graphNotFound',
    'graphMethodNotAllowed',
    'graphProviderNotEnabled',
    'graphTimeout',
    'graphContract',
  ] as const)('does not retry after %s', (kind) => {
    expect(retryDelayMs({ fault: { kind, waitMs: undefined }, failedBefore: 0, random })).toBeUndefined();
  });
});
