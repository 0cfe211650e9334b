import { createHash } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { parseJson } from '../lib/parse-json';
import type { ChannelKey, ChannelKeys } from './channel-keys';
import { refuse, type Refusal, type RefusalReason } from './refusal';

/** Verifies the `Authorization` header of a request from the channel. */
export type VerifyToken = (authorization: string | undefined) => Promise<ChannelToken | Refusal>;

/** A currently valid token that the channel signed for this bot. */
export interface ChannelToken {
  readonly kind: 'token';
  /** The address for replies, from the token. */
  readonly serviceUrl: unknown;
  readonly endorsements: readonly string[];
}

export interface VerifyTokenOptions {
  readonly botId: string;
  readonly keys: Pick<ChannelKeys, 'find'>;
  /** Most verified tokens that are remembered. */
  readonly cacheSize: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface SignedToken {
  readonly kind: 'signed';
  readonly key: ChannelKey;
  readonly claims: Claims;
}

type Claims = z.infer<typeof Claims>;
const Claims = z.record(z.string(), z.unknown());
const Header = z.object({ alg: z.string(), kid: z.string().min(1) });

const ISSUER = 'https://api.botframework.com';
const SKEW_S = 5 * 60;
/** The channel's tokens are about 1,000 characters long. */
const MOST_CHARACTERS = 8_192;

export function createVerifyToken(options: VerifyTokenOptions): VerifyToken {
  const { botId, keys, cacheSize, now = Date.now } = options;
  // Only what the channel signed for this bot is remembered, so a stranger cannot push good tokens out.
  const remembered = new LRUCache<string, SignedToken>({ max: cacheSize });

  async function verifySignature(token: string, known?: SignedToken): Promise<SignedToken | Refusal> {
    const kid = known?.key.kid ?? readKeyId(token);
    if (typeof kid !== 'string') return kid;
    const key = await keys.find(kid);
    if (key === undefined) return refuse('unknownKey');
    // A remembered token is valid only while the key that signed it is published.
    if (known?.key === key) return known;
    const claims = readSignedClaims(token, key);
    return claims === undefined ? refuse('signature') : { kind: 'signed', key, claims };
  }

  return async (authorization) => {
    const token = readBearer(authorization);
    if (token === undefined) return refuse('noToken');
    const digest = createHash('sha256').update(token).digest('base64');
    const signed = await verifySignature(token, remembered.get(digest));
    if (signed.kind === 'refused') return signed;
    const flaw = checkClaims(signed.claims, botId, now() / 1000);
    if (flaw !== undefined) {
      remembered.delete(digest);
      return refuse(flaw);
    }
    remembered.set(digest, signed);
    const serviceUrl = signed.claims['serviceurl'] ?? signed.claims['serviceUrl'];
    return { kind: 'token', serviceUrl, endorsements: signed.key.endorsements };
  };
}

function readBearer(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > MOST_CHARACTERS) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization)?.[1];
}

/** The id of the key, from the unverified header. */
function readKeyId(token: string): string | Refusal {
  const [first = ''] = token.split('.', 1);
  const header = Header.safeParse(parseJson(Buffer.from(first, 'base64url').toString()));
  if (!header.success) return refuse('malformedToken');
  return header.data.alg === 'RS256' ? header.data.kid : refuse('algorithm');
}

/** The claims, if the key signed the token. The caller checks times and claims. */
function readSignedClaims(token: string, key: ChannelKey): Claims | undefined {
  try {
    const options = { algorithms: ['RS256' as const], ignoreExpiration: true, ignoreNotBefore: true };
    return Claims.safeParse(verify(token, key.publicKey, options)).data;
  } catch {
    return undefined;
  }
}

/**
 * The audience is the bot's id or, for bots with single sign-on, its App ID URI; the channel sends no list
 * (docs/decisions/0017-channel-audience-and-shared-channels.md).
 */
function isForBot(audience: unknown, botId: string): boolean {
  const ids = [botId, `api://botid-${botId}`].map((id) => id.toLowerCase());
  return typeof audience === 'string' && ids.includes(audience.toLowerCase());
}

function checkClaims({ iss, aud, exp, nbf }: Claims, botId: string, nowS: number): RefusalReason | undefined {
  if (iss !== ISSUER) return 'issuer';
  if (!isForBot(aud, botId)) return 'audience';
  if (typeof exp !== 'number' || exp + SKEW_S <= nowS) return 'expiry';
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf - SKEW_S > nowS)) return 'notYetValid';
  return undefined;
}
