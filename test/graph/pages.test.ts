import { startList } from '../../src/graph/client/pages';

const baseUrl = 'https://graph.example.com/v1.0';
const elsewhere = 'https://elsewhere.example.com/v1.0/me/list?$skip=9';

describe('a list with an untrusted next link', () => {
  it.each([
    ['/me/list', '/me/list?$skip=5'],
    ['/me/list?$count=true&$top=20', '/me/list?$count=true&$top=20&$skip=5'],
    ['/me/list?$skip=1&$top=20', '/me/list?$top=20&$skip=5'],
    ['/me/list?$top=20&%24SKIP=1', '/me/list?$top=20&$skip=5'],
  ])('continues after the received items, and logs it once: %s', (listPath, next) => {
    const take = startList({ baseUrl, userId: 'ada', listPath });
    const pages = [
      ['a', 'b', 'c'],
      ['d', 'e'],
    ].map((ids) => take({ value: ids.map((id) => ({ id })), '@odata.nextLink': elsewhere }));

    expect(pages.at(-1)?.nextPath).toBe(next);
  });
});
