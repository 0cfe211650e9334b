import { createHmac, sign } from 'node:crypto';
import { createSigningKey } from '../../sandbox/signing-key';
import { BOT_ID, createMessage, SERVICE_URL, startEdge, TENANT_ID, type Edge } from './start-edge';

const HOUR_S = 3600;
const OTHER_TENANT = '00000000-0000-4000-8000-0000000000bb';
const nowS = (): number => Math.floor(Date.now() / 1000);

const CHANNEL = { id: '19:shared@thread.tacv2', conversationType: 'channel', tenantId: TENANT_ID };
const SHARED_CHANNEL = { conversation: CHANNEL, channelData: { tenant: { id: OTHER_TENANT } } };

const unendorsedKey = createSigningKey();
const webchatKey = createSigningKey();
const teamsKey = createSigningKey();

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({
    keys: [
      { key: unendorsedKey },
      { key: webchatKey, endorsements: ['webchat'] },
      { key: teamsKey, endorsements: ['msteams'] },
    ],
  });
});
afterAll(() => edge.close());

interface Case {
  readonly title: string;
  readonly reason: string;
  readonly token?: () => string;
  readonly activity?: Readonly<Record<string, unknown>>;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const goodClaims = (): object => ({
  iss: 'https://api.botframework.com',
  aud: BOT_ID,
  serviceurl: SERVICE_URL,
  exp: nowS() + HOUR_S,
});

function signWithPublicKey(): string {
  const { key } = edge.authority;
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT', kid: key.kid })}.${encode(goodClaims())}`;
  const pem = key.publicKey.export({ type: 'spki', format: 'pem' });
  return `${unsigned}.${createHmac('sha256', pem).update(unsigned).digest('base64url')}`;
}

/** For claims that the library refuses to sign. */
function signAnyway(claims: object): string {
  const { kid, privateKey } = edge.authority.key;
  const unsigned = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(claims)}`;
  return `${unsigned}.${sign('sha256', Buffer.from(unsigned), privateKey).toString('base64url')}`;
}

const REFUSED: readonly Case[] = [
  { title: 'no token', reason: 'noToken', token: () => '' },
  { title: 'a token that is no JWT', reason: 'noToken', token: () => 'abc' },
  { title: 'a token of garbage', reason: 'malformedToken', token: () => 'a.b.c' },
  {
    title: 'a token longer than the channel sends',
    reason: 'noToken',
    token: () => edge.token({ claims: { tid: 'x'.repeat(9_000) } }),
  },
  {
    title: 'alg none',
    reason: 'algorithm',
    token: () => `${encode({ alg: 'none', kid: edge.authority.key.kid })}.${encode(goodClaims())}.`,
  },
  { title: 'HS256 with the public key as secret', reason: 'algorithm', token: signWithPublicKey },
  {
    title: 'another RSA algorithm than RS256',
    reason: 'algorithm',
    token: () => edge.token({ header: { alg: 'RS512' } }),
  },
  {
    title: 'a bad signature',
    reason: 'signature',
    token: () => edge.token({ key: createSigningKey(edge.authority.key.kid) }),
  },
  {
    title: 'a key that is not published',
    reason: 'unknownKey',
    token: () => edge.token({ key: createSigningKey() }),
  },
  {
    title: 'a token as the emulator sends it: Entra as issuer, azp and aud the bot itself',
    reason: 'issuer',
    token: () =>
      edge.token({
        claims: {
          iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
          tid: OTHER_TENANT,
          azp: BOT_ID,
          ver: '2.0',
        },
      }),
  },
  {
    title: 'a token without issuer',
    reason: 'issuer',
    token: () => edge.token({ claims: { iss: undefined } }),
  },
  {
    title: 'a token for another bot',
    reason: 'audience',
    token: () => edge.token({ audience: OTHER_TENANT }),
  },
  {
    title: 'a token for the App ID URI of another bot',
    reason: 'audience',
    token: () => edge.token({ audience: `api://botid-${OTHER_TENANT}` }),
  },
  {
    title: 'a token for an App ID URI of another form',
    reason: 'audience',
    token: () => edge.token({ audience: `api://${BOT_ID}` }),
  },
  {
    title: 'a list of audiences, the bot among them',
    reason: 'audience',
    token: () => edge.token({ claims: { aud: [BOT_ID] } }),
  },
  { title: 'a token without exp', reason: 'expiry', token: () => edge.token({ claims: { exp: undefined } }) },
  {
    title: 'a token whose exp is text',
    reason: 'expiry',
    token: () => signAnyway({ ...goodClaims(), exp: 'never' }),
  },
  {
    title: 'a token that expired longer ago than clocks differ',
    reason: 'expiry',
    token: () => edge.token({ claims: { exp: nowS() - 301 } }),
  },
  {
    title: 'a token of the future',
    reason: 'notYetValid',
    token: () => edge.token({ claims: { nbf: nowS() + 330 } }),
  },
  {
    title: 'a token for another service URL',
    reason: 'serviceUrl',
    token: () => edge.token({ serviceUrl: 'https://elsewhere.example.com/' }),
  },
  {
    title: 'a token without service URL',
    reason: 'serviceUrl',
    token: () => edge.token({ claims: { serviceurl: undefined } }),
  },
  { title: 'an activity without service URL', reason: 'serviceUrl', activity: { serviceUrl: undefined } },
  {
    title: 'neither token nor activity naming a service URL',
    reason: 'serviceUrl',
    token: () => edge.token({ claims: { serviceurl: undefined } }),
    activity: { serviceUrl: undefined },
  },
  { title: 'an empty channel', reason: 'channel', activity: { channelId: '' } },
  { title: 'channel AseChannel', reason: 'channel', activity: { channelId: 'AseChannel' } },
  {
    title: 'a channel that is endorsed but not served',
    reason: 'channel',
    activity: { channelId: 'webchat' },
  },
  {
    title: 'a key without endorsements',
    reason: 'endorsement',
    token: () => edge.token({ key: unendorsedKey }),
  },
  {
    title: 'a key endorsed for other channels',
    reason: 'endorsement',
    token: () => edge.token({ key: webchatKey }),
  },
  {
    title: 'a tenant that is not served',
    reason: 'tenant',
    activity: {
      conversation: { id: 'a', tenantId: OTHER_TENANT },
      channelData: { tenant: { id: OTHER_TENANT } },
    },
  },
  {
    title: 'no tenant at all',
    reason: 'tenant',
    activity: { conversation: { id: 'a' }, channelData: undefined },
  },
  {
    title: 'two tenants that differ',
    reason: 'tenant',
    activity: { channelData: { tenant: { id: OTHER_TENANT } } },
  },
  {
    title: 'someone from a served tenant in a channel of another',
    reason: 'tenant',
    activity: { conversation: { ...CHANNEL, tenantId: OTHER_TENANT } },
  },
  {
    title: 'two different tenants in an event without a sender',
    reason: 'tenant',
    activity: { ...SHARED_CHANNEL, type: 'installationUpdate' },
  },
  {
    title: 'a tenant that is no text',
    reason: 'tenant',
    activity: { conversation: { id: 'a', tenantId: [TENANT_ID] } },
  },
];

