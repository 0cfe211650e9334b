import { own, parseMessage, renderMessage, type MessageValues } from '../../src/i18n/message';

const english = { locale: 'en-US', rtl: false };
const arabic = { locale: 'ar-u-nu-latn', rtl: true };

function render(source: string, values: MessageValues = {}, language = english): string {
  return renderMessage(parseMessage(source), values, language);
}

describe('renderMessage', () => {
  it('isolates outside text where both directions can meet', () => {
    expect(render('Matching “{text}”', { text: 'Data (2)!' })).toBe('Matching “Data (2)!”');
    expect(render('Matching “{text}”', { text: 'كيوي (2)!' })).toBe('Matching “\u2068كيوي (2)!\u2069”');
    expect(render('«{text}»', { text: 'Data (2)!' }, arabic)).toBe('«\u2068Data (2)!\u2069»');
  });

  it('removes direction marks from outside text', () => {
    expect(render('{text}!', { text: 'كيوي\u2069\u202E' })).toBe('\u2068كيوي\u2069!');
  });

  it('inserts our own text unchanged', () => {
    expect(render('{date}!', { date: own('12 نوفمبر') }, arabic)).toBe('12 نوفمبر!');
  });

  it('selects by a text without isolating it', () => {
    expect(render('{kind, select, required {a} other {b}}', { kind: 'required' }, arabic)).toBe('a');
  });

  it.each([
    ['en-US', 12345, '12,345 courses'],
    ['en-US', 1, '1 course'],
    ['de-DE', 12345, '12.345 courses'],
    ['ar-u-nu-latn', 3, '3 courses'],
  ])('uses the plural forms of %s', (locale, count, text) => {
    const source = '{count, plural, one {# course} other {# courses}}';

    expect(render(source, { count }, { locale, rtl: false })).toBe(text);
  });

  it('shows a percentage of 0 to 100', () => {
    const source = '{percent, number, ::percent scale/0.01} done';

    expect(render(source, { percent: 40 })).toBe('40% done');
    expect(render(source, { percent: 40 }, { locale: 'de', rtl: false })).toBe('40\u00A0% done');
  });

  it('throws when a value is missing', () => {
    expect(() => render('Due {date}')).toThrow('date');
  });

  it('keeps text that looks like a tag', () => {
    expect(render('a <b>{text}</b>', { text: '<i>' })).toBe('a <b><i></b>');
  });
});
