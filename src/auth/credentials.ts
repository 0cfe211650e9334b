import { accessSync, constants } from 'node:fs';
import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  OnBehalfOfCredential,
  type TokenCredential,
  type TokenCredentialOptions,
} from '@azure/identity';
import { ConfigError, type Config } from '../config/config';
import { routePolicy } from '../network/proxy';
import type { FailedAnswer } from './classify-exchange-failure';

/** An application of a tenant. `signal` ends its requests to the identity provider. */
export interface ApplicationRequest {
  readonly tenantId: string;
  readonly clientId: string;
  readonly signal: AbortSignal;
  /** Told of each request to the identity provider that failed: the library's own errors do not say why. */
  readonly observe?: (failed: FailedAnswer) => void;
}

/** An application that acts for the owner of the `assertion`, an SSO token. */
interface OnBehalfOfRequest extends ApplicationRequest {
  readonly assertion: string;
}

/** Creates credentials from the configured secret, certificate or managed identity; no other module knows which. */
export interface Credentials {
  /**
   * For one exchange. Do not keep it: the library's cache inside a credential never evicts and slows down with each person.
   */
  onBehalfOf(request: OnBehalfOfRequest): TokenCredential;
  /** The application itself, with the same credential. */
  application(request: ApplicationRequest): TokenCredential;
  /** The host's own identity, which needs no credential. */
  managedIdentity(clientId: string): TokenCredential;
}

const PUBLIC_AUTHORITY = 'https://login.microsoftonline.com';
const FEDERATION_SCOPE = 'api://AzureADTokenExchange/.default';

/** The library's defaults (three tries, seconds apart) would outlast a turn. */
const RETRY_OPTIONS = { maxRetries: 1, retryDelayInMs: 200, maxRetryDelayInMs: 500 };

type AdditionalPolicies = NonNullable<TokenCredentialOptions['additionalPolicies']>;

/** Throws `ConfigError` when the certificate cannot be read. */
export function createCredentials({
  authorityHost,
  credential,
}: Pick<Config['signIn'], 'authorityHost' | 'credential'>): Credentials {
  if (credential.kind === 'certificate') assertReadable(credential.path);
  // The library asks the public cloud about an authority, which does not know the local world's.
  const disableInstanceDiscovery = authorityHost !== PUBLIC_AUTHORITY;

  const optionsFor = (request: ApplicationRequest) => ({
    authorityHost,
    disableInstanceDiscovery,
    retryOptions: RETRY_OPTIONS,
    additionalPolicies: [routePolicy, watch(request)],
  });

  return {
    onBehalfOf(request) {
      const { tenantId, clientId, assertion: userAssertionToken } = request;
      const options = { ...optionsFor(request), tenantId, clientId, userAssertionToken };
      switch (credential.kind) {
        case 'secret':
          return new OnBehalfOfCredential({ ...options, clientSecret: credential.secret });
        case 'certificate':
          return new OnBehalfOfCredential({ ...options, certificatePath: credential.path });
        case 'managedIdentity':
          return new OnBehalfOfCredential({
            ...options,
            getAssertion: federatedAssertion(credential.clientId),
          });
      }
    },
    application(request) {
      const { tenantId, clientId } = request;
      const options = optionsFor(request);
      switch (credential.kind) {
        case 'secret':
          return new ClientSecretCredential(tenantId, clientId, credential.secret, options);
        case 'certificate':
          return new ClientCertificateCredential(tenantId, clientId, credential.path, options);
        case 'managedIdentity':
          return new ClientAssertionCredential(
            tenantId,
            clientId,
            federatedAssertion(credential.clientId),
            options,
          );
      }
    },
    managedIdentity: createManagedIdentity,
  };
}

/** Fails at start; the library would read the file at the first sign-in only. */
function assertReadable(certificatePath: string): void {
  try {
    accessSync(certificatePath, constants.R_OK);
  } catch {
    throw new ConfigError(['AAD_APP_CERTIFICATE_PATH must be a file that can be read.']);
  }
}

function createManagedIdentity(clientId: string): ManagedIdentityCredential {
  return new ManagedIdentityCredential({
    clientId,
    retryOptions: RETRY_OPTIONS,
    additionalPolicies: [routePolicy],
  });
}

function federatedAssertion(clientId: string): () => Promise<string> {
  const identity = createManagedIdentity(clientId);
  return async () => (await identity.getToken(FEDERATION_SCOPE)).token;
}

/**
 * A pipeline policy, because `getToken` ignores its abort signal and turns nearly every failure into one
 * error without a cause. `perCall` puts it around the retries: it sees what was final.
 */
function watch({ signal, observe }: ApplicationRequest): AdditionalPolicies[number] {
  return {
    position: 'perCall',
    policy: {
      name: 'watchTokenRequests',
      async sendRequest(request, next) {
        request.abortSignal = signal;
        try {
          const response = await next(request);
          if (response.status >= 400) {
            observe?.({ kind: 'response', status: response.status, body: response.bodyAsText ?? '' });
          }
          return response;
        } catch (error) {
          observe?.({ kind: 'noResponse' });
          throw error;
        }
      },
    },
  };
}
