import { isUsableId, toKeyValue, toProviderPath } from '../../src/graph/client/addresses';

describe('isUsableId', () => {
  it.each(['a', 'a guid:another', "O'NEIL/7?", '日本', '...', 'x'.repeat(300)])('accepts %j', (id) => {
    expect(isUsableId(id)).toBe(true);
  });

  it.each(['', '.', '..', 'a\nb', 'a\u0000', '\ud800', 'x'.repeat(301)])('rejects %j', (id) => {
    expect(isUsableId(id)).toBe(false);
  });
});

describe('toKeyValue', () => {
  it.each([
    ['ACT-20931', "'ACT-20931'"],
    ["O'NEIL", "'O%27%27NEIL'"],
    ["') or ('1'='1", "'%27%27)%20or%20(%27%271%27%27%3D%27%271'"],
    ['fb/español?#%', "'fb%2Fespa%C3%B1ol%3F%23%25'"],
  ])('quotes %s', (text, expected) => {
    expect(toKeyValue(text)).toBe(expected);
  });
});

describe('toProviderPath', () => {
  it('keeps the id in one path segment', () => {
    expect(toProviderPath('a/../b?c')).toBe('/employeeExperience/learningProviders/a%2F..%2Fb%3Fc');
  });
});
