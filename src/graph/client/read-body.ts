import { readText } from '../../lib/read-text';
import { GraphContractError } from '../errors';

/** A page of a hundred activities is about 80 KB; a batch of twenty contents the same. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The whole body as text. Throws `GraphContractError` as soon as it is larger than anything we ask for, and the reason of
 * `signal` when that aborts first.
 */
export async function readBody({ body, status }: Response, signal: AbortSignal): Promise<string> {
  const text = await readText(body, { mostBytes: MOST_BYTES, signal });
  if (text === undefined) throw new GraphContractError('Graph sent too large a body', { status });
  return text;
}
