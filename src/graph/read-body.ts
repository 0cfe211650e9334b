import { GraphContractError } from './errors';

/** A page of a hundred activities is about 80 KB; a batch of twenty contents the same. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The whole body as text. Throws `GraphContractError` as soon as it is larger than anything we ask for, and the reason of
 * `signal` when that aborts first. The signal that `fetch` was given does not do: once the headers are there, the garbage
 * collector takes undici's own copy of it, and a body that stalls is then waited for without end.
 */
export async function readBody(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const stop = (): void => {
    // Ends a pending read and the connection; a body that broke off by itself has nothing left to cancel.
    reader.cancel(signal.reason).catch(() => undefined);
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const text = await readText(reader, response.status);
    // A cancelled body looks like one that has ended.
    signal.throwIfAborted();
    return text;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, status: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new GraphContractError('Graph sent too large a body', { status });
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `undefined` for what is empty or no JSON, such as the page of a gateway. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
