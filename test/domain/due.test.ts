import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Due } from '../../src/domain/course-activity';
import { daysUntilDue, dueDay, isDueWithin, isOverdue, toViewedDue } from '../../src/domain/due';
import { anActivity } from '../support/courses';

const day = (date: string): Due => ({ kind: 'day', date });
const instant = (dateTime: string): Due => ({ kind: 'instant', dateTime });
const at = (now: string, zone = 'UTC'): { now: Date; zone: string } => ({ now: new Date(now), zone });

describe('toViewedDue', () => {
  it.each([
    ['midnight in winter', '2026-11-30T23:00:00Z', 'Europe/Berlin', '2026-12-01'],
    ['midnight in summer', '2026-06-30T22:00:00Z', 'Europe/Berlin', '2026-07-01'],
    ['midnight of a half hour', '2026-11-30T18:30:00.000Z', 'Asia/Kolkata', '2026-12-01'],
    ['midnight of a fixed offset', '2026-12-01T09:30:00Z', 'UTC-09:30', '2026-12-01'],
    ['a minute before midnight', '2026-12-02T07:59:00Z', 'America/Los_Angeles', '2026-12-01'],
    ['the last second', '2026-12-01T14:59:59.999Z', 'Asia/Tokyo', '2026-12-01'],
    ['a midnight that is skipped', '2026-04-23T22:00:00Z', 'Africa/Cairo', '2026-04-24'],
    ['a minute before midnight that is skipped', '2027-03-28T01:59:00Z', 'America/Nuuk', '2027-03-27'],
    ['the first midnight of two', '2026-11-01T04:00:00Z', 'America/Havana', '2026-11-01'],
    ['the second midnight of two', '2026-11-01T05:00:00Z', 'America/Havana', '2026-11-01'],
  ])('is a day at %s', (...[, dateTime, zone, date]) => {
    expect(toViewedDue(instant(dateTime), { zone })).toEqual(day(date));
  });

  it.each([
    ['a second after midnight', '2026-11-30T23:00:01Z', 'Europe/Berlin'],
    ['a minute after midnight', '2026-11-30T23:01:00Z', 'Europe/Berlin'],
    ['half a minute before midnight', '2026-11-30T22:59:30Z', 'Europe/Berlin'],
    ['midnight in winter, of a summer day', '2026-06-30T23:00:00Z', 'Europe/Berlin'],
    ['midnight elsewhere', '2026-11-30T23:00:00Z', 'America/New_York'],
    ['the hour before a midnight that comes twice', '2026-10-29T21:00:00Z', 'Africa/Cairo'],
  ])('stays an instant at %s', (_, dateTime, zone) => {
    expect(toViewedDue(instant(dateTime), { zone })).toEqual(instant(dateTime));
  });

  it('stays an instant when a time of day was given', () => {
    const due: Due = { kind: 'instant', dateTime: '2026-11-30T23:00:00Z', isLocal: true };

    expect(toViewedDue(due, { zone: 'Europe/Berlin' })).toEqual(due);
  });

  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const dates = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('is the day picked in the same zone, however it was stored', () => {
    const times = fc.constantFrom('00:00', '23:59', '23:59:59', '23:59:59.999');

    fc.assert(
      fc.property(zones, dates, times, (zone, date, time) => {
        const stored = DateTime.fromISO(`${date}T${time}`, { zone });
        // No one can pick a day that a change of the date line skipped.
        fc.pre(DateTime.fromISO(`${date}T12:00`, { zone }).toISODate() === date);

        expect(toViewedDue(instant(stored.toUTC().toISO() ?? ''), { zone })).toEqual(day(date));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every other minute of the day', () => {
    fc.assert(
      fc.property(zones, dates, fc.integer({ min: 61, max: 22 * 60 }), (zone, date, minute) => {
        const stored = DateTime.fromISO(date, { zone }).plus({ minutes: minute });
        const due = instant(stored.toUTC().toISO() ?? '');

        expect(toViewedDue(due, { zone })).toEqual(due);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dueDay', () => {
  it.each([
    'Pacific/Kiritimati',
    'Europe/Berlin',
    'UTC',
    'America/Los_Angeles',
    'Pacific/Pago_Pago',
    'UTC-09:30',
  ])('is the same calendar day for a viewer in %s when a day was meant', (zone) => {
    expect(dueDay(day('2026-11-30'), at('2026-11-23T09:00:00Z', zone))).toBe('2026-11-30');
  });

  it.each([
    ['UTC', '2026-11-30'],
    ['Asia/Tokyo', '2026-12-01'],
    ['UTC+05:30', '2026-12-01'],
    ['America/New_York', '2026-11-30'],
    ['not/a-zone', '2026-11-30'],
  ])('is the day in %s when an instant was meant', (zone, expected) => {
    expect(dueDay(instant('2026-11-30T19:00:00Z'), at('2026-11-23T09:00:00Z', zone))).toBe(expected);
  });
});

describe('daysUntilDue', () => {
  it.each([
    ['2026-11-23', 0],
    ['2026-11-24', 1],
    ['2026-11-20', -3],
    ['2027-11-23', 365],
  ])('counts calendar days to %s', (date, expected) => {
    expect(daysUntilDue(day(date), at('2026-11-23T23:59:00Z'))).toBe(expected);
  });

  it('counts a 23-hour day as one day', () => {
    const viewed = at('2027-03-28T00:30:00+01:00', 'Europe/Berlin');

    expect(daysUntilDue(instant('2027-03-29T00:10:00+02:00'), viewed)).toBe(1);
  });
});

describe('isOverdue', () => {
  it('lasts until the end of the due day in the viewer’s zone', () => {
    const activity = anActivity({ due: day('2026-11-30') });

    expect(isOverdue(activity, at('2026-12-01T07:59:00Z', 'America/Los_Angeles'))).toBe(false);
    expect(isOverdue(activity, at('2026-12-01T08:01:00Z', 'America/Los_Angeles'))).toBe(true);
    expect(isOverdue(activity, at('2026-11-30T14:59:00Z', 'Asia/Tokyo'))).toBe(false);
    expect(isOverdue(activity, at('2026-11-30T15:01:00Z', 'Asia/Tokyo'))).toBe(true);
  });

  it('lasts until the end of a day stored as midnight in the viewer’s zone', () => {
    const activity = anActivity({ due: instant('2026-11-30T23:00:00Z') });
    const inBerlin = (now: string): boolean => isOverdue(activity, at(now, 'Europe/Berlin'));

    expect([inBerlin('2026-12-01T22:59:59Z'), inBerlin('2026-12-01T23:00:00Z')]).toEqual([false, true]);
    expect(isOverdue(activity, at('2026-11-30T23:00:01Z', 'America/New_York'))).toBe(true);
  });

  it('is exact to the minute for a due instant', () => {
    const activity = anActivity({ due: instant('2026-11-30T16:00:00Z') });

    expect(isOverdue(activity, at('2026-11-30T15:59:59Z'))).toBe(false);
    expect(isOverdue(activity, at('2026-11-30T16:00:01Z'))).toBe(true);
  });

  it('is false for completed courses, and treats an unknown status as open', () => {
    const due = day('2020-01-01');

    expect(isOverdue(anActivity({ due, status: 'completed' }), at('2026-11-23T09:00:00Z'))).toBe(false);
    expect(isOverdue(anActivity({ due, status: 'unknown' }), at('2026-11-23T09:00:00Z'))).toBe(true);
  });
});

describe('isDueWithin', () => {
  // A Wednesday.
  const viewed = at('2026-11-25T12:00:00Z');

  it.each([
    ['today', '2026-11-25', '2026-11-25'],
    ['tomorrow', '2026-11-26', '2026-11-26'],
    ['thisWeek', '2026-11-23', '2026-11-29'],
    ['nextWeek', '2026-11-30', '2026-12-06'],
    ['thisMonth', '2026-11-01', '2026-11-30'],
    ['nextMonth', '2026-12-01', '2026-12-31'],
    ['soon', '2026-11-25', '2026-12-02'],
  ] as const)('%s is %s to %s', (window, first, last) => {
    const shift = (date: string, days: number): string =>
      new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
    const isWithin = (date: string): boolean => isDueWithin(anActivity({ due: day(date) }), window, viewed);

    expect([shift(first, -1), first, last, shift(last, 1)].map(isWithin)).toEqual([false, true, true, false]);
  });

  it.each([
    ['a Sunday', '2026-11-29T12:00:00Z'],
    ['a Monday', '2026-11-23T12:00:00Z'],
  ])('starts the week on Monday, even on %s', (_, now) => {
    const isWithin = (date: string): boolean =>
      isDueWithin(anActivity({ due: day(date) }), 'thisWeek', at(now));

    expect(['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map(isWithin)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('excludes completed courses and those without a due date', () => {
    expect(isDueWithin(anActivity({ due: day('2026-11-25'), status: 'completed' }), 'today', viewed)).toBe(
      false,
    );
    expect(isDueWithin(anActivity(), 'thisMonth', viewed)).toBe(false);
  });

  it('counts overdue courses as overdue, not as due soon', () => {
    const earlierToday = anActivity({ due: instant('2026-11-25T08:00:00Z') });

    expect(isDueWithin(earlierToday, 'overdue', viewed)).toBe(true);
    expect(isDueWithin(earlierToday, 'soon', viewed)).toBe(false);
    expect(isDueWithin(earlierToday, 'today', viewed)).toBe(true);
  });

  it('finds a day that was stored as midnight of the viewer’s zone on that day', () => {
    const activity = anActivity({ due: instant('2026-11-24T23:00:00Z') });
    const inBerlin = at('2026-11-25T12:00:00Z', 'Europe/Berlin');

    expect(
      (['overdue', 'today', 'soon'] as const).map((window) => isDueWithin(activity, window, inBerlin)),
    ).toEqual([false, true, true]);
  });

  it('finds January after December', () => {
    const activity = anActivity({ due: day('2027-01-31') });

    expect(isDueWithin(activity, 'nextMonth', at('2026-12-31T12:00:00Z'))).toBe(true);
  });
});
