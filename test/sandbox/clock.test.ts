import { createClock, toDaytime } from '../../sandbox/clock';

afterEach(() => {
  jest.useRealTimers();
});

describe('toDaytime', () => {
  it.each([
    ['a weekday, early', '2026-11-27T05:30:00Z', '2026-11-27T15:00:00.000Z'],
    ['a weekday, late, already tomorrow in UTC', '2026-11-28T02:00:00Z', '2026-11-27T15:00:00.000Z'],
    ['a Saturday', '2026-11-28T18:00:00Z', '2026-11-27T15:00:00.000Z'],
    ['a Sunday', '2026-11-29T18:00:00Z', '2026-11-30T15:00:00.000Z'],
    ['a Sunday on which summer time begins', '2027-03-14T12:00:00Z', '2027-03-15T14:00:00.000Z'],
  ])('is the morning of the nearest weekday: %s', (_day, moment, morning) => {
    expect(toDaytime(new Date(moment), 'America/New_York').toISOString()).toBe(morning);
  });
});

describe('createClock', () => {
  it('runs on from the morning, and restarts on the day of the restart', () => {
    jest.useFakeTimers({ now: new Date('2026-11-26T22:00:00Z') });
    const clock = createClock('daytime', 'America/New_York');

    jest.setSystemTime(new Date('2026-11-27T00:30:00Z'));
    const later = clock.now().toISOString();
    jest.setSystemTime(new Date('2026-11-27T22:00:00Z'));
    clock.restart();

    expect(later).toBe('2026-11-26T17:30:00.000Z');
    expect(clock.now().toISOString()).toBe('2026-11-27T15:00:00.000Z');
  });

  it.each([undefined, 'now'])('has the real time for %s', (startsAt) => {
    expect(createClock(startsAt).offsetMs).toBe(0);
  });
});
