/** A file did not reach the place that Teams named for it. */
export class FileUploadError extends Error {
  override readonly name = 'FileUploadError';
  readonly kind = 'fileUpload';
  readonly status: number | undefined;

  constructor(
    message: string,
    { status, cause }: { readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.status = status;
  }
}

/** Puts a whole file to an upload address of Teams. Throws `FileUploadError`. */
export type UploadFile = (uploadUrl: string, content: Buffer, signal: AbortSignal) => Promise<void>;

/**
 * `hosts` are those that may be written to (`*.` for all below): the address comes by way of the client, and must not
 * make the bot call whatever is reachable from where it runs. It carries its own permission, so no token goes along.
 */
export function createUploadFile({ hosts }: { readonly hosts: readonly string[] }): UploadFile {
  return async (uploadUrl, content, signal) => {
    const url = URL.parse(uploadUrl);
    if (
      url?.protocol !== 'https:' ||
      url.username + url.password !== '' ||
      !hosts.some((host) => covers(host, url.host))
    ) {
      throw new FileUploadError('Files are not put there');
    }
    const headers = {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${content.length - 1}/${content.length}`,
    };
    const body = new Uint8Array(content);
    const response = await fetch(url, { method: 'PUT', headers, body, redirect: 'error', signal }).catch(
      (cause: unknown) => {
        throw new FileUploadError('The file was not taken', { cause });
      },
    );
    await response.body?.cancel();
    if (!response.ok) throw new FileUploadError('The file was not taken', { status: response.status });
  };
}

function covers(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase();
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}
