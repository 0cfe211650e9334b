import type { Due } from '../../src/domain/course-activity';
import { daysUntilDue, dueDay, isDueWithin, isOverdue } from '../../src/domain/due';
import { anActivity } from '../support/courses';

const day = (date: string): Due => ({ kind: 'day', date });
const instant = (dateTime: string): Due => ({ kind: 'instant', dateTime });
const at = (now: string, zone = 'UTC'): { now: Date; zone: string } => ({ now: new Date(now), zone });

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
  ])('is the day in %s when a moment was meant', (zone, expected) => {
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

  it('counts a day that a clock change makes 23 hours long as one day', () => {
    const viewed = at('2027-03-28T00:30:00+01:00', 'Europe/Berlin');

    expect(daysUntilDue(instant('2027-03-29T00:10:00+02:00'), viewed)).toBe(1);
  });
});

describe('isOverdue', () => {
  it('lets a due day last until it ends where the viewer is', () => {
    const activity = anActivity({ due: day('2026-11-30') });

    expect(isOverdue(activity, at('2026-12-01T07:59:00Z', 'America/Los_Angeles'))).toBe(false);
    expect(isOverdue(activity, at('2026-12-01T08:01:00Z', 'America/Los_Angeles'))).toBe(true);
    expect(isOverdue(activity, at('2026-11-30T14:59:00Z', 'Asia/Tokyo'))).toBe(false);
    expect(isOverdue(activity, at('2026-11-30T15:01:00Z', 'Asia/Tokyo'))).toBe(true);
  });

  it('holds a due moment to the minute', () => {
    const activity = anActivity({ due: instant('2026-11-30T16:00:00Z') });

    expect(isOverdue(activity, at('2026-11-30T15:59:59Z'))).toBe(false);
    expect(isOverdue(activity, at('2026-11-30T16:00:01Z'))).toBe(true);
  });

  it('never calls a completed course overdue, and an unknown status open', () => {
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
  ])('begins the week on Monday, also on %s', (_, now) => {
    const isWithin = (date: string): boolean =>
      isDueWithin(anActivity({ due: day(date) }), 'thisWeek', at(now));

    expect(['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map(isWithin)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('has no upcoming courses among the completed and those without a due date', () => {
    expect(isDueWithin(anActivity({ due: day('2026-11-25'), status: 'completed' }), 'today', viewed)).toBe(
      false,
    );
    expect(isDueWithin(anActivity(), 'thisMonth', viewed)).toBe(false);
  });

  it('takes the overdue for overdue, not for due soon', () => {
    const earlierToday = anActivity({ due: instant('2026-11-25T08:00:00Z') });

    expect(isDueWithin(earlierToday, 'overdue', viewed)).toBe(true);
    expect(isDueWithin(earlierToday, 'soon', viewed)).toBe(false);
    expect(isDueWithin(earlierToday, 'today', viewed)).toBe(true);
  });

  it('finds January after December', () => {
    const activity = anActivity({ due: day('2027-01-31') });

    expect(isDueWithin(activity, 'nextMonth', at('2026-12-31T12:00:00Z'))).toBe(true);
  });
});
