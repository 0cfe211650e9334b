import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AppProof } from './config';

/**
 * The key that links and tickets are signed with. Every instance derives the same one from the secret or certificate
 * they share. A managed identity leaves nothing to derive from: then each process has its own key, and what another one
 * signed counts as unsigned, which costs calls and never a right.
 */
export function deriveSigningKey(proof: AppProof): Buffer {
  if (proof.kind === 'managedIdentity') return randomBytes(32);
  const secret = proof.kind === 'secret' ? proof.secret : readFileSync(proof.path);
  return Buffer.from(hkdfSync('sha256', secret, '', 'coursemate links and tickets', 32));
}
