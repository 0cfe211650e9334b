import { randomBytes, randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSigningKey } from '../../sandbox/signing-key';
import { createChannelAuthority } from '../../sandbox/teams/channel-authority';
import { ChannelAdapter } from '../../src/server/channel-adapter';
import { createChannelKeys } from '../../src/server/channel-keys';
import { parseActivity, type InboundActivity } from '../../src/server/inbound-activity';
import { createInboundGuard } from '../../src/server/inbound-guard';
import { createRecordingLog } from './recording-log';
import { BOT_ID, createMessage, SERVICE_URL, TENANT_ID } from './start-edge';

const REQUESTS = 20_000;
const MOST_GROWTH_BYTES = 4 * 1024 * 1024;

function collectedHeap(): number {
  setFlagsFromString('--expose_gc');
  // Twice: the first run may leave objects that finalizers release.
  runInNewContext('gc(); gc();');
  return process.memoryUsage().heapUsed;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

it('withstands 20,000 hostile requests without leaks, fetches or log floods', async () => {
  const authority = await createChannelAuthority();
  const log = createRecordingLog();
  const keys = createChannelKeys({ metadataUrl: authority.metadataUrl, log });
  await keys.load();
  const guard = createInboundGuard({
    botId: BOT_ID,
    keys,
    channels: ['msteams'],
    allowedTenantIds: [TENANT_ID],
    cacheSize: 1_000,
  });
  const connectorTokens = { getToken: () => Promise.reject(new Error('Nothing is ever sent')) };
  const adapter = new ChannelAdapter({ botId: BOT_ID, guard, connectorTokens, log });
  const message = parseMessage();
  const stolen = authority.issueToken({ audience: BOT_ID, serviceUrl: SERVICE_URL });
  const forged = authority.issueToken({
    audience: BOT_ID,
    serviceUrl: SERVICE_URL,
    key: createSigningKey(authority.key.kid),
  });
  const emulatorClaims = (tid: string): object => ({ aud: BOT_ID, azp: BOT_ID, ver: '2.0', tid });
  const attacks: readonly (() => readonly [authorization: string, activity: InboundActivity])[] = [
    () => [`Bearer ${unsigned({ alg: 'RS256', kid: 'k' }, emulatorClaims(hex(4_500)))}`, message],
    () => [`Bearer ${unsigned({ alg: 'RS256', kid: 'k' }, emulatorClaims(hex(2_500)))}`, message],
    () => [`Bearer ${unsigned({ alg: 'RS256', kid: randomUUID() }, emulatorClaims(randomUUID()))}`, message],
    () => [
      `Bearer ${unsigned({ alg: 'none', kid: authority.key.kid }, emulatorClaims(randomUUID()))}`,
      message,
    ],
    () => [`Bearer ${hex(200)}.${hex(200)}.${hex(200)}`, message],
    () => [hex(500), message],
    () => [`Bearer ${forged.slice(0, -8)}${hex(4)}`, message],
    () => [`Bearer ${stolen}`, { ...message, serviceUrl: `https://${hex(20)}.example.com/` }],
    () => [`Bearer ${stolen}`, { ...message, channelId: hex(20) }],
    () => [`Bearer ${stolen}`, { ...message, channelData: { tenant: { id: randomUUID() } } }],
  ];
  const send = async (count: number): Promise<Set<number>> => {
    const statuses = new Set<number>();
    for (let index = 0; index < count; index += 1) {
      const attack = attacks[index % attacks.length];
      if (attack === undefined) throw new Error('No attack');
      const { status } = await adapter.receive(...attack(), () =>
        Promise.reject(new Error('A turn was run')),
      );
      statuses.add(status);
    }
    return statuses;
  };
  await send(1_000);
  const heapBefore = collectedHeap();

  const statuses = await send(REQUESTS);

  const growth = collectedHeap() - heapBefore;
  await authority.close();
  expect([...statuses]).toEqual([401]);
  expect(growth).toBeLessThan(MOST_GROWTH_BYTES);
  expect(authority.requests.keys).toBeLessThanOrEqual(3);
  expect(log.lines.length).toBeLessThanOrEqual(20);
  expect(JSON.stringify(log.lines).length).toBeLessThan(4_000);

  function parseMessage(): InboundActivity {
    const activity = parseActivity(createMessage());
    if (activity === undefined) throw new Error('The message has no shape');
    return activity;
  }
  function unsigned(header: object, claims: object): string {
    return `${encode(header)}.${encode(claims)}.${hex(256)}`;
  }
  function hex(bytes: number): string {
    return randomBytes(bytes).toString('hex');
  }
}, 60_000);
