/**
 * The whole body as text; undefined when it is larger than `mostBytes`. Throws the reason of `signal` when that aborts
 * first. The signal of `fetch` is not enough: after the headers the garbage collector takes undici's copy of it, and a
 * stalled body would then never end.
 */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  { mostBytes, signal }: { readonly mostBytes: number; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const store = new WritableStream<Uint8Array>({
    write(chunk) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new RangeError('too large');
      chunks.push(chunk);
    },
  });
  await body?.pipeTo(store, { signal }).catch((error: unknown) => {
    if (bytes <= mostBytes) throw error;
  });
  return bytes > mostBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}
