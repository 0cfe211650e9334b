import type { Response } from 'restify';
import type { Answer } from './create-adapter';
import type { PageAnswer } from './page';

/** Headers of every answer; pages may override them. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** Sends without restify's formatters, which would change the body by the caller's `Accept` and print errors into it. */
export function send(response: Response, { status, body, headers }: PageAnswer): void {
  // As bytes, because their number is needed; a text would be encoded twice.
  const bytes = Buffer.from(body);
  response.sendRaw(status, bytes, { ...headers, 'content-length': String(bytes.length) });
}

export function sendJson(response: Response, { status, body }: Answer): void {
  if (body === undefined) send(response, { status, body: '', headers: {} });
  else
    send(response, { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}
