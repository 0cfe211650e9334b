import type { IncomingMessage } from 'node:http';

type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  /** The HTTP status that says what is wrong with the body. */
  | { readonly kind: 'unusable'; readonly status: 400 | 413 | 415 };

/** Reads a JSON body of at most `mostBytes`, whatever length the request announces. */
export async function readJsonBody(request: IncomingMessage, mostBytes: number): Promise<JsonBody> {
  if (!isPlainJson(request)) return { kind: 'unusable', status: 415 };
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return { kind: 'unusable', status: 413 };
  try {
    const text = await readAll(request, mostBytes);
    if (text === undefined) return { kind: 'unusable', status: 413 };
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    // The body is no JSON, or the caller hung up and hears no answer.
    return { kind: 'unusable', status: 400 };
  }
}

/** Whether the body is uncompressed JSON. A small compressed one could expand to any size; the channel sends none. */
function isPlainJson({ headers }: IncomingMessage): boolean {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  return /^application\/json\s*(;|$)/i.test(type) && encoding === 'identity';
}

/** The body as text; undefined when it has more bytes. The connection stays open for the answer. */
async function readAll(request: IncomingMessage, mostBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
