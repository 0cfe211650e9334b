import { isolate } from '../../src/i18n/bidi';

const leftToRight = { rtl: false };
const rightToLeft = { rtl: true };

describe('isolate', () => {
  it('adds nothing to a text of one direction', () => {
    expect(isolate('Data privacy: what matters?', leftToRight)).toBe('Data privacy: what matters?');
    expect(isolate('データ保護', leftToRight)).toBe('データ保護');
    expect(isolate('', rightToLeft)).toBe('');
  });

  it.each([
    ['an Arabic title in English', 'أمن المعلومات!', leftToRight],
    ['a Hebrew title in English', 'אבטחת מידע 2', leftToRight],
    ['an English title in Arabic', 'Data privacy: what matters?', rightToLeft],
  ])('isolates %s', (_what, title, language) => {
    expect(isolate(title, language)).toBe(`\u2068${title}\u2069`);
  });

  it('keeps the text from ending its isolation or changing its direction', () => {
    expect(isolate('a\u2069b\u202Ec\u2066d', rightToLeft)).toBe('\u2068abcd\u2069');
  });
});
