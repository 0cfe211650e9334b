import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { assertFreePort } from './ports';

/** `stopped` also means that the process has ended on its own, or that a restart has failed. */
export type BotState = 'running' | 'restarting' | 'stopped';

/** The production build of the bot, running as its own process. */
export interface BotProcess {
  readonly messagesUrl: string;
  readonly pid: number | undefined;
  readonly state: BotState;
  /** Everything the process has printed, oldest first, across restarts. */
  readonly logLines: readonly string[];
  /** Asks the process to stop and waits until it has; does nothing when it is not running. */
  stop(): Promise<void>;
  /**
   * Starts a new process with the same environment; also after `stop` or a failed start. Callers during a restart
   * share it, except those with work to do between the two processes, who get a restart of their own. Throws when the
   * new process does not become ready.
   */
  restart(betweenProcesses?: () => Promise<void>): Promise<void>;
  /** Resolves when no restart is under way; never rejects. */
  settled(): Promise<void>;
  /** Calls the listener after each change of `state`. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export interface BotProcessOptions {
  readonly port: number;
  /** The bot's whole environment, except `PORT`. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds between real time and the time of the local world, read at each start of the process. */
  readonly clockOffsetMs: () => number;
  /** Port of the debugger on 127.0.0.1; no debugger when absent. */
  readonly inspectPort?: number | undefined;
}

const ROOT = join(__dirname, '..');
const READY_WITHIN_MS = 20_000;
/** A breakpoint can hold the start for minutes. */
const READY_WITHIN_WITH_DEBUGGER_MS = 10 * 60_000;
const STOPPED_WITHIN_MS = 15_000;
/** A process waits for its debugger to disconnect, and one that is paused does not notice SIGTERM. */
const STOPPED_WITHIN_WITH_DEBUGGER_MS = 2_000;
const SHOWN_LINES = 15;

/** Resolves when the bot is ready for messages; throws with its last log lines when it ends before that. */
export async function startBotProcess(options: BotProcessOptions): Promise<BotProcess> {
  const { port, inspectPort } = options;
  const hasDebugger = inspectPort !== undefined;
  const readyWithinMs = hasDebugger ? READY_WITHIN_WITH_DEBUGGER_MS : READY_WITHIN_MS;
  const stopWithinMs = hasDebugger ? STOPPED_WITHIN_WITH_DEBUGGER_MS : STOPPED_WITHIN_MS;
  const logLines: string[] = [];
  const listeners = new Set<() => void>();
  let state: BotState = 'stopped';
  let child: ChildProcess | undefined;
  let restarting: Promise<void> | undefined;

  function setState(next: BotState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  async function start(): Promise<void> {
    for (const wanted of [port, inspectPort]) if (wanted !== undefined) await assertFreePort(wanted);
    const started = launch(options, logLines);
    child = started;
    const hasEnded = once(started, 'exit').then(() => true);
    started.once('exit', () => {
      if (child === started && state === 'running') setState('stopped');
    });
    const deadline = Date.now() + readyWithinMs;
    while (!(await isReady(port))) {
      const isOver = await Promise.race([hasEnded, delay(50, false)]);
      if (isOver || Date.now() > deadline) {
        await end();
        throw new Error(describeFailure(isOver, logLines));
      }
    }
    setState('running');
  }

  /** Ends the process without changing the state. */
  async function end(): Promise<void> {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child?.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(impatience);
  }

  async function restart(betweenProcesses?: () => Promise<void>): Promise<void> {
    setState('restarting');
    try {
      await end();
      await betweenProcesses?.();
      await start();
    } catch (error) {
      setState('stopped');
      throw error;
    }
  }

  await start();
  return {
    messagesUrl: toMessagesUrl(port),
    get pid() {
      return child?.pid;
    },
    get state() {
      return state;
    },
    logLines,
    async stop() {
      await end();
      setState('stopped');
    },
    restart(betweenProcesses) {
      if (restarting !== undefined && betweenProcesses === undefined) return restarting;
      const earlier = restarting?.catch(() => undefined) ?? Promise.resolve();
      const own = earlier
        .then(() => restart(betweenProcesses))
        .finally(() => {
          if (restarting === own) restarting = undefined;
        });
      restarting = own;
      return own;
    },
    settled: async () => restarting?.catch(() => undefined),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Returns the main file of the production build; throws when there is none. */
export function findBuild(): string {
  const file = join(ROOT, 'lib', 'index.js');
  if (!existsSync(file))
    throw new Error('The bot is not built: lib/index.js is missing. Run "npm run build".');
  return file;
}

/** The address at which a bot on this port takes activities. */
export function toMessagesUrl(port: number): string {
  return `http://127.0.0.1:${port}/api/messages`;
}

function launch(options: BotProcessOptions, logLines: string[]): ChildProcess {
  const { port, env, clockOffsetMs, inspectPort } = options;
  // The environment is the bot's alone, so NODE_OPTIONS of this process does not reach it.
  const debugging = inspectPort === undefined ? [] : [`--inspect=127.0.0.1:${inspectPort}`];
  const preload = ['--require', join(__dirname, 'shift-clock.cjs')];
  const child = spawn(process.execPath, [...debugging, ...preload, findBuild()], {
    cwd: ROOT,
    env: { ...env, PORT: String(port), SANDBOX_CLOCK_OFFSET_MS: String(clockOffsetMs()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => logLines.push(line));
  }
  // When an error ends this process, nothing else would end the child.
  const end = (): boolean => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return child;
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return response.ok;
  } catch {
    return false;
  }
}

function describeFailure(hasEnded: boolean, logLines: readonly string[]): string {
  const what = hasEnded ? 'The bot ended before it was ready.' : 'The bot did not become ready.';
  return [what, 'Its last log lines:', ...logLines.slice(-SHOWN_LINES).map((line) => `  ${line}`)].join('\n');
}
