import { findZone } from '../../src/domain/time-zone';

describe('findZone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['India Standard Time', 'Asia/Calcutta'],
    ['UTC-11', 'UTC-11:00'],
    ['UTC+2', 'UTC+2:00'],
    ['utc+05:30', 'UTC+05:30'],
    ['+0545', 'UTC+05:45'],
    ['-03:30', 'UTC-03:30'],
  ])('reads %s as %s', (name, zone) => {
    expect(findZone(name)).toBe(zone);
  });

  it.each(['', 'local', 'tzone://Microsoft/Custom', 'Mars/Olympus', 'constructor', '+15:00', '+01:60', '2'])(
    'rejects "%s" every time',
    (name) => {
      expect([findZone(name), findZone(name)]).toEqual([undefined, undefined]);
    },
  );
});
