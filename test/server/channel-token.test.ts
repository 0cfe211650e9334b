import { createSigningKey, type SigningKey } from '../../sandbox/signing-key';
import type { ChannelKey } from '../../src/server/channel-keys';
import { createVerifyToken, type VerifyToken } from '../../src/server/channel-token';

const BOT_ID = 'b0700000-0000-4000-8000-00000000000b';
const HOUR_S = 3600;
const START_MS = Date.parse('2026-11-02T09:00:00Z');

const signingKey = createSigningKey();

let now: number;
let published: Map<string, ChannelKey>;
let verifyToken: VerifyToken;
let verifications: number;
beforeEach(() => {
  now = START_MS;
  published = new Map([[signingKey.kid, toChannelKey(signingKey)]]);
  verifications = 0;
  verifyToken = createVerifyToken({
    botId: BOT_ID,
    cacheSize: 2,
    now: () => now,
    keys: { find: (kid) => Promise.resolve(published.get(kid)) },
  });
});

/** A key of the channel that counts its signature checks. */
function toChannelKey({ kid, publicKey }: Pick<SigningKey, 'kid' | 'publicKey'>): ChannelKey {
  return {
    kid,
    endorsements: ['msteams'],
    get publicKey() {
      verifications += 1;
      return publicKey;
    },
  };
}

function issue(claims: object = {}): string {
  const token = signingKey.sign({
    iss: 'https://api.botframework.com',
    aud: BOT_ID,
    exp: START_MS / 1000 + HOUR_S,
    ...claims,
  });
  return `Bearer ${token}`;
}

describe('a remembered token', () => {
  it('is not verified again', async () => {
    const authorization = issue();

    for (let turn = 0; turn < 10; turn += 1) await verifyToken(authorization);

    expect(verifications).toBe(1);
  });

  it('is verified again after it was evicted', async () => {
    const [first, ...others] = ['a', 'b', 'c'].map((jti) => issue({ jti }));

    for (const authorization of [first, ...others, first]) await verifyToken(authorization);

    expect(verifications).toBe(4);
  });

  it('is valid only while its signing key is published', async () => {
    const authorization = issue();
    await verifyToken(authorization);

    published.set(signingKey.kid, toChannelKey({ ...signingKey, publicKey: createSigningKey().publicKey }));
    const underAnotherKey = await verifyToken(authorization);
    published.clear();
    const underNoKey = await verifyToken(authorization);

    expect(underAnotherKey).toEqual({ kind: 'refused', reason: 'signature' });
    expect(underNoKey).toEqual({ kind: 'refused', reason: 'unknownKey' });
  });

  it('is refused once it has expired, five minutes of skew included', async () => {
    const authorization = issue();
    await verifyToken(authorization);

    now = START_MS + (HOUR_S + 299) * 1000;
    const within = await verifyToken(authorization);
    now += 1000;
    const after = await verifyToken(authorization);

    expect(within).toMatchObject({ kind: 'token' });
    expect(after).toEqual({ kind: 'refused', reason: 'expiry' });
  });
});

describe('a token that the channel signed for another bot', () => {
  it('does not evict a remembered one', async () => {
    const authorization = issue();
    await verifyToken(authorization);

    for (const jti of ['a', 'b', 'c']) await verifyToken(issue({ aud: 'another bot', jti }));
    await verifyToken(authorization);

    expect(verifications).toBe(4);
  });
});
