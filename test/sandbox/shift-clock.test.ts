import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const HOUR_MS = 3_600_000;

/** Evaluates an expression in a process whose clock is shifted. */
function evaluate(expression: string, offsetMs: number): unknown {
  const preload = join(__dirname, '../../sandbox/shift-clock.cjs');
  const output = execFileSync(
    process.execPath,
    ['--require', preload, '-p', `JSON.stringify(${expression})`],
    {
      env: { SANDBOX_CLOCK_OFFSET_MS: String(offsetMs) },
    },
  );
  return JSON.parse(output.toString());
}

describe('shift-clock', () => {
  it('shifts every way to read the current time', () => {
    const times = evaluate('[Date.now(), +new Date(), Date.parse(Date())]', 48 * HOUR_MS);

    for (const time of times as number[]) {
      const shiftMs = time - Date.now();
      expect(Math.abs(shiftMs - 48 * HOUR_MS)).toBeLessThan(HOUR_MS);
    }
  });

  it('leaves explicit dates alone', () => {
    const dates = evaluate(
      '[new Date(0), new Date(2026, 0, 1).getDate(), new Date() instanceof Date]',
      HOUR_MS,
    );

    expect(dates).toEqual(['1970-01-01T00:00:00.000Z', 1, true]);
  });
});
