import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** What an https server of the local world shows, and what its clients must trust. */
export interface TlsIdentity {
  /** PEM */
  readonly key: string;
  /** PEM; signed by itself, so it is also the certificate authority to trust. */
  readonly cert: string;
  /** The certificate as a file, for `NODE_EXTRA_CA_CERTS`; removed when this process exits, if not before. */
  readonly certPath: string;
  remove(): void;
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * For localhost, 127.0.0.1 and ::1. Valid around the *real* time: TLS does not look at the shifted clock
 * of the local world.
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
