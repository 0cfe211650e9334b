import { GraphContractError } from './errors';

/** A page of a hundred activities is about 80 KB; a batch of twenty contents the same. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The whole body as text. Throws `GraphContractError` as soon as it is larger than anything we ask for. */
export async function readBody(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader.cancel();
      throw new GraphContractError('Graph sent too large a body', { status: response.status });
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
