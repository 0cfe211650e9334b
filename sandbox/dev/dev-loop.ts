import { relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BotProcess } from '../bot-process';
import { changedFiles, takeSnapshot, type Snapshot } from './changed-files';
import type { Transpiler } from './transpile';

export interface DevLoopOptions {
  readonly root: string;
  /** Absolute paths of the folders that the bot is made of. */
  readonly folders: readonly string[];
  /** The files that the running bot was made of. */
  readonly compiled: Snapshot;
  readonly transpiler: Pick<Transpiler, 'update'>;
  readonly bot: Pick<BotProcess, 'restart'>;
  readonly say: (line: string) => void;
}

export interface DevLoop {
  /** Resolves when a restart that is under way has ended. */
  stop(): Promise<void>;
}

/** Polling also works on mounted volumes, where file events do not arrive. */
const POLL_EVERY_MS = 200;
const NAMED_FILES = 3;

/** Compiles changed files and restarts the bot, until stopped. After a failure it waits for the next change. */
export function startDevLoop({ root, folders, compiled, transpiler, bot, say }: DevLoopOptions): DevLoop {
  const stopping = new AbortController();
  let seen = compiled;

  async function apply(changed: readonly string[]): Promise<void> {
    const startedAt = performance.now();
    try {
      transpiler.update(changed);
      say(`Changed: ${nameFiles(changed, root)}. Restarting the bot …`);
      await bot.restart();
      say(`The bot is back after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
    } catch (error) {
      say(`${error instanceof Error ? error.message : String(error)}\nWaiting for the next change.`);
    }
  }

  async function run(): Promise<void> {
    while (await waited(POLL_EVERY_MS, stopping.signal)) {
      const now = takeSnapshot(folders);
      const changed = changedFiles(seen, now);
      seen = now;
      if (changed.length > 0) await apply(changed);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Whether the time has passed without the signal. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return delay(ms, true, { signal }).catch(() => false);
}

function nameFiles(files: readonly string[], root: string): string {
  const named = files.slice(0, NAMED_FILES).map((file) => relative(root, file));
  const others = files.length - named.length;
  return others > 0 ? `${named.join(', ')} and ${others} more` : named.join(', ');
}
