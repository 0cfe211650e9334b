import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JwtHeader } from 'jsonwebtoken';
import { createClock, type Clock } from '../clock';
import { createSigningKey, type SigningKey } from '../signing-key';

/** The channel's metadata and signing keys, which bots trust. */
export interface ChannelAuthority {
  /** Address of the openid configuration, for the bot's `BOT_OPENID_METADATA_URL`. */
  readonly metadataUrl: string;
  /** The key that signs tokens unless the request names another. */
  readonly key: SigningKey;
  /** The keys that the authority publishes; change it to roll them over. */
  readonly published: PublishedKey[];
  /** Number of requests for each document. */
  readonly requests: { metadata: number; keys: number };
  /** `isDown` answers 503; `latencyMs` delays each answer. */
  readonly settings: { isDown: boolean; latencyMs: number };
  issueToken(request: ChannelTokenRequest): string;
  close(): Promise<void>;
}

export interface PublishedKey {
  readonly key: SigningKey;
  /** Channels that the key may speak for; absent as in documents of the emulator. */
  readonly endorsements?: readonly string[];
}

export interface ChannelTokenRequest {
  /** The bot's id. */
  readonly audience: string;
  readonly serviceUrl: string;
  readonly key?: SigningKey;
  readonly header?: Partial<JwtHeader>;
  /** Replaces claims, or removes those given as `undefined`. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

const ISSUER = 'https://api.botframework.com';
const ENDORSEMENTS = ['msteams', 'm365extensions', 'webchat'] as const;
const TOKEN_LIFETIME_S = 3600;

export async function createChannelAuthority(
  options: { readonly clock?: Clock; readonly port?: number; readonly key?: SigningKey } = {},
): Promise<ChannelAuthority> {
  const { clock = createClock(), port = 0, key = createSigningKey() } = options;
  const published: PublishedKey[] = [{ key, endorsements: ENDORSEMENTS }];
  const requests = { metadata: 0, keys: 0 };
  const settings = { isDown: false, latencyMs: 0 };

  const server = createServer((request, response) => {
    const answer = (): void => {
      if (settings.isDown) sendJson(response, 503, {});
      else serveDocument(request, response, { published, requests });
    };
    if (settings.latencyMs > 0) setTimeout(answer, settings.latencyMs);
    else answer();
  });
  const origin = await listen(server, port);

  return {
    metadataUrl: `${origin}/v1/.well-known/openidconfiguration`,
    key,
    published,
    requests,
    settings,
    issueToken: (request) => signToken(request, { key, now: clock.now() }),
    close: () => close(server),
  };
}

function serveDocument(
  request: IncomingMessage,
  response: ServerResponse,
  { published, requests }: Pick<ChannelAuthority, 'published' | 'requests'>,
): void {
  if (request.url === '/v1/.well-known/openidconfiguration') {
    requests.metadata += 1;
    sendJson(response, 200, {
      issuer: ISSUER,
      jwks_uri: `http://${request.headers.host ?? ''}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  } else if (request.url === '/v1/.well-known/keys') {
    requests.keys += 1;
    sendJson(response, 200, {
      keys: published.map(({ key, endorsements }) => ({ ...key.jwk, endorsements })),
    });
  } else {
    sendJson(response, 404, {});
  }
}

function signToken(
  { audience, serviceUrl, key, header, claims }: ChannelTokenRequest,
  defaults: { readonly key: SigningKey; readonly now: Date },
): string {
  const issuedAt = Math.floor(defaults.now.getTime() / 1000);
  const all: Record<string, unknown> = {
    serviceurl: serviceUrl,
    nbf: issuedAt,
    exp: issuedAt + TOKEN_LIFETIME_S,
    iss: ISSUER,
    aud: audience,
    ...claims,
  };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return (key ?? defaults.key).sign(present, header);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${address.port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
