import { readFileSync } from 'node:fs';
import type { RunningWorld } from '../../sandbox/start-world';
import { compose } from '../../src/compose';
import { parseConfig } from '../../src/config/config';
import { createLogger } from '../../src/logging/logger';
import { trustCertificate } from './trust-certificate';

/** A bot that runs in the process of the test. */
export interface BotHere {
  stop(): Promise<void>;
}

/**
 * Starts a bot with an empty memory in this process. The world must have no other bot (`withBot: false`) and run in real
 * time (`clock: undefined`). A start takes milliseconds, where a process of its own takes a second.
 */
export async function startBotHere(
  { botEnv, teams }: RunningWorld,
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<BotHere> {
  const distrust = trustCertificate(readFileSync(botEnv['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8'));
  const config = parseConfig({ ...botEnv, ...extraEnv, PORT: new URL(teams.bot.messagesUrl).port });
  const app = compose(config, createLogger(config.logLevel, { write: () => undefined }));
  await app.start();
  return {
    async stop() {
      await app.stop();
      distrust();
    },
  };
}
