import type { Finding, Verdict } from './finding';
import type { Step } from './steps';

/** The document that `--json` prints (report.schema.json). */
export interface Report {
  readonly version: 1;
  readonly result: Exclude<Verdict, 'skipped'>;
  readonly checks: readonly CheckReport[];
}

interface CheckReport {
  readonly id: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Verdicts, worst first. */
const BY_WEIGHT: readonly Verdict[] = ['failed', 'warning', 'skipped', 'ok'];
const ID_WIDTH = 24;

/** Waits for the checks in order; calls `tell` for each one once it and all before it are done. */
export async function createReport(
  steps: readonly Step<unknown>[],
  tell: (check: CheckReport) => void,
): Promise<Report> {
  const checks: CheckReport[] = [];
  for (const { id, outcome } of steps) {
    const { findings } = await outcome;
    const check = { id, verdict: worst(findings.map(({ verdict }) => verdict)), findings };
    checks.push(check);
    tell(check);
  }
  const result = worst(checks.map(({ verdict }) => (verdict === 'skipped' ? 'ok' : verdict)));
  return { version: 1, result: result === 'skipped' ? 'ok' : result, checks };
}

export function toExitCode({ result }: Report): 0 | 1 {
  return result === 'failed' ? 1 : 0;
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return BY_WEIGHT.find((verdict) => verdicts.includes(verdict)) ?? 'ok';
}

/** Returns one line for each finding: verdict, check, meaning, what to do. */
export function formatCheck({ id, findings }: CheckReport): string {
  return findings
    .map(({ verdict, what, remedy }) => {
      const advice = remedy === undefined ? '' : ` → ${remedy}`;
      return `${verdict.padEnd(8)} ${id.padEnd(ID_WIDTH)} ${what}${advice}\n`;
    })
    .join('');
}

export function formatSummary({ checks }: Report): string {
  const count = (wanted: Verdict): number => checks.filter(({ verdict }) => verdict === wanted).length;
  const counts = [
    `${count('ok')} ok`,
    `${count('warning')} with warnings`,
    `${count('failed')} failed`,
    `${count('skipped')} not checked`,
  ];
  return `${checks.length} checks: ${counts.join(', ')}.\n`;
}
