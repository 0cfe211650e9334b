import { setImmediate as nextRound } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import { startSdk } from '../../src/telemetry/sdk';
import { createKeptLog } from '../graph/graph-access';
import { useFakeTime } from '../support/fake-time';

describe('a collector that refuses connections', () => {
  useFakeTime();

  it('is logged within a minute, without its address', async () => {
    const log = createKeptLog();
    const stop = await startSdk({ otlp: { endpoint: 'http://127.0.0.1:9', headers: {} } }, log);

    trace.getTracer('test').startSpan('turn').end();
    for (let passed = 0; passed < 60_000 && log.lines.length === 0; passed += 100) {
      await jest.advanceTimersByTimeAsync(100);
      await nextRound();
    }

    expect(log.lines).toEqual([
      {
        level: 'warn',
        fields: { error: expect.stringMatching(/^\w+$/) as string },
        message: 'telemetry could not be sent',
      },
    ]);
    const stopped = stop();
    await jest.advanceTimersByTimeAsync(2_000);
    await stopped;
  });
});
