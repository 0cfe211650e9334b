import { spawnSync } from 'node:child_process';
import { commandOf } from '../support/command-of';

function explain(
  args: readonly string[],
  { input = '', serverZone = 'UTC' } = {},
): { lines: readonly string[]; stderr: string; status: number | null } {
  const run = spawnSync(process.execPath, [...commandOf('tools/explain.ts'), ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, TZ: serverZone },
  });
  return { lines: run.stdout.split('\n').slice(0, -1), stderr: run.stderr, status: run.status };
}

const overdue = '{"intent":"myCourses","filter":{"status":"open","due":"overdue","kind":"any","text":""}}';

describe('explain', () => {
  it('answers one phrase with one line, its keys in the order of the design', () => {
    const { lines, status } = explain(['what is overdue?']);

    expect({ lines, status }).toEqual({ lines: [overdue], status: 0 });
  });

  it('reads several words as one phrase', () => {
    expect(explain(['status', 'of', 'Ben']).lines).toEqual([
      '{"intent":"teammateStatus","person":"ben","filter":{"status":"any","due":"any","kind":"any","text":""}}',
    ]);
  });

  it('answers each line of standard input, empty ones too', () => {
    const { lines } = explain([], { input: 'what is overdue?\r\n\nwhat\u2028 is overdue\nhelp' });

    expect(lines).toEqual([overdue, '{"intent":"unknown"}', overdue, '{"intent":"help"}']);
  });

  it('prints nothing for empty input', () => {
    expect(explain([])).toEqual({ lines: [], stderr: '', status: 0 });
  });

  it('reads dates at the given time and in the given zone', () => {
    const { lines } = explain([
      '--now',
      '2026-11-18T23:30:00Z',
      '--zone',
      'America/New_York',
      'due on Nov 19',
    ]);

    expect(lines[0]).toContain('"due":"tomorrow"');
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'reads dates the same on a server in %s',
    (serverZone) => {
      const now = ['--now', '2026-11-18T09:00:00Z', '--zone', 'Europe/Berlin'];
      const input = 'due before Tuesday\ndue on Wednesday\ndue on 11/18\ndue in 2 days';

      const { lines } = explain(now, { input, serverZone });

      expect(lines.map((line) => /"due":"(\w+)"/.exec(line)?.[1])).toEqual([
        'soon',
        'today',
        'today',
        'thisWeek',
      ]);
    },
  );

  it('reads numeric dates in the order of the given locale, else of en-US', () => {
    const now = ['--now', '2026-11-30T09:00:00Z', '--zone', 'Europe/London'];

    expect(explain([...now, '--locale', 'en-GB', 'due on 01/12/2026']).lines[0]).toContain('"tomorrow"');
    expect(explain([...now, 'due on 12/01/2026']).lines[0]).toContain('"tomorrow"');
  });

  it.each([
    [['--locale', 'not a locale', 'help'], /"not a locale" is not a locale/],
    [['--now', 'yesterday', 'help'], /"yesterday" is not an ISO date-time/],
    [['--zone', 'Mars/Olympus', 'help'], /"Mars\/Olympus" is not an IANA time zone/],
    [['--loud', 'help'], /cannot be read/],
    [['--now'], /cannot be read/],
  ])('refuses %j with a sentence', (args, sentence) => {
    const { lines, stderr, status } = explain(args);

    expect({ lines, status }).toEqual({ lines: [], status: 2 });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/Usage: /);
  });
});
