import * as z from 'zod/v4';
import type { Config } from '../../src/config/config';
import { parseJson } from '../../src/lib/parse-json';
import { createLogger } from '../../src/logging/logger';
import { createChannelKeys } from '../../src/server/channel-keys';
import { ask } from './ask';
import { isSameId } from './claims';
import { failed, know, ok, say, type Finding, type Outcome } from './finding';

const Metadata = z.object({ issuer: z.string(), token_endpoint: z.string() });
const NO_TENANT = 'AADSTS90002';

/** A server's `Date` header, and the local time at which it arrived. */
export interface ServerDate {
  readonly theirs: string | null;
  readonly ours: Date;
}

interface Options {
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Checks that the authority answers and knows every tenant that the bot serves. */
export async function checkAuthority(
  { bot, signIn, allowedTenantIds }: Config,
  { now, signal }: Options,
): Promise<Outcome<ServerDate>> {
  let date: ServerDate = { theirs: null, ours: now() };
  const ofBot = await findTenant('BOT_TENANT_ID', bot.tenantId);
  const others = allowedTenantIds.filter((id) => !isSameId(id, bot.tenantId));
  const findings = await Promise.all(others.map((id) => findTenant('ALLOWED_TENANT_IDS', id)));
  return ofBot.verdict === 'ok' ? know(date, ofBot, ...findings) : say(ofBot, ...findings);

  async function findTenant(key: string, tenantId: string): Promise<Finding> {
    const url = `${signIn.authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
    const { status, headers, body } = await ask(url, { key: 'AZURE_AUTHORITY_HOST', signal });
    date = { theirs: headers.get('date'), ours: now() };
    if (body.includes(NO_TENANT))
      return failed(
        `Entra doesn’t know the tenant in ${key} (${NO_TENANT}).`,
        `Correct ${key}: copy the "Directory (tenant) ID" from the Entra overview page.`,
      );
    if (status === 200 && Metadata.safeParse(parseJson(body)).success)
      return ok(`Entra answers and knows the tenant in ${key}.`);
    return failed(
      `The server at AZURE_AUTHORITY_HOST isn’t Entra (${status}).`,
      'Remove or correct AZURE_AUTHORITY_HOST. A proxy may be answering instead.',
    );
  }
}

/** Checks that Graph answers; 401 is the expected answer to a call without a token. */
export async function checkGraph(
  { graphBaseUrl }: Config,
  { now, signal }: Options,
): Promise<Outcome<ServerDate>> {
  const { status, headers } = await ask(`${graphBaseUrl}/me`, { key: 'GRAPH_BASE_URL', signal });
  const date = { theirs: headers.get('date'), ours: now() };
  if (status === 401) return know(date, ok('Graph answers and asks for a token.'));
  return say(
    failed(
      `The server at GRAPH_BASE_URL isn’t Graph (${status} without a token).`,
      'Remove or correct GRAPH_BASE_URL. A proxy may be answering instead.',
    ),
  );
}

/** Checks that the channel's signing keys can be read: the bot doesn't start without them. */
export async function checkChannel({ bot }: Config): Promise<Outcome<never>> {
  const keys = createChannelKeys({ metadataUrl: bot.openIdMetadataUrl, log: createLogger('silent') });
  try {
    await keys.load();
    return say(ok('The channel’s signing keys can be read.'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'The channel keys could not be read.';
    return say(
      failed(
        reason,
        'Let this machine reach BOT_OPENID_METADATA_URL (https://login.botframework.com): the bot doesn’t start without these keys.',
      ),
    );
  }
}
