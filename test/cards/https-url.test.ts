import { toHttpsUrl } from '../../src/cards/https-url';

describe('toHttpsUrl', () => {
  it('lets https addresses through', () => {
    expect(toHttpsUrl('https://learn.contoso.com/a?b=c')).toBe('https://learn.contoso.com/a?b=c');
  });

  it.each([
    undefined,
    '',
    'learn.contoso.com',
    'http://learn.contoso.com',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://contoso.com@evil.example/',
    'https://:secret@evil.example/',
  ])('refuses %p', (address) => {
    expect(toHttpsUrl(address)).toBeUndefined();
  });
});
