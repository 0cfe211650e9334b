import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** The certificate and key of the https servers of the local world. */
export interface TlsIdentity {
  /** PEM */
  readonly key: string;
  /** PEM; self-signed, so clients trust it as a certificate authority. */
  readonly cert: string;
  /** The certificate as a file, for `NODE_EXTRA_CA_CERTS`; removed when this process exits at the latest. */
  readonly certPath: string;
  remove(): void;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * Creates a certificate for localhost, 127.0.0.1 and ::1. It is valid around the *real* time, since TLS does not use the
 * clock of the local world.
 */
export async function createTlsIdentity(): Promise<TlsIdentity> {
  const pair = await generate([{ name: 'commonName', value: 'Coursemate sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + 30 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'coursemate-tls-'));
  const certPath = join(folder, 'ca.pem');
  writeFileSync(certPath, pair.cert);
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return { key: pair.private, cert: pair.cert, certPath, remove };
}
