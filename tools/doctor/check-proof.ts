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

/** What proves that we are the app, as far as it can be judged without asking Entra. */
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
    return ok('The managed identity proves the app: there is no secret that could expire.');
  }
}

function judgeSecret(secret: string, problems: Source['problems']): Finding {
  const problem = problems.find(({ path }) => isAboutSecret(path));
  if (problem !== undefined) return failed(`SECRET_AAD_APP_CLIENT_SECRET: ${problem.what}`, problem.remedy);
  if (secret.startsWith('crypto_')) {
    return failed(
      'SECRET_AAD_APP_CLIENT_SECRET is as the toolkit encrypts it: nothing but the toolkit can read it.',
      'Use --file .localConfigs, which the toolkit writes with the secret itself when it deploys to this machine.',
    );
  }
  if (GUID.test(secret)) {
    return failed(
      'SECRET_AAD_APP_CLIENT_SECRET is a GUID: that is the id of a secret, not the secret.',
      'Copy the column "Value", which Entra shows only once, right after the secret is made; make a new one if it is lost.',
    );
  }
  return ok('The secret looks like one.');
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
    const what = isThere ? 'cannot be read as a certificate with its private key' : 'does not exist';
    return failed(
      `The file of ${CERTIFICATE} ${what}.`,
      'Name a PEM file with both, the key without a password, that the bot may read.',
    );
  }
  if (!certificate.checkPrivateKey(key))
    return failed(
      `In the file of ${CERTIFICATE} certificate and private key do not belong together.`,
      'Put the key with which the certificate was made into the file.',
    );
  const remedy =
    'Make a new one, upload its public part at Entra under "Certificates & secrets", then put it in place.';
  return describeExpiry(certificate, {
    now,
    warnDays: WARN_DAYS,
    whose: 'The certificate of the app',
    remedy,
  });
}
