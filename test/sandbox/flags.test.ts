import { FlagError, parseFlags } from '../../sandbox/flags';

describe('parseFlags', () => {
  it('has a default for each flag', () => {
    expect(parseFlags([])).toEqual({
      port: 3979,
      botPort: 3978,
      graphLatencyMs: 80,
      crowd: 0,
      largeTeam: 0,
      opensBrowser: true,
    });
  });

  it('reads the command line', () => {
    const args = '--port 4000 --bot-port 4001 --graph-latency 0 --crowd 60 --large-team 1000';
    const more = '--playground 4002 --clock 2026-12-01T10:00+01:00 --no-open';

    expect(parseFlags(`${args} ${more}`.split(' '))).toEqual({
      port: 4000,
      botPort: 4001,
      graphLatencyMs: 0,
      crowd: 60,
      largeTeam: 1000,
      playgroundPort: 4002,
      clock: '2026-12-01T09:00:00.000Z',
      opensBrowser: false,
    });
  });

  it('returns help when asked', () => {
    expect(parseFlags(['--port', '4000', '--help'])).toBe('help');
  });

  it.each([
    [['--port', 'x'], '--port must be a number from 1 to 65535.'],
    [['--port', '70000'], '--port must be a number from 1 to 65535.'],
    [['--bot-port', '3979'], '--port, --bot-port and --playground must differ.'],
    [['--playground', '3978'], '--port, --bot-port and --playground must differ.'],
    [['--playground', 'x'], '--playground must be a number from 1 to 65535.'],
    [['--graph-latency', '-5'], '--graph-latency'],
    [['--crowd', '5001'], '--crowd must be a number from 0 to 5000.'],
    [['--large-team', '2001'], '--large-team must be a number from 0 to 2000.'],
    [['--clock', 'tomorrow'], '--clock must be a date and time such as 2026-12-01T09:00:00Z.'],
    [['--colour'], "Unknown option '--colour'"],
    [['now'], "Unexpected argument 'now'"],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => parseFlags(args)).toThrow(FlagError);
    expect(() => parseFlags(args)).toThrow(sentence);
  });
});
