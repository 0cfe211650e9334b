import { types } from 'node:util';
import { readText } from '../../src/lib/read-text';
import { failed, type Finding } from './finding';

/** Thrown when an address doesn't answer; `finding` says why and names the key of the address. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly kind = 'unreachable';
  readonly finding: Finding;

  constructor(key: string, cause: unknown) {
    super(`No answer from ${key}`, { cause });
    this.finding = describe(key, codeOf(cause));
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Question extends Pick<RequestInit, 'method' | 'headers' | 'body'> {
  /** Environment key that holds the address. */
  readonly key: string;
  readonly signal: AbortSignal;
}

const MOST_BYTES = 4 * 1024 * 1024;

/** Sends one request without following redirects. Throws `UnreachableError`. */
export async function ask(url: string, { key, ...init }: Question): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const body = await readText(response.body, { mostBytes: MOST_BYTES, signal: init.signal });
    if (body === undefined) throw new Error('The answer is too large');
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    throw new UnreachableError(key, error);
  }
}

/** Returns the error code of Node or OpenSSL, which fetch hides in the `cause` of its own error. */
function codeOf(error: unknown): string {
  if (!types.isNativeError(error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

function describe(key: string, code: string): Finding {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failed(
      `DNS doesn’t know the host of ${key}.`,
      `Check ${key}, and whether this machine can resolve DNS names.`,
    );
  if (code === 'ECONNREFUSED')
    return failed(
      `Nothing is listening at ${key}.`,
      `Check ${key}, and make sure the server that it names is running.`,
    );
  if (/CERT|SELF_SIGNED|ISSUER|SIGNATURE|ALTNAME/.test(code))
    return failed(
      `The certificate at ${key} is not trusted (${code}).`,
      'If a proxy inspects https here, set NODE_EXTRA_CA_CERTS to its certificate. Otherwise renew the certificate.',
    );
  return failed(
    `Can’t reach ${key}${code === '' ? '' : ` (${code})`}.`,
    `Check ${key}, and the connection and proxy of this machine.`,
  );
}
