import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RunningWorld } from '../../sandbox/start-world';
import { eventually } from '../support/eventually';
import { ask, findPersonId, alertsOf, shownText, startBotIn, startTestWorld } from '../support/local-world';

const LIST_MODULES = join(__dirname, '../support/list-modules.cjs');
const COMPLAINT = 'telemetry could not be sent';

let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld({ withBot: false });
});

afterAll(async () => {
  await world.close();
});

/** The output of a bot with these environment keys that answers one question and stops. */
async function askAndStop(
  env: Readonly<Record<string, string>>,
): Promise<readonly Record<string, unknown>[]> {
  const bot = await startBotIn(world, { NODE_OPTIONS: `--require ${LIST_MODULES}`, ...env });
  const client = world.teams.client(findPersonId(world, 'Amara'));
  const said = shownText(await ask(client, 'my courses'));
  await bot.stop();
  // Its last line may arrive after it has ended.
  await eventually('what it has loaded', () =>
    bot.logLines.find((line) => line.includes('telemetryPackages')),
  );
  expect(said).toMatch(/overdue/);
  expect(alertsOf(client)).toEqual([]);
  return bot.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The line that `list-modules.cjs` printed when the bot stopped. */
function loadedIn(lines: readonly Record<string, unknown>[]): Record<string, unknown> {
  const line = lines.find((candidate) => 'telemetryPackages' in candidate);
  if (line === undefined) throw new Error('The bot has not told what it had loaded.');
  return line;
}

async function startCollector(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  server.unref();
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('telemetry without an address', () => {
  it('loads nothing of the SDK and traces nothing', async () => {
    const lines = await askAndStop({});

    expect(loadedIn(lines)['telemetryPackages']).toEqual(['@opentelemetry/api']);
    expect(lines.some((line) => 'trace_id' in line)).toBe(false);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'turn done', intent: 'myCourses', outcome: 'done' }),
    );
  });
});

describe('a collector that refuses everything', () => {
  let endpoint: string;
  let lines: readonly Record<string, unknown>[];

  beforeAll(async () => {
    endpoint = await startCollector((_request, response) => {
      response.writeHead(400);
      response.end();
    });
    lines = await askAndStop({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  });

  it('does not disturb a turn, and is logged once without its address', () => {
    const complaints = lines.filter(({ msg }) => msg === COMPLAINT);

    expect(complaints).toHaveLength(1);
    expect(JSON.stringify(complaints)).not.toContain(new URL(endpoint).host);
  });

  it('does not load the exporter for Application Insights', () => {
    expect(loadedIn(lines)['telemetryPackages']).toContain('@opentelemetry/sdk-trace');
    expect(loadedIn(lines)['telemetryPackages']).not.toContain('@azure/monitor-opentelemetry-exporter');
  });
});

describe('a collector that never answers', () => {
  it('does not disturb a turn or delay the stop', async () => {
    const lines = await askAndStop({ OTEL_EXPORTER_OTLP_ENDPOINT: await startCollector(() => undefined) });

    // A bot that waited for the collector would log its failure.
    expect(lines.at(-2)).toMatchObject({ msg: 'stopping' });
  });
});

describe('Application Insights', () => {
  it('may be unreachable, and its exporter sends no statistics', async () => {
    const key = 'InstrumentationKey=00000000-0000-4000-8000-0000000000aa';
    const lines = await askAndStop({
      APPLICATIONINSIGHTS_CONNECTION_STRING: `${key};IngestionEndpoint=https://127.0.0.1:9/`,
    });

    expect(loadedIn(lines)['telemetryPackages']).toContain('@azure/monitor-opentelemetry-exporter');
    expect(loadedIn(lines)['telemetryPackages']).not.toContain('@opentelemetry/exporter-trace-otlp-http');
    expect(loadedIn(lines)['hasStatistics']).toBe(false);
  });
});
