import { AzureCliCredential } from '@azure/identity';
import * as z from 'zod/v4';
import { toFederatedCredential, trustIdentity } from './trust-identity';

const GRAPH = 'https://graph.microsoft.com';
const Environment = z.object({
  AAD_APP_CLIENT_ID: z.guid(),
  BOT_TENANT_ID: z.guid(),
  MANAGED_IDENTITY_PRINCIPAL_ID: z.guid(),
});

/** Lets the app registration trust the managed identity, as whoever is signed in to the Azure CLI. */
async function main(): Promise<void> {
  const env = Environment.safeParse(process.env);
  if (!env.success) {
    const keys = env.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new Error(`Not GUIDs: ${keys}. The provision step writes them into env/.env.<environment>.`);
  }
  const identity = { tenantId: env.data.BOT_TENANT_ID, principalId: env.data.MANAGED_IDENTITY_PRINCIPAL_ID };
  const appId = env.data.AAD_APP_CLIENT_ID;
  try {
    const { token } = await new AzureCliCredential({ tenantId: identity.tenantId }).getToken(
      `${GRAPH}/.default`,
    );
    const outcome = await trustIdentity({
      ...identity,
      appId,
      graphBaseUrl: `${GRAPH}/v1.0`,
      graphToken: token,
    });
    console.log(
      outcome === 'added' ? 'The app trusts the managed identity now.' : 'The app trusts it already.',
    );
  } catch (error) {
    throw new Error(toInstruction(appId, toFederatedCredential(identity), error), { cause: error });
  }
}

/** The same by hand: in the portal under "Certificates & secrets", "Federated credentials", or with one command. */
function toInstruction(appId: string, credential: unknown, error: unknown): string {
  return [
    `The app registration does not trust the managed identity yet. ${error instanceof Error ? error.message : ''}`,
    'Sign in with az login as somebody who may change the registration and run this again, or add it by hand:',
    `az ad app federated-credential create --id ${appId} --parameters '${JSON.stringify(credential)}'`,
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
