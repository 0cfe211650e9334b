import { createSigning } from '../../src/lib/signing';

const { sign, isSigned } = createSigning(Buffer.alloc(32, 1));

it('accepts what it signed', () => {
  expect(isSigned(sign('link', 'a', 'b'), 'link', 'a', 'b')).toBe(true);
});

it.each([
  ['other parts', ['link', 'a', 'c']],
  ['parts that read the same together', ['link', 'ab', '']],
  ['parts in another order', ['link', 'b', 'a']],
])('refuses the signature for %s', (_, parts) => {
  expect(isSigned(sign('link', 'a', 'b'), ...parts)).toBe(false);
});

it.each(['', 'x', sign('link').slice(1), `${sign('link')}=`])('refuses the signature %j', (signature) => {
  expect(isSigned(signature, 'link')).toBe(false);
});

it('refuses the signature of another key', () => {
  expect(createSigning(Buffer.alloc(32, 2)).isSigned(sign('link'), 'link')).toBe(false);
});
