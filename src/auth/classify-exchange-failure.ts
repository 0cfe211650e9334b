import * as z from 'zod/v4';
import { parseJson } from '../lib/parse-json';

/** The identity provider's answer to a failed exchange; `noResponse` when the network or a deadline ended it. */
export type FailedAnswer =
  | { readonly kind: 'response'; readonly status: number; readonly body: string }
  | { readonly kind: 'noResponse' };

/**
 * Why a person has to sign in again; it decides the message when the sign-in page did not help. `policy`: a rule about
 * devices, places or risks. `wrongAccount`: disabled, or unknown in the tenant. `interactionRequired` and `rejected`: all
 * else that the page may, or cannot, fix.
 */
export type SignInReason =
  | 'consentRequired'
  | 'secondFactor'
  | 'policy'
  | 'wrongAccount'
  | 'interactionRequired'
  | 'staleToken'
  | 'rejected';

/** The meaning of a failed exchange; `code` is the AADSTS number, for logs. */
export type ExchangeFailure = { readonly code?: number } & (
  | { readonly kind: 'signInNeeded'; readonly reason: SignInReason; readonly claims?: string }
  | { readonly kind: 'adminConsentNeeded' }
  | { readonly kind: 'notAssigned' }
  | { readonly kind: 'signInMisconfigured' }
  | { readonly kind: 'signInUnavailable' }
);

type Meaning = SignInReason | Exclude<ExchangeFailure['kind'], 'signInNeeded'>;

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const CODES: readonly (readonly [Meaning, readonly number[]])[] = [
  ['consentRequired', [65001, 65004]],
  ['secondFactor', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['policy', [50097, 50129, 500021]],
  ['wrongAccount', [50020, 50034, 50057, 51004, 90072]],
  ['interactionRequired', [50055, 50142, 50144]],
  ['staleToken', [50013, 50132, 50133, 50173, 70008, 70043, 500133, 700082]],
  ['rejected', [50027, 50053]],
  ['adminConsentNeeded', [90092, 90093, 90094, 90095]],
  ['notAssigned', [50105]],
  // The application, its secret or certificate, its federated credential, the resource, the tenant.
  ['signInMisconfigured', [700016, 7000112, 65002, 65005, 500131]],
  ['signInMisconfigured', [7000215, 7000218, 7000222, 700024, 700027]],
  ['signInMisconfigured', [70021, 700211, 700212, 700213]],
  ['signInMisconfigured', [500011, 70011, 90002]],
  ['signInUnavailable', [50196, 90033]],
];

const MEANING_OF_CODE: ReadonlyMap<number, Meaning> = new Map(
  CODES.flatMap(([meaning, codes]) => codes.map((code) => [code, meaning] as const)),
);

/** The growing range of codes for conditional access, security defaults and blocked risks. */
const POLICY_CODE = /^53\d{3,4}$/;

/** Error words of RFC 6749 and Entra, for answers without a known code. */
const MEANING_OF_WORD: ReadonlyMap<string, Meaning> = new Map([
  ['consent_required', 'consentRequired'],
  ['basic_action', 'interactionRequired'],
  ['additional_action', 'interactionRequired'],
  ['message_only', 'interactionRequired'],
  ['user_password_expired', 'interactionRequired'],
  ['interaction_required', 'interactionRequired'],
  ['login_required', 'interactionRequired'],
  ['bad_token', 'staleToken'],
  ['token_expired', 'staleToken'],
  ['invalid_grant', 'rejected'],
  ['server_error', 'signInUnavailable'],
  ['temporarily_unavailable', 'signInUnavailable'],
]);

/** Longer claims are dropped: they would not fit into the address of a sign-in page. */
export const MAX_CLAIMS_LENGTH = 4096;

const Refusal = z
  .object({
    error: z.string().catch(''),
    suberror: z.string().catch(''),
    error_codes: z.array(z.number()).catch([]),
    claims: z.string().max(MAX_CLAIMS_LENGTH).optional().catch(undefined),
  })
  .catch({ error: '', suberror: '', error_codes: [] });

type Refusal = z.infer<typeof Refusal>;

/**
 * Reads an answer of Entra's token endpoint. The number counts more than the words: 50105 comes under
 * more than one `error`, and 65001 both as `invalid_grant` and as `interaction_required`.
 *
 * No answer at all (`undefined`) means that the request was never sent: the certificate cannot be read,
 * the managed identity is missing, an address is wrong. Asking again would not help.
 */
export function classifyExchangeFailure(answer: FailedAnswer | undefined): ExchangeFailure {
  if (answer === undefined) return { kind: 'signInMisconfigured' };
  if (answer.kind === 'noResponse') return { kind: 'signInUnavailable' };
  const refusal = Refusal.parse(parseJson(answer.body));
  const code = refusal.error_codes[0];
  const failure = isBusy(answer.status)
    ? ({ kind: 'signInUnavailable' } as const)
    : toFailure(meaningOf(refusal), refusal.claims);
  return code === undefined ? failure : { ...failure, code };
}

/** 408 and 429 are the server's state, not a judgement on the request; so is all of 5xx. */
function isBusy(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function meaningOf({ error, suberror, error_codes }: Refusal): Meaning {
  const ofCode = error_codes
    .map((code) => MEANING_OF_CODE.get(code) ?? (POLICY_CODE.test(String(code)) ? 'policy' : undefined))
    .find((meaning) => meaning !== undefined);
  return ofCode ?? MEANING_OF_WORD.get(suberror) ?? MEANING_OF_WORD.get(error) ?? 'signInMisconfigured';
}

function toFailure(meaning: Meaning, claims: string | undefined): ExchangeFailure {
  if (meaning === 'adminConsentNeeded' || meaning === 'notAssigned') return { kind: meaning };
  if (meaning === 'signInMisconfigured' || meaning === 'signInUnavailable') return { kind: meaning };
  return { kind: 'signInNeeded', reason: meaning, ...(claims !== undefined && { claims }) };
}
