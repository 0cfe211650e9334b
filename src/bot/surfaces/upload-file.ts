import { BotError } from '../errors';

/**
 * Uploads a whole file to an address from Teams; throws a `BotError`. `hosts` are the hosts that files may be uploaded to
 * (`*.` for all subdomains): the address comes through the client and must not make the bot call other hosts on its
 * network. The address grants access itself, so no token is sent.
 */
export async function uploadFile(
  uploadUrl: string,
  content: Buffer,
  { hosts, signal }: { readonly hosts: readonly string[]; readonly signal: AbortSignal },
): Promise<void> {
  const url = URL.parse(uploadUrl);
  if (
    url?.protocol !== 'https:' ||
    url.username + url.password !== '' ||
    !hosts.some((host) => matches(host, url.host))
  ) {
    throw new BotError('fileUpload', 'The upload host is not allowed');
  }
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Range': `bytes 0-${content.length - 1}/${content.length}`,
  };
  const body = new Uint8Array(content);
  const response = await fetch(url, { method: 'PUT', headers, body, redirect: 'error', signal }).catch(
    (cause: unknown) => {
      throw new BotError('fileUpload', 'The file was not accepted', { cause });
    },
  );
  await response.body?.cancel();
  if (!response.ok)
    throw new BotError('fileUpload', 'The file was not accepted', { status: response.status });
}

function matches(pattern: string, host: string): boolean {
  const allowed = pattern.toLowerCase();
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed;
}
