import { FlagError, parseFlags } from '../../sandbox/flags';

describe('parseFlags', () => {
  it('has a default for each flag', () => {
    expect(parseFlags([])).toEqual({
      port: 3979,
      botPort: 3978,
      graphLatencyMs: 80,
      crowd: 0,
      largeTeam: 0,
      clock: 'daytime',
      opensBrowser: true,
      watches: false,
    });
  });

  it('reads every flag', () => {
    const args = '--port 4000 --bot-port 4001 --graph-latency 0 --crowd 60 --large-team 1000';
    const more = '--playground 4002 --inspect-bot=4003 --watch --clock 2026-12-01T10:00+01:00 --no-open';

    expect(parseFlags(`${args} ${more}`.split(' '))).toEqual({
      port: 4000,
      botPort: 4001,
      graphLatencyMs: 0,
      crowd: 60,
      largeTeam: 1000,
      playgroundPort: 4002,
      inspectPort: 4003,
      clock: '2026-12-01T09:00:00.000Z',
      opensBrowser: false,
      watches: true,
    });
  });

  it('opens the debugger on the usual port when --inspect-bot names none', () => {
    expect(parseFlags(['--inspect-bot', '--no-open'])).toMatchObject({
      inspectPort: 9229,
      opensBrowser: false,
    });
  });

  it.each(['now', 'daytime'])('takes %s for the start time', (clock) => {
    expect(parseFlags(['--clock', clock])).toMatchObject({ clock });
  });

  it('returns help for --help, whatever else is given', () => {
    expect(parseFlags(['--port', '4000', '--help'])).toBe('help');
  });

  it.each([
    [['--port', 'x'], '--port must be a number from 1 to 65535.'],
    [['--port', '70000'], '--port must be a number from 1 to 65535.'],
    [['--bot-port', '3979'], '--port, --bot-port, --playground and --inspect-bot must differ.'],
    [['--playground', '3978'], '--port, --bot-port, --playground and --inspect-bot must differ.'],
    [['--inspect-bot=3979'], '--port, --bot-port, --playground and --inspect-bot must differ.'],
    [['--inspect-bot=x'], '--inspect-bot must be a number from 1 to 65535.'],
    [['--inspect-bot', '9230'], "Unexpected argument '9230'"],
    [['--playground', 'x'], '--playground must be a number from 1 to 65535.'],
    [['--graph-latency', '-5'], '--graph-latency'],
    [['--crowd', '5001'], '--crowd must be a number from 0 to 5000.'],
    [['--large-team', '2001'], '--large-team must be a number from 0 to 2000.'],
    [['--clock', 'tomorrow'], '--clock must be "now", or a date and time such as 2026-12-01T09:00:00Z.'],
    [['--colour'], "Unknown option '--colour'"],
    [['now'], "Unexpected argument 'now'"],
  ])('refuses %j and says what is allowed', (args, sentence) => {
    expect(() => parseFlags(args)).toThrow(FlagError);
    expect(() => parseFlags(args)).toThrow(sentence);
  });
});
