import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import { createCredentials, type Credentials } from '../../src/auth/credentials';
import type { Config } from '../../src/config/config';
import { isAboutSecret } from './check-configuration';
import { describeExpiry } from './expiry';
import { failed, know, ok, say, type Finding, type Outcome } from './finding';
import type { Source } from './source';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const WARN_DAYS = 30;
const CERTIFICATE = 'AAD_APP_CERTIFICATE_PATH';

/** Checks the app's credential as far as possible without asking Entra. */
export function checkProof(
  { signIn }: Config,
  { problems }: Source,
  now: Date,
): Outcome<{ readonly credentials: Credentials }> {
  const { credential } = signIn;
  const finding = judge();
  if (finding.verdict === 'failed') return say(finding);
  return know({ credentials: createCredentials(signIn) }, finding);

  function judge(): Finding {
    if (credential.kind === 'secret') return judgeSecret(credential.secret, problems);
    if (credential.kind === 'certificate') return judgeCertificate(credential.path, now);
    return ok('The app uses a managed identity: no secret can expire.');
  }
}

function judgeSecret(secret: string, problems: Source['problems']): Finding {
  const problem = problems.find(({ path }) => isAboutSecret(path));
  if (problem !== undefined) return failed(`SECRET_AAD_APP_CLIENT_SECRET: ${problem.what}`, problem.remedy);
  if (secret.startsWith('crypto_')) {
    return failed(
      'SECRET_AAD_APP_CLIENT_SECRET is encrypted: only the toolkit can read it.',
      'Use --file .localConfigs: the toolkit writes the plain secret there when it deploys to this machine.',
    );
  }
  if (GUID.test(secret)) {
    return failed(
      'SECRET_AAD_APP_CLIENT_SECRET is a GUID: this is the id of a secret, not its value.',
      'Copy the column "Value", which Entra shows only right after you create the secret. If it is lost, create a new one.',
    );
  }
  return ok('The secret looks valid.');
}

function judgeCertificate(path: string, now: Date): Finding {
  let certificate: X509Certificate;
  let key: KeyObject;
  try {
    const pem = readFileSync(path);
    certificate = new X509Certificate(pem);
    key = createPrivateKey(pem);
  } catch (error) {
    const isThere = !(types.isNativeError(error) && 'code' in error && error.code === 'ENOENT');
    const what = isThere ? 'can’t be read as a certificate with its private key' : 'doesn’t exist';
    return failed(
      `The file in ${CERTIFICATE} ${what}.`,
      'Use a PEM file that the bot can read, with the certificate and its private key, without a password.',
    );
  }
  if (!certificate.checkPrivateKey(key))
    return failed(
      `The certificate and private key in ${CERTIFICATE} don’t match.`,
      'Put the private key of this certificate into the file.',
    );
  const remedy =
    'Create a new one, upload its public part in Entra under "Certificates & secrets", then replace the file.';
  return describeExpiry(certificate, {
    now,
    warnDays: WARN_DAYS,
    whose: 'The app’s certificate',
    remedy,
  });
}
