import * as fc from 'fast-check';
import { toChatText, toMessageLines, toMessageText, toPlainText } from '../../src/cards/plain-text';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const countCharacters = (text: string): number => [...graphemes.segment(text)].length;

describe('toPlainText', () => {
  it('leaves a title as it is', () => {
    expect(toPlainText('Feuer & Flamme: Größe 2.0 – 日本語 👩‍🚒', 120)).toBe(
      'Feuer & Flamme: Größe 2.0 – 日本語 👩‍🚒',
    );
  });

  it('joins several lines into one', () => {
    expect(toPlainText('  one\r\n\ttwo\u2028three\u0000\u0085 four ', 120)).toBe('one two three four');
  });

  it.each([
    '\u202A',
    '\u202B',
    '\u202C',
    '\u202D',
    '\u202E',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200B',
  ])('drops %j, which hides or reverses text', (character) => {
    expect(toPlainText(`safe${character}txt.exe`, 120)).toBe('safetxt.exe');
  });

  it('keeps the joiners and marks that scripts need', () => {
    expect(toPlainText('می\u200Cخواهم \u200Fא', 120)).toBe('می\u200Cخواهم \u200Fא');
  });

  it('cuts by characters as readers count them', () => {
    expect(toPlainText('👨‍👩‍👧'.repeat(3), 120)).toBe('👨‍👩‍👧'.repeat(3));
    expect(toPlainText('é'.repeat(5), 4)).toBe('ééé…');
    expect(toPlainText('e\u0301'.repeat(5), 4)).toBe('e\u0301e\u0301e\u0301…');
  });

  it('keeps a text of exactly the maximum length', () => {
    expect(toPlainText('abcd', 4)).toBe('abcd');
    expect(toPlainText('e\u0301'.repeat(4), 4)).toBe('e\u0301'.repeat(4));
  });

  it('limits stacked marks', () => {
    expect(toPlainText(`a${'\u0301'.repeat(50)}`, 10)).toBe(`a${'\u0301'.repeat(4)}`);
  });

  it('neutralizes functions that a card would evaluate', () => {
    const text = toPlainText('{{DATE(2026-05-01T00:00:00Z)}} {{{TIME(x)}}}', 120);

    expect(text).not.toContain('{{');
    expect(text.replaceAll('\u2060', '')).toBe('{{DATE(2026-05-01T00:00:00Z)}} {{{TIME(x)}}}');
  });

  it('replaces lone surrogates', () => {
    expect(toPlainText('a\uD83Db', 120)).toBe('a\uFFFDb');
  });

  it('returns one bounded, well-formed line for any input', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (input, max) => {
        const text = toPlainText(input, max).replaceAll('\u2060', '');

        expect(countCharacters(text)).toBeLessThanOrEqual(max);
        expect(text.length).toBeLessThanOrEqual(max * 2 + 1);
        expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\p{Cc}\p{Cs}\n]/u);
      }),
    );
  });
});

describe('toMessageText', () => {
  it('leaves neither tags nor links', () => {
    const text = toMessageText('<at>Ada</at> [here](https://evil.example)');

    expect(text).toBe('‹at›Ada‹/at› [here]\u2060(https://evil.example)');
  });
});

describe('toChatText', () => {
  it('leaves no address that a client makes a link of', () => {
    const text = toChatText('<b> HTTPS://evil.example or WWW.evil.example: 3 // 4');

    expect(text).toBe('‹b› HTTPS:\u2060//evil.example or WWW\u2060.evil.example: 3 // 4');
  });
});

describe('toMessageLines', () => {
  const lines = ['Fire safety · 40%', '<b>'];

  it('begins each line with a right-to-left mark in a language that is written that way', () => {
    expect(toMessageLines(lines, { locale: 'ar-EG' })).toBe('\u200FFire safety · 40%\n\u200F‹b›');
  });

  it('adds nothing in any other language', () => {
    expect(toMessageLines(lines, { locale: 'de' })).toBe('Fire safety · 40%\n‹b›');
  });
});
