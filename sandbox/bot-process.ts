import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { assertFreePort } from './ports';

/** The production build of the bot, running as a process of its own. */
export interface BotProcess {
  readonly messagesUrl: string;
  readonly pid: number | undefined;
  /** What it has printed, oldest first; grows over restarts. */
  readonly logLines: readonly string[];
  /** Asks it to stop, and waits until it has; nothing when it is not running. */
  stop(): Promise<void>;
  /** The same environment, a fresh memory. Who asks while it is under way waits for the same one. */
  restart(): Promise<void>;
}

export interface BotProcessOptions {
  readonly port: number;
  /** All that the bot finds in its environment, besides `PORT`. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds between real time and that of the local world. */
  readonly clockOffsetMs: number;
}

const ROOT = join(__dirname, '..');
const READY_WITHIN_MS = 20_000;
const STOPPED_WITHIN_MS = 15_000;
const SHOWN_LINES = 15;

/** Resolves when the bot is ready for messages; throws, with its last words, when it ends before. */
export async function startBotProcess(options: BotProcessOptions): Promise<BotProcess> {
  const { port } = options;
  const logLines: string[] = [];
  let child: ChildProcess | undefined;
  let restarting: Promise<void> | undefined;

  async function start(): Promise<void> {
    await assertFreePort(port);
    child = launch(options, logLines);
    const hasEnded = once(child, 'exit').then(() => true);
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isReady(port))) {
      const isOver = await Promise.race([hasEnded, delay(50, false)]);
      if (isOver || Date.now() > deadline) {
        await stop();
        throw new Error(describeFailure(isOver, logLines));
      }
    }
  }

  async function stop(): Promise<void> {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child?.kill('SIGKILL'), STOPPED_WITHIN_MS);
    await ended;
    clearTimeout(impatience);
  }

  await start();
  return {
    messagesUrl: toMessagesUrl(port),
    get pid() {
      return child?.pid;
    },
    logLines,
    stop,
    restart() {
      restarting ??= stop()
        .then(start)
        .finally(() => {
          restarting = undefined;
        });
      return restarting;
    },
  };
}

/** Where a bot on this port takes activities. */
export function toMessagesUrl(port: number): string {
  return `http://127.0.0.1:${port}/api/messages`;
}

function launch({ port, env, clockOffsetMs }: BotProcessOptions, logLines: string[]): ChildProcess {
  const args = ['--require', join(__dirname, 'shift-clock.cjs'), join(ROOT, 'lib', 'index.js')];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, PORT: String(port), SANDBOX_CLOCK_OFFSET_MS: String(clockOffsetMs) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => logLines.push(line));
  }
  // Nobody else would end it when this process is brought down by an error.
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
  return [what, 'It said last:', ...logLines.slice(-SHOWN_LINES).map((line) => `  ${line}`)].join('\n');
}
