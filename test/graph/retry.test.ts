import { parseWaitMs, retryDelayMs } from '../../src/graph/client/retry';

const now = Date.parse('2027-01-22T07:41:00Z');

describe('parseWaitMs', () => {
  it.each([
    ['seconds', '17', '', 17_000],
    ['decimal seconds', '2.128', '', 2_128],
    ['seconds with blanks', ' 5 ', '', 5_000],
    ['no wait at all', '0', '', 0],
    ['an HTTP date', 'Fri, 22 Jan 2027 07:42:30 GMT', '', 90_000],
    ['an HTTP date that is past', 'Fri, 22 Jan 2027 07:00:00 GMT', '', 0],
    [
      'minutes in the message',
      undefined,
      '{"error":{"code":"tooManyRequests","message":"Retry after 3 minutes"}}',
      180_000,
    ],
    ['one minute', undefined, '{"error":{"message":"Retry after 1 minute"}}', 60_000],
    ['half minutes', undefined, 'RETRY AFTER 1.5 MINUTES', 90_000],
    [
      'minutes in an object instead of the message',
      undefined,
      '{"error":{"message":{"code":"tooManyRequests","message":"Retry after 2 minutes"}}}',
      120_000,
    ],
    [
      'minutes in text within text',
      undefined,
      String.raw`{"error":{"message":"{\"code\": \"tooManyRequests\",\"message\": \"Retry after 4 minutes\"}"}}`,
      240_000,
    ],
    ['the header before the body', '17', 'Retry after 3 minutes', 17_000],
    ['the body behind a header that says nothing', 'soon', 'Retry after 3 minutes', 180_000],
    ['at most an hour', '86400', '', 3_600_000],
    ['nothing from a placeholder', undefined, 'Retry after {noOfMinutes} minutes', undefined],
    ['nothing from a negative number', '-5', '', undefined],
    ['nothing from nothing', undefined, '', undefined],
  ])('reads %s', (...[, retryAfter, body, expected]) => {
    expect(parseWaitMs({ retryAfter, body, now })).toBe(expected);
  });
});

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
