import { createConnectorTokens } from './auth/app-tokens';
import { createCredentials } from './auth/credentials';
import { CONSENT_SCOPES } from './auth/exchange-sso-token';
import { createSignIn } from './auth/sign-in';
import { createClaims } from './bot/activity/claims';
import { createBot } from './bot/create-bot';
import { createDispatcher } from './bot/dispatch';
import { createSignInCards } from './bot/sign-in/sign-in-card';
import { createSignInVisits } from './bot/sign-in/sign-in-visits';
import { createUserStates } from './bot/sign-in/user-states';
import { createRoutes } from './compose-features';
import { createJsonLinesAuditLog } from './audit/json-lines-audit-log';
import type { Config } from './config/config';
import { deriveSigningKey } from './config/signing-key';
import { createCourseLinks } from './features/share-course/course-links';
import { createAccessModes } from './graph/teammates/access-modes';
import type { Logger } from './logging/logger';
import { createAboutPages } from './server/about-pages';
import { ChannelAdapter } from './server/channel-adapter';
import { createChannelKeys } from './server/channel-keys';
import { createCoursePage } from './server/course-page';
import { createServer } from './server/create-server';
import { createInboundGuard } from './server/inbound-guard';
import { createIconPage } from './server/page';
import { createSignInPages, toPublicOrigin } from './server/sign-in-pages';
import { createSignOutPages } from './server/sign-out-page';
import { startTelemetry } from './telemetry/telemetry';

export interface App {
  /** Loads the Bot Framework's signing keys, then listens; resolves with the port. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** Creates every module with its dependencies. Modules meet only here, where the compiler checks that they fit. */
export function compose(config: Config, log: Logger): App {
  const { bot, signIn: signInConfig, cacheSizes, allowedTenantIds } = config;
  const { clientId, authorityHost, appIdUri, hostOrigins } = signInConfig;
  const publicOrigin = toPublicOrigin(signInConfig.domain);
  const credentials = createCredentials(signInConfig);
  const signIn = createSignIn({ credentials, clientId, cacheSize: cacheSizes.graphTokens, log });
  const signingKey = deriveSigningKey(signInConfig.credential);
  const links = createCourseLinks({ publicOrigin, key: signingKey });
  const keys = createChannelKeys({ metadataUrl: bot.openIdMetadataUrl, log });

  const modes = createAccessModes({ access: config.teammateAccess, log });
  const audit = createJsonLinesAuditLog(config.auditLog);
  const signInCards = createSignInCards({ signIn, publicOrigin, appIdUri });
  const contactUrl = findContactUrl(config, publicOrigin);
  const runTurn = createBot({
    dispatcher: createDispatcher(
      createRoutes({ audit, config, signIn, credentials, modes, links, publicOrigin, contactUrl, log }),
    ),
    signIn,
    signInCards,
    registration: { botId: bot.id, clientId, authorityHost, contactUrl },
    claims: createClaims(),
    visits: createSignInVisits(signingKey),
    signOutStates: createUserStates(signingKey, 'sign-out'),
    publicOrigin,
    fileUploadHosts: config.fileUploadHosts,
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
    connectorTokens: createConnectorTokens({ credentials, bot, log }),
    log,
  });
  const signInPages = createSignInPages({
    publicOrigin,
    authorityHost,
    clientId,
    scopes: CONSENT_SCOPES,
    allowedTenantIds,
    hostOrigins,
    findClaims: signInCards.findClaims,
    log,
  });
  const server = createServer({
    port: config.port,
    receive: (authorization, activity) => adapter.receive(authorization, activity, runTurn),
    readiness: () => (keys.isLoaded ? [] : ['The keys of the channel are not loaded.']),
    details: () => ({ teammateAccess: { configured: config.teammateAccess, learnt: modes.describe() } }),
    pages: [
      ...signInPages,
      ...createSignOutPages(hostOrigins),
      createCoursePage({ botId: bot.id, readDetails: links.readDetails }),
      ...createAboutPages(config),
      createIconPage(),
    ],
    log,
  });
  let stopTelemetry: (() => Promise<void>) | undefined;
  return {
    async start() {
      stopTelemetry = await startTelemetry(config.telemetry, log);
      await keys.load();
      if (config.teammateAccess !== 'off')
        await audit.record([]).catch(() => {
          log.warn({ key: 'AUDIT_LOG_PATH' }, 'the audit log cannot be written: managers are shown nothing');
        });
      return server.listen();
    },
    async stop() {
      await server.stop();
      await stopTelemetry?.();
    },
  };
}

/** An email address is no link for a card, so the About page stands for it. */
function findContactUrl({ contact }: Config, publicOrigin: string): string | undefined {
  return contact?.startsWith('mailto:') === true ? `${publicOrigin}/#contact` : contact;
}
