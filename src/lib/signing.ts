import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signatures of this bot over lists of texts. */
export interface Signing {
  /** HMAC-SHA-256 as base64url. The first part should name what is signed, so that no signature fits another purpose. */
  readonly sign: (...parts: readonly string[]) => string;
  /** Whether `signature` is that of exactly these parts, compared in constant time. */
  readonly isSigned: (signature: string, ...parts: readonly string[]) => boolean;
}

/** `key` is secret; instances with the same key accept each other's signatures. */
export function createSigning(key: Buffer): Signing {
  function sign(...parts: readonly string[]): string {
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  }

  return {
    sign,
    isSigned(signature, ...parts) {
      const expected = Buffer.from(sign(...parts));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
