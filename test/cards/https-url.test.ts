import { toHttpsUrl } from '../../src/cards/https-url';

describe('toHttpsUrl', () => {
  it('accepts https addresses', () => {
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
    `https://learn.contoso.com/${'x'.repeat(2048)}`,
    `https://learn.contoso.com/${'é'.repeat(400)}`,
  ])('refuses %p', (address) => {
    expect(toHttpsUrl(address)).toBeUndefined();
  });
});
