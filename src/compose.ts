import { createConnectorTokens } from './auth/connector-tokens';
import { CONSENT_SCOPES } from './auth/consent-scopes';
import { createCredentials } from './auth/credentials';
import { createSignIn } from './auth/sign-in';
import { createBot } from './bot/create-bot';
import { createNotices } from './bot/notices';
import { createSignInCards, type SignInCards } from './bot/sign-in/sign-in-card';
import { createSignInVisits } from './bot/sign-in/sign-in-visits';
import { createUploadFile } from './bot/surfaces/upload-file';
import { createRoutes } from './compose-features';
import { createJsonLinesAuditLog } from './audit/json-lines-audit-log';
import type { Config } from './config/config';
import type { AuditLog } from './domain/ports';
import { deriveSigningKey } from './config/signing-key';
import { createCourseLinks } from './features/share-course/course-links';
import { createAccessModes } from './graph/teammates/access-modes';
import type { Logger } from './logging/logger';
import { understand } from './phrases/understand';
import { aboutPages } from './server/about-pages';
import { ChannelAdapter } from './server/channel-adapter';
import { createChannelKeys } from './server/channel-keys';
import { createCoursePage } from './server/course-page';
import { createServer, type BotServer } from './server/create-server';
import { createInboundGuard } from './server/inbound-guard';
import type { Page } from './server/page';
import { createSignInPages, toPublicOrigin } from './server/sign-in-pages';
import { createClaims } from './state/claims';
import { createTelemetry } from './telemetry/telemetry';

export interface App {
  /** Loads the Bot Framework's signing keys, then listens; resolves with the port. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** Creates every module with its dependencies. Modules meet only here, where the compiler checks that they fit. */
export function compose(config: Config, log: Logger): App {
  const { bot, signIn: signInConfig, cacheSizes, allowedTenantIds } = config;
  const { clientId, authorityHost, appIdUri } = signInConfig;
  const publicOrigin = toPublicOrigin(signInConfig.domain);
  const credentials = createCredentials(signInConfig);
  const signIn = createSignIn({ credentials, clientId, cacheSize: cacheSizes.graphTokens, log });
  const signingKey = deriveSigningKey(signInConfig.credential);
  const links = createCourseLinks({ publicOrigin, key: signingKey });
  const telemetry = createTelemetry(config.telemetry, log);
  const keys = createChannelKeys({ metadataUrl: bot.openIdMetadataUrl, log });

  const modes = createAccessModes({ access: config.teammateAccess, log });
  const audit = createJsonLinesAuditLog(config.auditLog);
  const signInCards = createSignInCards({ signIn, publicOrigin, appIdUri });
  const runTurn = createBot({
    routes: createRoutes({ audit, config, signIn, credentials, modes, links, log }),
    signIn,
    createSignInCard: signInCards.create,
    notices: createNotices({ botId: bot.id, clientId, authorityHost }),
    claims: createClaims(),
    visits: createSignInVisits(signingKey),
    uploadFile: createUploadFile({ hosts: config.fileUploadHosts }),
    understand,
    log,
  });

  const adapter = new ChannelAdapter({
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
    receive: (authorization, activity) => adapter.receive(authorization, activity, runTurn),
    readiness: () => (keys.isLoaded ? [] : ['The keys of the channel are not loaded.']),
    details: () => ({ teammateAccess: { configured: config.teammateAccess, learnt: modes.describe() } }),
    pages: [...createPages(config, signInCards, log), createCoursePage(links), ...aboutPages],
    log,
  });
  return {
    async start() {
      await telemetry.start();
      await keys.load();
      if (config.teammateAccess !== 'off') await checkAuditLog(audit, log);
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
  return createSignInPages({
    publicOrigin: toPublicOrigin(domain),
    authorityHost,
    clientId,
    scopes: CONSENT_SCOPES,
    allowedTenantIds,
    hostOrigins,
    findClaims,
    log,
  });
}

/** Warns at startup if the audit log cannot be written, since managers would then be refused. */
async function checkAuditLog(audit: AuditLog, log: Logger): Promise<void> {
  await audit.record([]).catch(() => {
    log.warn({ key: 'AUDIT_LOG_PATH' }, 'the audit log cannot be written: managers are shown nothing');
  });
}
