import type { IncomingMessage } from 'node:http';

type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  /** The HTTP status that says what is wrong with the body. */
  | { readonly kind: 'unusable'; readonly status: 400 | 413 | 415 };

/** Reads no more than `mostBytes`, whether or not the request says beforehand how long it is. */
export async function readJsonBody(request: IncomingMessage, mostBytes: number): Promise<JsonBody> {
  if (!isPlainJson(request)) return { kind: 'unusable', status: 415 };
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return { kind: 'unusable', status: 413 };
  const bytes = await readBytes(request, mostBytes);
  if (bytes === undefined) return { kind: 'unusable', status: 413 };
  try {
    return { kind: 'json', value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { kind: 'unusable', status: 400 };
  }
}

/** Compressed bodies are not read: a small one may unfold to any size, and the channel sends none. */
function isPlainJson({ headers }: IncomingMessage): boolean {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  return /^application\/json\s*(;|$)/i.test(type) && encoding === 'identity';
}

/** Undefined when there are more. Events rather than iteration, which would cut the connection before the answer. */
function readBytes(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else finish(undefined);
    };
    const finish = (bytes: Buffer | undefined): void => {
      request.off('data', onData).pause();
      resolve(bytes);
    };
    request.on('data', onData);
    const onEnd = (): void => {
      finish(Buffer.concat(chunks));
    };
    // A caller who hangs up leaves half a body, which is no JSON; nobody hears the answer.
    request.once('end', onEnd).once('close', onEnd);
  });
}
