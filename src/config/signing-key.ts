import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ClientCredential } from './config';

/**
 * The key that links and tickets are signed with. Every instance derives the same one from the secret or certificate
 * they share. A managed identity leaves nothing to derive from: then each process has its own key, and what another one
 * signed counts as unsigned, which costs calls and never a right.
 */
export function deriveSigningKey(credential: ClientCredential): Buffer {
  if (credential.kind === 'managedIdentity') return randomBytes(32);
  const secret = credential.kind === 'secret' ? credential.secret : readFileSync(credential.path);
  return Buffer.from(hkdfSync('sha256', secret, '', 'coursemate links and tickets', 32));
}
