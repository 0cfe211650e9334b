import tls from 'node:tls';

/**
 * Makes this process trust a certificate (PEM) and, until the returned function is called, nothing else.
 * For tests whose server made its certificate after Node had started: `NODE_EXTRA_CA_CERTS` is read only
 * once, at the start.
 */
export function trustCertificate(pem: string): () => void {
  const original = tls.createSecureContext;
  tls.createSecureContext = (options) => original({ ...options, ca: options?.ca ?? pem });
  return () => {
    tls.createSecureContext = original;
  };
}
