import { weekendOf } from '../../src/i18n/weekend';

describe('weekendOf', () => {
  it.each([
    ['en-US', [6, 7]],
    ['ar-SA', [5, 6]],
    ['', [6, 7]],
  ])('is that of the region of %s', (locale, days) => {
    expect(weekendOf({ locale })).toEqual(days);
  });
});
