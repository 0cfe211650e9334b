interface Limits {
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

/**
 * The whole body as text; undefined when it is larger than `mostBytes`. Throws the reason of `signal` when that aborts
 * first. The signal of `fetch` is not enough: after the headers the garbage collector takes undici's copy of it, and a
 * stalled body would then never end.
 */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  { mostBytes, signal }: Limits,
): Promise<string | undefined> {
  const reader = body?.getReader();
  if (reader === undefined) return '';
  const stop = (): void => {
    // Ends a pending read and the connection; cancelling a broken body rejects.
    reader.cancel(signal.reason).catch(() => undefined);
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const text = await readAll(reader, mostBytes);
    // A cancelled body looks like one that has ended.
    signal.throwIfAborted();
    return text;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  mostBytes: number,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
