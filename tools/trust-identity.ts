import * as z from 'zod/v4';

/** Whose trust in whom, and how to reach Microsoft Graph as somebody who may change the app registration. */
export interface TrustOptions {
  readonly graphBaseUrl: string;
  readonly graphToken: string;
  /** The app registration's client id. */
  readonly appId: string;
  readonly tenantId: string;
  /** The managed identity's principal id: the `sub` of its tokens. */
  readonly principalId: string;
}

interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description: string;
}

const Credentials = z.object({ value: z.array(z.object({ issuer: z.string(), subject: z.string() })) });

/** The federated credential which makes a token of the managed identity a proof of being the app. */
export function toFederatedCredential({
  tenantId,
  principalId,
}: Pick<TrustOptions, 'tenantId' | 'principalId'>): FederatedCredential {
  return {
    name: `coursemate-${principalId}`,
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    subject: principalId,
    audiences: ['api://AzureADTokenExchange'],
    description: 'The managed identity that Coursemate runs as',
  };
}

/** Adds the credential unless it is there. Throws an error whose message has Graph's own words. */
export async function trustIdentity(options: TrustOptions): Promise<'added' | 'present'> {
  const { graphBaseUrl, graphToken, appId } = options;
  const wanted = toFederatedCredential(options);
  const url = `${graphBaseUrl}/applications(appId='${appId}')/federatedIdentityCredentials`;
  const headers = { authorization: `Bearer ${graphToken}`, 'content-type': 'application/json' };

  const { value } = Credentials.parse(await read(await fetch(url, { headers })));
  if (value.some(({ issuer, subject }) => issuer === wanted.issuer && subject === wanted.subject))
    return 'present';
  await read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(wanted) }));
  return 'added';
}

async function read(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new Error(`Microsoft Graph answered ${response.status}: ${await response.text()}`);
}
