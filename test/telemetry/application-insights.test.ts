import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/v4';
import { createTlsIdentity } from '../../sandbox/tls';
import { countExchange } from '../../src/logging/measures';
import { inSpan } from '../../src/logging/spans';
import { runInTurn } from '../../src/logging/turn-context';
import { startSdk } from '../../src/telemetry/sdk';
import { createKeptLog } from '../graph/graph-access';
import { trustCertificate } from '../support/trust-certificate';

const KEY = '00000000-0000-4000-8000-0000000000aa';
const envelopes = z.array(
  z.object({
    iKey: z.string(),
    tags: z.record(z.string(), z.string()),
    data: z.object({ baseType: z.string(), baseData: z.record(z.string(), z.unknown()) }),
  }),
);

let server: Server;
let cleanUp: () => void;
const received: z.infer<typeof envelopes> = [];
const paths = new Set<string | undefined>();

beforeAll(async () => {
  const tls = await createTlsIdentity();
  const distrust = trustCertificate(tls.cert);
  server = createServer({ key: tls.key, cert: tls.cert }, (request, response) => {
    void readAll(request).then((body) => {
      paths.add(request.url);
      const items = envelopes.parse(JSON.parse(body));
      received.push(...items);
      const answer = { itemsReceived: items.length, itemsAccepted: items.length, errors: [] };
      // restify, which another test of this process may have loaded, changes what writeHead returns.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp = () => {
    distrust();
    tls.remove();
    server.closeAllConnections();
    server.close();
  };
});

afterAll(() => {
  cleanUp();
});

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
}

function of(baseType: string): readonly Record<string, unknown>[] {
  return received.filter(({ data }) => data.baseType === baseType).map(({ data }) => data.baseData);
}

it('sends turns as requests, calls as dependencies and measures as metrics', async () => {
  const { port } = server.address() as AddressInfo;
  const applicationInsights = `InstrumentationKey=${KEY};IngestionEndpoint=https://localhost:${port}/`;
  const log = createKeptLog();

  const stop = await startSdk({ applicationInsights }, log);
  await runInTurn('ABCDEFGH', () =>
    inSpan({ name: 'turn message', kind: 'turn' }, async (turn) => {
      await inSpan({ name: 'GET activities', kind: 'call' }, () => Promise.resolve());
      countExchange('exchanged');
      turn.fail('graphForbidden');
    }),
  );
  await stop();

  const properties = { 'coursemate.turn': 'ABCDEFGH' };
  expect(of('RequestData')).toMatchObject([
    {
      name: 'turn message',
      success: false,
      properties: { ...properties, 'coursemate.fault': 'graphForbidden' },
    },
  ]);
  expect(of('RemoteDependencyData')).toMatchObject([{ name: 'GET activities', success: true, properties }]);
  expect(of('MetricData')).toContainEqual(
    expect.objectContaining({
      metrics: [expect.objectContaining({ name: 'coursemate.exchange.count', value: 1 })],
      properties: { 'coursemate.exchange.outcome': 'exchanged' },
    }),
  );
  expect(new Set(received.map(({ iKey }) => iKey))).toEqual(new Set([KEY]));
  expect(new Set(received.map(({ tags }) => tags['ai.cloud.role']))).toEqual(new Set(['coursemate']));
  expect(paths).toEqual(new Set(['/v2.1/track']));
  expect(log.lines).toEqual([]);
});
