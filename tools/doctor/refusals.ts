import type { ExchangeFailure } from '../../src/auth/classify-exchange-failure';
import { CREDENTIAL_KEYS, type ClientCredential } from '../../src/config/config';
import { failed, type Finding } from './finding';

interface Application {
  /** Environment key with its id. */
  readonly idKey: string;
  readonly proof: ClientCredential['kind'];
}

type Words = readonly [what: string, remedy: string];

const NEW_SECRET =
  'Create a new one in Entra under "Certificates & secrets" and put its value into SECRET_AAD_APP_CLIENT_SECRET.';
const NO_TRUST: Words = [
  'The app registration doesn’t trust the managed identity',
  'Run npm run trust to add the federated credential.',
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
    'Enable it in Entra under "Enterprise applications", "Properties".',
  ],
  700024: () => ['Entra rejects the time in the app’s signature', 'Set the clock of this machine by NTP.'],
  700027: () => [
    'The certificate isn’t registered for the app',
    'Upload its public part in Entra under "Certificates & secrets", "Certificates".',
  ],
  700016: (idKey) => [
    `The tenant in BOT_TENANT_ID doesn’t have the app in ${idKey}`,
    `Correct ${idKey} (the "Application (client) ID"), or BOT_TENANT_ID: the registration may be in another tenant.`,
  ],
  90002: () => ['Entra doesn’t know the tenant in BOT_TENANT_ID', 'Correct BOT_TENANT_ID.'],
  500011: () => ['The tenant doesn’t know the requested API', 'Ask an admin to consent to the app once.'],
  500131: () => [
    'The person’s token is for another app',
    'Get one for the App ID URI in AAD_APP_ID_URI, and make sure that AAD_APP_CLIENT_ID is the app with that URI.',
  ],
  70021: () => NO_TRUST,
  700211: () => NO_TRUST,
  700212: () => NO_TRUST,
  700213: () => NO_TRUST,
};

/** Says why Entra refuses the app a token, and what an admin can do about it. */
export function describeRefusal({ kind, code }: ExchangeFailure, { idKey, proof }: Application): Finding {
  const number = code === undefined ? '' : ` (AADSTS${code})`;
  const words = code === undefined ? undefined : WORDS[code]?.(idKey);
  if (words !== undefined) return failed(`${words[0]}${number}.`, words[1]);
  if (kind === 'signInUnavailable')
    return failed(`Entra is busy or doesn’t answer${number}.`, 'Run the doctor again in a few minutes.');
  return failed(
    `Entra refuses the app${number}.`,
    `Check ${idKey} and ${CREDENTIAL_KEYS[proof]}${code === undefined ? '' : `, and see https://login.microsoftonline.com/error?code=${code}`}.`,
  );
}
