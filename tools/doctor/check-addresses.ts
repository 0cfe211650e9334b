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

/** What a server said the time is, and when that was here. */
export interface ServerDate {
  readonly theirs: string | null;
  readonly ours: Date;
}

interface Options {
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** The authority answers, and knows every tenant that is served. */
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
        `Entra knows no tenant with the id in ${key} (${NO_TENANT}).`,
        `Correct ${key}: it is the "Directory (tenant) ID" on the overview page of Entra.`,
      );
    if (status === 200 && Metadata.safeParse(parseJson(body)).success)
      return ok(`Entra answers, and knows the tenant in ${key}.`);
    return failed(
      `What answers at AZURE_AUTHORITY_HOST is not Entra (${status}).`,
      'Remove AZURE_AUTHORITY_HOST, or correct it; a proxy may answer in its place.',
    );
  }
}

/** Any answer will do: without a token Graph refuses. */
export async function checkGraph(
  { graphBaseUrl }: Config,
  { now, signal }: Options,
): Promise<Outcome<ServerDate>> {
  const { status, headers } = await ask(`${graphBaseUrl}/me`, { key: 'GRAPH_BASE_URL', signal });
  const date = { theirs: headers.get('date'), ours: now() };
  if (status === 401) return know(date, ok('Graph answers, and asks for a token.'));
  return say(
    failed(
      `What answers at GRAPH_BASE_URL is not Graph (${status} without a token).`,
      'Remove GRAPH_BASE_URL, or correct it; a proxy may answer in its place.',
    ),
  );
}

/** The keys with which the channel signs: the bot does not start without them. */
export async function checkChannel({ bot }: Config): Promise<Outcome<never>> {
  const keys = createChannelKeys({ metadataUrl: bot.openIdMetadataUrl, log: createLogger('silent') });
  try {
    await keys.load();
    return say(ok('The keys of the channel can be read.'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'The channel keys could not be read.';
    return say(
      failed(
        reason,
        'The bot does not start without them: let this machine reach BOT_OPENID_METADATA_URL (https://login.botframework.com).',
      ),
    );
  }
}
