import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { sign, type Algorithm, type JwtHeader } from 'jsonwebtoken';

/** An RSA key with which an authority of the local world signs; new at each start. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Public half for a JWKS document, with `kid`, `use` and `alg`. */
  readonly jwk: JsonWebKey;
  /** Signs claims unchanged: add `iss`, `aud` and `exp` yourself. */
  sign(claims: object, header?: Partial<JwtHeader>): string;
}

export function createSigningKey(kid: string = randomUUID()): SigningKey {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    // As text, and read again: in Node 20, to export a generated key can wait for ever for the job that generated it.
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const privateKey = createPrivateKey(pair.privateKey);
  const publicKey = createPublicKey(pair.publicKey);
  return {
    kid,
    privateKey,
    publicKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' },
    sign: (claims, header = {}) => {
      const algorithm = (header.alg ?? 'RS256') as Algorithm;
      return sign(claims, privateKey, {
        algorithm,
        noTimestamp: true,
        header: { typ: 'JWT', kid, ...header, alg: algorithm },
      });
    },
  };
}
