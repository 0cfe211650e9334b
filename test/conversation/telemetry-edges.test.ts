import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BotProcess } from '../../sandbox/bot-process';
import type { RunningWorld } from '../../sandbox/start-world';
import { eventually } from '../support/eventually';
import { ask, findPersonId, noticesOf, shownText, startTestWorld } from '../support/local-world';
import { startOtlpReceiver } from '../support/otlp-receiver';

const LIST_MODULES = join(__dirname, '../support/list-modules.cjs');
let world: RunningWorld | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function start(env: Record<string, string>): Promise<RunningWorld & { readonly bot: BotProcess }> {
  world = await startTestWorld({ extraBotEnv: { NODE_OPTIONS: `--require ${LIST_MODULES}`, ...env } });
  if (world.bot === undefined) throw new Error('The bot is not running.');
  return { ...world, bot: world.bot };
}

async function askOnce(running: RunningWorld): Promise<string> {
  const client = running.teams.client(findPersonId(running, 'Amara'));
  const said = shownText(await ask(client, 'my courses'));
  expect(noticesOf(client)).toEqual([]);
  return said;
}

function linesOf({ logLines }: BotProcess): readonly Record<string, unknown>[] {
  return logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What `list-modules.cjs` printed when the bot stopped. */
function loadedBy(bot: BotProcess): Record<string, unknown> {
  const line = linesOf(bot).find((candidate) => 'telemetryPackages' in candidate);
  if (line === undefined) throw new Error('The bot has not told what it had loaded.');
  return line;
}

describe('without an address to send to', () => {
  it('loads nothing of the SDK and traces nothing', async () => {
    const running = await start({});

    expect(await askOnce(running)).toMatch(/overdue/);
    await running.bot.stop();

    expect(loadedBy(running.bot)['telemetryPackages']).toEqual(['@opentelemetry/api']);
    expect(linesOf(running.bot).some((line) => 'trace_id' in line)).toBe(false);
    expect(linesOf(running.bot)).toContainEqual(
      expect.objectContaining({ msg: 'turn done', intent: 'myCourses', outcome: 'done' }),
    );
  });
});

describe('with a collector', () => {
  it('does not load what is for Application Insights', async () => {
    const receiver = await startOtlpReceiver();
    const running = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });

    await running.bot.stop();
    await receiver.close();

    expect(loadedBy(running.bot)['telemetryPackages']).toContain('@opentelemetry/sdk-trace');
    expect(loadedBy(running.bot)['telemetryPackages']).not.toContain('@azure/monitor-opentelemetry-exporter');
  });
});

describe('a collector that is out of order', () => {
  const COMPLAINT = 'telemetry could not be sent';

  it('and refuses connections disturbs no turn, and is complained of without its address', async () => {
    const running = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });

    const said = await askOnce(running);
    const complaint = await eventually('a complaint', () =>
      linesOf(running.bot).find(({ msg }) => msg === COMPLAINT),
    );
    await running.bot.stop();

    expect(said).toMatch(/overdue/);
    expect(JSON.stringify(complaint)).not.toContain('127.0.0.1');
    expect(linesOf(running.bot).at(-2)).toMatchObject({ msg: 'stopping' });
  });

  it('and never answers disturbs no turn, and the bot that stops does not wait for it', async () => {
    const running = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: await startSilentServer() });

    const said = await askOnce(running);
    await running.bot.stop();

    expect(said).toMatch(/overdue/);
    // Who waits until a collector has failed complains of it.
    expect(linesOf(running.bot).at(-2)).toMatchObject({ msg: 'stopping' });
  });
});

describe('Application Insights', () => {
  it('may be out of reach too, and the exporter keeps no statistics of its own', async () => {
    const key = 'InstrumentationKey=00000000-0000-4000-8000-0000000000aa';
    const running = await start({
      APPLICATIONINSIGHTS_CONNECTION_STRING: `${key};IngestionEndpoint=https://127.0.0.1:9/`,
    });

    expect(await askOnce(running)).toMatch(/overdue/);
    await running.bot.stop();

    expect(loadedBy(running.bot)['telemetryPackages']).toContain('@azure/monitor-opentelemetry-exporter');
    expect(loadedBy(running.bot)['telemetryPackages']).not.toContain(
      '@opentelemetry/exporter-trace-otlp-http',
    );
    expect(loadedBy(running.bot)['hasStatistics']).toBe(false);
  });
});

async function startSilentServer(): Promise<string> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  server.unref();
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
