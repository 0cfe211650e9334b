import { readText } from '../lib/read-text';
import { untilDeadline } from '../lib/deadline';

export interface FetchOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Ends the call, also while the body arrives. */
  readonly signal: AbortSignal;
}

/** The fetched documents have less than 100 KB. */
const MOST_BYTES = 1024 * 1024;

/** Fetches a public JSON document; `body` is undefined for an error status. Rejects when there is no answer in time. */
export async function fetchJson(
  url: string,
  { fetch, signal }: FetchOptions,
): Promise<{ readonly status: number; readonly body?: unknown }> {
  const response = await untilDeadline(fetch(url, { signal }), signal);
  if (response === undefined) throw new Error('There was no answer in time', { cause: signal.reason });
  const { ok, status, body } = response;
  const text = await readText(body, { mostBytes: MOST_BYTES, signal });
  if (text === undefined) throw new Error('The answer is too large');
  return ok ? { status, body: JSON.parse(text) } : { status };
}
