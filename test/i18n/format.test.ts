import {
  formatDay,
  formatDayOf,
  formatDuration,
  formatInstant,
  formatNumber,
  formatTime,
} from '../../src/i18n/format';

const berlin = { locale: 'en-US', zone: 'Europe/Berlin' };
const lateEvening = '2026-11-12T23:30:00Z';

describe('formatDay', () => {
  it('is the same day for every reader', () => {
    expect(formatDay('2026-11-12', { locale: 'en-US' })).toBe('Nov 12, 2026');
  });

  it('is in English in the country’s format when the language has no texts', () => {
    expect(formatDay('2026-11-12', { locale: 'sv-SE' })).toBe('12 Nov 2026');
    expect(formatDay('2026-11-12', { locale: 'th-TH' })).toBe('Nov 12, 2026');
    expect(formatDay('2026-11-12', { locale: 'nl' })).toBe('Nov 12, 2026');
  });
});

describe('formatDayOf', () => {
  it.each([
    ['Europe/Berlin', 'Nov 13, 2026'],
    ['America/Los_Angeles', 'Nov 12, 2026'],
    ['UTC+2', 'Nov 13, 2026'],
    ['UTC-10', 'Nov 12, 2026'],
    ['UTC', 'Nov 12, 2026'],
  ])('is the calendar day in %s', (zone, day) => {
    expect(formatDayOf(lateEvening, { locale: 'en-US', zone })).toBe(day);
  });
});

describe('formatTime', () => {
  it.each([
    ['Europe/Berlin', '2:05 PM'],
    ['UTC+5:30', '6:35 PM'],
    ['UTC-3', '10:05 AM'],
    ['UTC', '1:05 PM UTC'],
    ['Mars/Olympus', '1:05 PM UTC'],
    ['', '1:05 PM UTC'],
  ])('shows the time in %p', (zone, time) => {
    expect(formatTime(new Date('2026-11-17T13:05:00Z'), { locale: 'en-US', zone })).toBe(time);
  });

  it('uses the clock of the reader', () => {
    expect(formatTime(new Date('2026-11-17T13:05:00Z'), { ...berlin, locale: 'de-DE' })).toBe('14:05');
  });

  it.each(['xx-nonsense!', '', 'en_US', '../../etc'])('falls back to English for the locale %p', (locale) => {
    expect(formatTime(new Date('2026-11-17T13:05:00Z'), { ...berlin, locale })).toBe('2:05 PM');
  });
});

describe('formatInstant', () => {
  it('has day and time, and names UTC when the viewer’s zone is unknown', () => {
    expect(formatInstant(lateEvening, berlin)).toBe('Nov 13, 2026, 12:30 AM');
    expect(formatInstant(lateEvening, { locale: 'en-US', zone: 'UTC' })).toBe('Nov 12, 2026, 11:30 PM UTC');
  });
});

describe('formatDuration', () => {
  it.each([
    [45, '45 min'],
    [60, '1 hr'],
    [90, '1 hr 30 min'],
    [600, '10 hr'],
    [0.4, '1 min'],
  ])('%p minutes are %p', (minutes, text) => {
    expect(formatDuration(minutes, berlin)).toBe(text);
  });
});

describe('formatNumber', () => {
  it('formats numbers for the locale, and in English for an unknown one', () => {
    expect(formatNumber(1234, { locale: 'en-US' })).toBe('1,234');
    expect(formatNumber(1234, { locale: 'not a locale' })).toBe('1,234');
  });
});
