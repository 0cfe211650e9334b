import type { ExchangeFailure } from '../../src/auth/classify-exchange-failure';
import { CREDENTIAL_KEYS, type ClientCredential } from '../../src/config/config';
import { failed, type Finding } from './finding';

interface Application {
  /** The key that names it. */
  readonly idKey: string;
  readonly proof: ClientCredential['kind'];
}

type Words = readonly [what: string, remedy: string];

const NEW_SECRET =
  'Make a new one at Entra under "Certificates & secrets" and put its value into SECRET_AAD_APP_CLIENT_SECRET.';
const NO_TRUST: Words = [
  'The app registration does not trust the managed identity',
  'Run npm run trust, which adds the federated credential.',
];

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const WORDS: Readonly<Record<number, (idKey: string) => Words>> = {
  7000215: (idKey) => [
    'The secret is wrong',
    `Copy the column "Value", not "Secret ID", of a secret of the app in ${idKey}. ${NEW_SECRET}`,
  ],
  7000222: () => ['The secret has expired', NEW_SECRET],
  7000112: (idKey) => [
    `The app in ${idKey} is disabled in this tenant`,
    'Enable it at Entra under "Enterprise applications", "Properties".',
  ],
  700024: () => [
    'Entra does not take the time of what the app signed',
    'Let the clock of this machine be set by NTP.',
  ],
  700027: () => [
    'The certificate is not one of the app',
    'Upload its public part at Entra under "Certificates & secrets", "Certificates".',
  ],
  700016: (idKey) => [
    `The tenant in BOT_TENANT_ID has no app with the id in ${idKey}`,
    `Correct ${idKey} (the "Application (client) ID"), or BOT_TENANT_ID: the registration may be in another tenant.`,
  ],
  90002: () => ['Entra knows no tenant with the id in BOT_TENANT_ID', 'Correct BOT_TENANT_ID.'],
  500011: () => [
    'The tenant does not know the API that is asked for',
    'An administrator must grant consent to the app once.',
  ],
  500131: () => [
    'The token of the person is meant for another app',
    'Take one for the App ID URI in AAD_APP_ID_URI, and see that AAD_APP_CLIENT_ID is the app with that address.',
  ],
  70021: () => NO_TRUST,
  700211: () => NO_TRUST,
  700212: () => NO_TRUST,
  700213: () => NO_TRUST,
};

/** Why Entra gives the app no token, and what an administrator does about it. */
export function describeRefusal({ kind, code }: ExchangeFailure, { idKey, proof }: Application): Finding {
  const number = code === undefined ? '' : ` (AADSTS${code})`;
  const words = code === undefined ? undefined : WORDS[code]?.(idKey);
  if (words !== undefined) return failed(`${words[0]}${number}.`, words[1]);
  if (kind === 'signInUnavailable')
    return failed(`Entra is busy or does not answer${number}.`, 'Run it again in a few minutes.');
  return failed(
    `Entra refuses the app${number}.`,
    `Look at ${idKey} and ${CREDENTIAL_KEYS[proof]}${code === undefined ? '' : `, and at https://login.microsoftonline.com/error?code=${code}`}.`,
  );
}
