import { parseConfig } from './config/config';
import { createLogger } from './logging/logger';
import { routeFetch } from './network/proxy';
import { createLastNet } from './server/last-net';

/** Starts the bot with the configuration from the environment. The only file that does something on import. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLogger(config.logLevel);
  process.on(
    'uncaughtException',
    createLastNet(log, () => process.exit(1)),
  );
  for (const key of config.changedAddresses) {
    log.warn({ key }, 'this address differs from the public cloud’s');
  }
  if (await routeFetch(process.env)) log.info({}, 'HTTPS calls go through the proxy from the environment');
  // Loaded here, so that a card template that cannot be used is reported like every other reason not to start.
  const { compose } = await import('./compose.js');
  const app = compose(config, log);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void app.stop().then(() => process.exit(0));
    });
  }
  const port = await app.start();
  log.info({ port }, 'listening');
}

/** Returns an error message for the operator. Our own errors name configuration keys and never their values. */
function toProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && error.code === 'EADDRINUSE' ? 'PORT is taken by another process.' : error.message;
}

main().catch((error: unknown) => {
  createLogger('info').error({ problem: toProblem(error) }, 'Coursemate could not start');
  process.exitCode = 1;
});
