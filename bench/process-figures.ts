import { readFileSync } from 'node:fs';
import type { RunningWorld } from '../sandbox/start-world';

/** Length of a kernel tick, the unit of processor time in `/proc`. */
const TICK_MS = 10;

export function pidOf(world: RunningWorld): number {
  if (world.bot?.pid === undefined) throw new Error('The bot is not running.');
  return world.bot.pid;
}

/** Returns the processor time that a process has used, in milliseconds (Linux only). */
export function readProcessorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Returns the resident memory of a process, in megabytes (Linux only). */
export function readResidentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}

/** Runs `work` in this process; returns the median of its processor milliseconds over the rounds. */
export function medianProcessorMs(rounds: number, work: () => void): number {
  return median(
    Array.from({ length: rounds }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    }),
  );
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
