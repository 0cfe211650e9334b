import { listLongTexts } from '../../tools/texts/lengths';

const english = new Map([
  ['open', 'Open'],
  ['share', 'Share'],
  ['count', '{n, plural, one {# day} other {# days}}'],
]);

describe('listLongTexts', () => {
  it('lists what is longer than in English, the most grown first', () => {
    const german = new Map([
      ['open', 'Öffnen'],
      ['share', 'Teil'],
      ['count', '{n, plural, one {# Kalendertag} other {# Kalendertage}}'],
    ]);

    expect(listLongTexts(german, english)).toEqual([
      { key: 'count', width: 15, englishWidth: 7 },
      { key: 'open', width: 6, englishWidth: 4 },
    ]);
  });

  it('counts a wide letter as two', () => {
    expect(listLongTexts(new Map([['open', '開く!']]), english)).toEqual([
      { key: 'open', width: 5, englishWidth: 4 },
    ]);
  });
});
