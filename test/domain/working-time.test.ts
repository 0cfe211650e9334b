import { nextWorkingHalfHour } from '../../src/domain/working-time';

const saturdayAndSunday = [6, 7];

describe('nextWorkingHalfHour', () => {
  it.each([
    ['in the morning', '2026-11-17T10:05:00+01:00', '2026-11-17T10:30:00+01:00'],
    ['on the half hour', '2026-11-17T10:30:00+01:00', '2026-11-17T11:00:00+01:00'],
    ['before work', '2026-11-17T06:10:00+01:00', '2026-11-17T09:00:00+01:00'],
    ['late in the afternoon', '2026-11-17T16:29:00+01:00', '2026-11-17T16:30:00+01:00'],
    ['after work', '2026-11-17T16:45:00+01:00', '2026-11-18T09:00:00+01:00'],
    ['before midnight', '2026-11-17T23:45:00+01:00', '2026-11-18T09:00:00+01:00'],
    ['on a Friday evening', '2026-11-20T18:00:00+01:00', '2026-11-23T09:00:00+01:00'],
    ['on a Sunday', '2026-11-22T11:00:00+01:00', '2026-11-23T09:00:00+01:00'],
    ['before the clocks change', '2026-10-23T18:00:00+02:00', '2026-10-26T09:00:00+01:00'],
  ])('comes after a moment %s', (_, moment, expected) => {
    const at = { now: new Date(moment), zone: 'Europe/Berlin' };

    expect(nextWorkingHalfHour(at, saturdayAndSunday)).toEqual(new Date(expected));
  });

  it('keeps the weekend of the region, and half hours of the zone', () => {
    const thursday = { now: new Date('2026-11-19T17:00:00+05:30'), zone: 'UTC+5:30' };

    expect(nextWorkingHalfHour(thursday, [5, 6])).toEqual(new Date('2026-11-22T09:00:00+05:30'));
  });

  it('is at nine by the clock of that day, also on the day on which clocks change', () => {
    const friday = { now: new Date('2026-10-30T18:00:00-08:00'), zone: 'America/Anchorage' };

    expect(nextWorkingHalfHour(friday, [5, 6])).toEqual(new Date('2026-11-01T09:00:00-09:00'));
  });

  it('ends also where every day is a weekend or the zone is unknown', () => {
    const at = { now: new Date('2026-11-17T10:05:00Z'), zone: 'Nowhere/Land' };

    expect(nextWorkingHalfHour(at, [1, 2, 3, 4, 5, 6, 7])).toEqual(new Date('2026-11-17T10:30:00Z'));
    expect(nextWorkingHalfHour(at, [])).toEqual(new Date('2026-11-17T10:30:00Z'));
  });
});
