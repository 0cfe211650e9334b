import { types } from 'node:util';
import { readBody } from '../../src/graph/client/read-body';
import { failed, type Finding } from './finding';

/** An address gave no answer; `finding` says why and which key names the address. */
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
  /** The key of the environment that names the address. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** One request, no redirect followed. Throws `UnreachableError`. */
export async function ask(url: string, { key, ...init }: Question): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    return {
      status: response.status,
      headers: response.headers,
      body: await readBody(response, init.signal),
    };
  } catch (error) {
    throw new UnreachableError(key, error);
  }
}

/** Of Node or OpenSSL; fetch puts it under its own error. */
function codeOf(error: unknown): string {
  if (!types.isNativeError(error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

function describe(key: string, code: string): Finding {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failed(
      `The host of ${key} is not known to DNS.`,
      `Look at ${key}, and whether this machine may ask DNS.`,
    );
  if (code === 'ECONNREFUSED')
    return failed(`Nothing listens at ${key}.`, `Look at ${key}, and whether what it names is running.`);
  if (/CERT|SELF_SIGNED|ISSUER|SIGNATURE|ALTNAME/.test(code))
    return failed(
      `The certificate at ${key} is not trusted (${code}).`,
      'If a proxy looks into https here, name its certificate in NODE_EXTRA_CA_CERTS; else renew the certificate.',
    );
  return failed(
    `${key} cannot be reached${code === '' ? '' : ` (${code})`}.`,
    `Look at ${key}, and at the connection and proxy of this machine.`,
  );
}