describe('the inbound guard', () => {
  it.each(REFUSED)('refuses $title', async ({ reason, token, activity }) => {
    const bearer = token?.() ?? edge.token();

    const response = await edge.post(createMessage(activity), bearer);

    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(edge.verdicts.at(-1)).toBe(reason);
  });

  it.each<Omit<Case, 'reason'>>([
    { title: 'a message of a served tenant' },
    { title: 'a tenant named only by the conversation', activity: { channelData: undefined } },
    { title: 'a tenant named only by the channel data', activity: { conversation: { id: 'a' } } },
    {
      title: 'a tenant in capitals',
      activity: { conversation: { id: 'a', tenantId: TENANT_ID.toUpperCase() } },
    },
    {
      title: 'a token that expired less than five minutes ago',
      token: () => edge.token({ claims: { exp: nowS() - 270 } }),
    },
    {
      title: 'a token valid within five minutes',
      token: () => edge.token({ claims: { nbf: nowS() + 270 } }),
    },
    {
      title: 'the service URL under its other name',
      token: () => edge.token({ claims: { serviceurl: undefined, serviceUrl: SERVICE_URL } }),
    },
    {
      title: 'a token for the App ID URI of the bot',
      token: () => edge.token({ audience: `api://botid-${BOT_ID}` }),
    },
    { title: 'a token for the bot in capitals', token: () => edge.token({ audience: BOT_ID.toUpperCase() }) },
    { title: 'someone from another tenant in a channel of a served one', activity: SHARED_CHANNEL },
    { title: 'a key endorsed for Teams alone', token: () => edge.token({ key: teamsKey }) },
  ])('lets in $title', async ({ token, activity }) => {
    const bearer = token?.() ?? edge.token();

    const response = await edge.post(createMessage(activity), bearer);

    expect(response.status).toBe(200);
  });
});
