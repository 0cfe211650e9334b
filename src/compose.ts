import { createConnectorTokens } from './auth/connector-tokens';
import { CONSENT_SCOPES } from './auth/consent-scopes';
import { createCredentials } from './auth/credentials';
import { createSignIn } from './auth/sign-in';
import { createBot } from './bot/create-bot';
import { createNotices } from './bot/notices';
import { createSignInCards, type SignInCards } from './bot/sign-in/sign-in';
import { createSignInVisits } from './bot/sign-in/sign-in-visits';
import { createUploadFile } from './bot/surfaces/upload-file';
import { createRoutes } from './compose-features';
import { createJsonLinesAuditLog } from './audit/json-lines-audit-log';
import type { Config } from './config/config';
import type { AuditLog } from './domain/ports';
import { deriveSigningKey } from './config/signing-key';
import { createCourseLinks } from './features/share-course/course-links';
import { createTeammateWays } from './graph/teammates/teammate-ways';
import type { Logger } from './logging/logger';
import { understand } from './phrases/understand';
import { aboutPages } from './server/about-pages';
import { createChannelKeys } from './server/channel-keys';
import { createCoursePage } from './server/course-page';
import { createAdapter } from './server/create-adapter';
import { createServer, type BotServer } from './server/create-server';
import { createInboundGuard } from './server/inbound-guard';
import type { Page } from './server/page';
import { createSignInPages, toPublicOrigin } from './server/sign-in-pages';
import { createClaims } from './state/claims';
import { createTelemetry } from './telemetry/telemetry';

export interface App {
  /** Loads the channel's keys, then listens; resolves with the port. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** The one place where rooms meet: the compiler proves here that each gets what it needs. */
export function compose(config: Config, log: Logger): App {
  const { bot, signIn: signInConfig, cacheSizes, allowedTenantIds } = config;
  const { clientId, authorityHost, appIdUri } = signInConfig;
  const publicOrigin = toPublicOrigin(signInConfig.domain);
  const credentials = createCredentials(signInConfig);
  const signIn = createSignIn({ credentials, clientId, cacheSize: cacheSizes.graphTokens, log });
  const signingKey = deriveSigningKey(signInConfig.proof);
  const links = createCourseLinks({ publicOrigin, key: signingKey });
  const telemetry = createTelemetry(config.telemetry, log);
  const keys = createChannelKeys({ metadataUrl: bot.openIdMetadataUrl, log });

  const ways = createTeammateWays({ access: config.teammateAccess, log });
  const audit = createJsonLinesAuditLog(config.auditLog);
  const signInCards = createSignInCards({ signIn, publicOrigin, appIdUri });
  const turns = createBot({
    routes: createRoutes({ audit, config, signIn, credentials, ways, links, log }),
    signIn,
    createSignInCard: signInCards.create,
    notices: createNotices({ botId: bot.id, clientId, authorityHost }),
    claims: createClaims(),
    visits: createSignInVisits(signingKey),
    uploadFile: createUploadFile({ hosts: config.fileUploadHosts }),
    understand,
    log,
  });

  const adapter = createAdapter({
    botId: bot.id,
    guard: createInboundGuard({
      botId: bot.id,
      keys,
      channels: config.channels,
      allowedTenantIds,
      cacheSize: cacheSizes.inboundTokens,
    }),
    connectorTokens: createConnectorTokens({ credentials, bot }),
    log,
  });
  const server: BotServer = createServer({
    port: config.port,
    receive: (authorization, activity) =>
      adapter.receive(authorization, activity, (context) => turns.run(context)),
    readiness: () => (keys.isLoaded ? [] : ['The keys of the channel are not loaded.']),
    details: () => ({ teammateAccess: { configured: config.teammateAccess, learnt: ways.describe() } }),
    pages: [...createPages(config, signInCards, log), createCoursePage(links), ...aboutPages],
    log,
  });
  return {
    async start() {
      await telemetry.start();
      await keys.load();
      if (config.teammateAccess !== 'off') await tryAuditLog(audit, log);
      return server.listen();
    },
    async stop() {
      await server.stop();
      await telemetry.stop();
    },
  };
}

function createPages(
  { signIn, allowedTenantIds }: Config,
  { findClaims }: SignInCards,
  log: Logger,
): readonly Page[] {
  const { domain, authorityHost, clientId, hostOrigins } = signIn;
  const publicOrigin = toPublicOrigin(domain);
  const scopes = CONSENT_SCOPES;
  return createSignInPages({
    publicOrigin,
    authorityHost,
    clientId,
    scopes,
    allowedTenantIds,
    hostOrigins,
    findClaims,
    log,
  });
}

/** Better known at the start than at the first look of a manager, which would be refused. */
async function tryAuditLog(audit: AuditLog, log: Logger): Promise<void> {
  await audit.record([]).catch(() => {
    log.warn({ key: 'AUDIT_LOG_PATH' }, 'the audit log cannot be written: managers are shown nothing');
  });
}
