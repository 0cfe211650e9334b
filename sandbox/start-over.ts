import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BotProcess } from './bot-process';
import type { Clock } from './clock';
import type { Entra } from './entra/entra';
import type { Graph } from './graph/graph';
import type { Drive } from './teams/drive';
import type { Teams } from './teams/teams';
import type { World } from './world/world';

export interface StartOverOptions {
  readonly clock: Clock;
  readonly world: Pick<World, 'reset'>;
  readonly entra: Pick<Entra, 'settings' | 'resetConsents'>;
  readonly graph: Pick<Graph, 'settings'>;
  readonly drive: Pick<Drive, 'clear'>;
  readonly teams: Pick<Teams, 'clear' | 'connector'>;
  readonly auditLogPath: string;
  readonly bot?: Pick<BotProcess, 'restart'>;
  /** Runs at the end, when the bot is ready. */
  readonly prepare: () => Promise<void>;
}

/**
 * Returns a function that brings the local world back to its start: time, people, activities, chats, consents, files,
 * switches, logs, and the memory of the bot, which is restarted. Settings get the values that they have now.
 */
export function createStartOver(options: StartOverOptions): () => Promise<void> {
  const { clock, world, entra, graph, drive, teams, auditLogPath, bot, prepare } = options;
  const restoreSettings = [entra.settings, graph.settings, teams.connector].map(rememberFields);

  async function reset(): Promise<void> {
    clock.restart();
    world.reset();
    entra.resetConsents();
    for (const restore of restoreSettings) restore();
    drive.clear();
    teams.clear();
    for (const name of await readdir(auditLogPath))
      await rm(join(auditLogPath, name), { recursive: true, force: true });
  }

  return async () => {
    await (bot === undefined ? reset() : bot.restart(reset));
    await prepare();
  };
}

/** Returns a function that gives the fields their present values. Maps and sets stay the same objects. */
function rememberFields(target: object): () => void {
  const remembered = structuredClone(target);
  return () => {
    for (const [key, value] of Object.entries(remembered)) restoreField(target, key, value);
  };
}

function restoreField(target: object, key: string, value: unknown): void {
  const current: unknown = Reflect.get(target, key);
  if (current instanceof Map) {
    current.clear();
    for (const [one, of] of value as ReadonlyMap<unknown, unknown>) current.set(one, of);
  } else if (current instanceof Set) {
    current.clear();
    for (const one of value as ReadonlySet<unknown>) current.add(one);
  } else {
    // A copy, since what is set now may change before the next start.
    Reflect.set(target, key, structuredClone(value));
  }
}
