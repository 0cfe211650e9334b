import { toGraphError } from '../../src/graph/client/to-graph-error';

const now = Date.parse('2027-01-22T07:41:00Z');

describe('the wait of a throttled answer', () => {
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
  ])('is read as %s', (...[, retryAfter, body, expected]) => {
    const header = (name: string): string | undefined => (name === 'retry-after' ? retryAfter : undefined);

    expect(toGraphError({ status: 429, header, body, now }).waitMs).toBe(expected);
  });
});
