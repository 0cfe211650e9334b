import { globalErrorHandler } from '@opentelemetry/core';
import { startSdk } from '../../src/telemetry/sdk';
import { createKeptLog } from '../graph/graph-access';

it('logs an export failure once, without the exporter’s message', async () => {
  const log = createKeptLog();
  const stop = await startSdk({}, log);

  globalErrorHandler(new TypeError('403 from https://collector.example.com: wrong key'));
  globalErrorHandler('another');
  await stop();

  expect(log.lines).toEqual([
    { level: 'warn', fields: { error: 'TypeError' }, message: 'telemetry could not be sent' },
  ]);
});
