import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod/v4';
import { createSingleFlight } from '../lib/single-flight';
import { withDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { fetchJson, type FetchOptions } from './fetch-json';

/** A key that the channel signs with. */
export interface ChannelKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** Channels that the key may speak for. */
  readonly endorsements: readonly string[];
}

/** The channel's published keys, held in memory and kept fresh. */
export interface ChannelKeys {
  /** Fetches the keys; await it before the first request. Throws `ChannelKeysError`. */
  load(): Promise<void>;
  readonly isLoaded: boolean;
  /** Undefined for a key that is not published. Reloads for unknown ids at most once a minute: anyone can invent ids. */
  find(kid: string): Promise<ChannelKey | undefined>;
}

/** The channel's keys could not be fetched, or hold none that is usable. */
class ChannelKeysError extends Error {
  override readonly name = 'ChannelKeysError';
  readonly kind = 'channelKeys';
}

interface ChannelKeysOptions {
  /** Address of the channel's openid configuration. */
  readonly metadataUrl: string;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly fetch?: typeof globalThis.fetch;
}

const REFRESH_AFTER_MS = 24 * 60 * 60_000;
const RETRY_AFTER_MS = 60_000;
const FETCH_TIMEOUT_MS = 5_000;

const Metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const KeySet = z.object({ keys: z.array(z.unknown()) });
const PublishedKey = z.object({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  /** At least 2,048 bits. */
  n: z.string().regex(/^[\w-]{342,}$/),
  e: z.string().regex(/^[\w-]+$/),
  endorsements: z.array(z.string()).default([]),
});

export function createChannelKeys(options: ChannelKeysOptions): ChannelKeys {
  const { metadataUrl, log, now = Date.now, fetch = globalThis.fetch } = options;
  let keys: ReadonlyMap<string, ChannelKey> = new Map();
  let loadedAt = -Infinity;
  let attemptedAt = -Infinity;

  const loads = createSingleFlight<unknown>();
  let reloading = Promise.resolve();

  async function load(): Promise<void> {
    await loads.share('keys', async () => {
      attemptedAt = now();
      keys = await withDeadline(FETCH_TIMEOUT_MS, (signal) => fetchKeys(metadataUrl, { fetch, signal }));
      loadedAt = now();
    });
  }

  /** Keys in memory stay in use when this fails: the bot goes on while the channel's metadata is out. */
  function reloadAtMostOnceAMinute(): Promise<void> {
    if (now() - attemptedAt >= RETRY_AFTER_MS) {
      reloading = load().catch(() => {
        log.warn({ module: 'server', kind: 'channelKeys' }, 'The channel keys were not refreshed');
      });
    }
    return reloading;
  }

  return {
    load,
    get isLoaded() {
      return keys.size > 0;
    },
    async find(kid) {
      const isStale = now() - loadedAt >= REFRESH_AFTER_MS;
      if (keys.has(kid) && !isStale) return keys.get(kid);
      const reloaded = reloadAtMostOnceAMinute();
      if (!keys.has(kid)) await reloaded;
      return keys.get(kid);
    },
  };
}

async function fetchKeys(metadataUrl: string, options: FetchOptions): Promise<Map<string, ChannelKey>> {
  const get = async (url: string): Promise<unknown> => {
    const { status, body } = await fetchJson(url, options);
    if (body === undefined) throw new ChannelKeysError(`The channel's metadata answered ${status}.`);
    return body;
  };
  try {
    const metadata = Metadata.parse(await get(metadataUrl));
    const published = KeySet.parse(await get(metadata.jwks_uri)).keys;
    const keys = published.flatMap((candidate) => toChannelKey(candidate) ?? []);
    if (keys.length === 0) throw new ChannelKeysError('The channel publishes no usable key.');
    return new Map(keys.map((key) => [key.kid, key]));
  } catch (error) {
    if (error instanceof ChannelKeysError) throw error;
    throw new ChannelKeysError('The channel keys could not be read.', { cause: error });
  }
}

/** Undefined for an unusable key, which must not invalidate the others. */
function toChannelKey(candidate: unknown): ChannelKey | undefined {
  const parsed = PublishedKey.safeParse(candidate);
  if (!parsed.success) return undefined;
  const { kid, kty, n, e, endorsements } = parsed.data;
  return { kid, endorsements, publicKey: createPublicKey({ key: { kty, n, e }, format: 'jwk' }) };
}
