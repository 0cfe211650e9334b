import { compose } from './compose';
import { parseConfig } from './config/config';
import { createLogger } from './logging/logger';
import { routeFetch } from './network/route-fetch';
import { createLastNet } from './server/last-net';

/** Starts the bot from the environment; the only file with effects at import, except that cards read their templates. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLogger(config.logLevel);
  process.on(
    'uncaughtException',
    createLastNet(log, () => process.exit(1)),
  );
  for (const key of config.changedAddresses) {
    log.warn({ key }, 'this address is not the one of the public cloud');
  }
  if (await routeFetch(process.env)) log.info({}, 'calls over https go through the proxy of the environment');
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

/** What an operator can do about it; the messages of our own errors name keys and never values. */
function toProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && error.code === 'EADDRINUSE' ? 'PORT is taken by another process.' : error.message;
}

main().catch((error: unknown) => {
  createLogger('info').error({ problem: toProblem(error) }, 'Coursemate could not start');
  process.exitCode = 1;
});
