import { readFileSync } from 'node:fs';
import type { RunningWorld } from '../sandbox/start-world';

/** Length of a kernel tick, in which processor time is counted. */
const TICK_MS = 10;

export function pidOf(world: RunningWorld): number {
  if (world.bot?.pid === undefined) throw new Error('The bot is not running.');
  return world.bot.pid;
}

/** Of the whole process, from outside (Linux only). */
export function readProcessorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Likewise. */
export function readResidentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
