import { createConnectorTokens } from './auth/connector-tokens';
import { CONSENT_SCOPES } from './auth/consent-scopes';
import { createCredentials } from './auth/credentials';
import { createSignIn } from './auth/sign-in';
import { createBot } from './bot/create-bot';
import { createExchangeLedger } from './bot/exchange-ledger';
import { createNotices } from './bot/notices';
import { createSignInCards } from './bot/sign-in';
import { createSignInVisits } from './bot/sign-in-visits';
import { createUploadFile } from './bot/upload-file';
import { loadTemplates } from './cards/load-templates';
import { createCardRenderer } from './cards/render-card';
import type { Config } from './config/config';
import { deriveSigningKey } from './config/signing-key';
import { createCatalogIndex } from './domain/catalog-index';
import { createLearnerCourses } from './domain/learner-courses';
import { createPopularity } from './domain/popularity';
import { registerCourseDetails } from './features/course-details/register';
import { registerHelp } from './features/help/register';
import { registerMyCourses } from './features/my-courses/register';
import { createCourseLinks, type CourseLinks } from './features/share-course/course-links';
import { registerShareCourse } from './features/share-course/register';
import { registerSearch } from './features/share-course/register-search';
import { createSharedHits } from './features/share-course/shared-hits';
import { registerSignOut } from './features/sign-out/register';
import { createDirectory } from './graph/directory';
import { createGraphClient } from './graph/graph-request';
import { createLearningCatalog } from './graph/learning-catalog';
import { createLearningRecords } from './graph/learning-records';
import type { Logger } from './logging/logger';
import { understand } from './phrases/understand';
import { aboutPages } from './server/about-pages';
import { createChannelKeys } from './server/channel-keys';
import { createCoursePage } from './server/course-page';
import { createAdapter } from './server/create-adapter';
import { createServer, type BotServer } from './server/create-server';
import { createInboundGuard } from './server/inbound-guard';
import { createSignInPages, toPublicOrigin } from './server/sign-in-pages';

export interface App {
  /** Loads the channel's keys, then listens; resolves with the port. */
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** The one place where rooms meet: the compiler proves here that each gets what it needs. */
export function compose(config: Config, log: Logger): App {
  const { bot, signIn: signInConfig, cacheSizes, allowedTenantIds } = config;
  const { clientId, authorityHost, appIdUri, hostOrigins } = signInConfig;
  const publicOrigin = toPublicOrigin(signInConfig.domain);
  const credentials = createCredentials(signInConfig);
  const signIn = createSignIn({ credentials, clientId, cacheSize: cacheSizes.graphTokens, log });
  const renderCard = createCardRenderer(loadTemplates());
  const signingKey = deriveSigningKey(signInConfig.proof);
  const links = createCourseLinks({ publicOrigin, key: signingKey });
  const keys = createChannelKeys({ metadataUrl: bot.openIdMetadataUrl, log });

  const turns = createBot({
    signIn,
    createSignInCard: createSignInCards({
      signIn,
      publicOrigin,
      appIdUri,
    }),
    notices: createNotices({ renderCard, botId: bot.id, clientId, authorityHost }),
    ledger: createExchangeLedger(),
    visits: createSignInVisits(signingKey),
    uploadFile: createUploadFile({ hosts: config.fileUploadHosts }),
    understand,
    log,
  });
  registerFeatures({ config, turns, signIn, renderCard, links, log });

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
    pages: [
      ...createSignInPages({
        publicOrigin,
        authorityHost,
        clientId,
        scopes: CONSENT_SCOPES,
        allowedTenantIds,
        hostOrigins,
        log,
      }),
      createCoursePage(links),
      ...aboutPages,
    ],
    log,
  });
  return {
    async start() {
      await keys.load();
      return server.listen();
    },
    stop: () => server.stop(),
  };
}

/** How old the catalogue may be when somebody looks into it. */
const CATALOG_REFRESH_MS = 6 * 3_600_000;

interface FeatureDependencies {
  readonly config: Config;
  readonly turns: ReturnType<typeof createBot>;
  readonly signIn: ReturnType<typeof createSignIn>;
  readonly renderCard: ReturnType<typeof createCardRenderer>;
  readonly links: CourseLinks;
  readonly log: Logger;
}

/** What Coursemate can do, in the order in which the help card tells it. */
function registerFeatures({ config, turns, signIn, renderCard, links, log }: FeatureDependencies): void {
  const { graphBaseUrl, cacheSizes, catalogProviderIds, coursePatterns } = config;
  const client = createGraphClient({ baseUrl: graphBaseUrl, log });
  const records = createLearningRecords(client);
  const catalog = createLearningCatalog({ client, cacheSize: cacheSizes.contents });
  const directory = createDirectory({ client });
  const popularity = createPopularity();
  const courses = createLearnerCourses({ records, catalog, popularity, cacheSize: cacheSizes.courses });
  const toHit = createSharedHits(renderCard, links);
  const catalogIndex = createCatalogIndex({
    listContents: (access, providerId) => catalog.listContents(access, providerId),
    providerIds: catalogProviderIds,
    popularity,
    mostContents: cacheSizes.catalog,
    refreshAfterMs: CATALOG_REFRESH_MS,
  });
  const { routes } = turns;
  registerMyCourses(routes, { courses, renderCard });
  registerCourseDetails(routes, { courses, records, catalog, directory, links, renderCard });
  registerSearch(routes, {
    courses,
    records,
    catalog,
    catalogIndex,
    catalogProviderIds,
    toHit,
    renderCard,
  });
  registerShareCourse(routes, {
    courses,
    records,
    catalog,
    links,
    renderCard,
    toHit,
    coursePatterns,
    catalogProviderIds,
  });
  registerSignOut(routes, { courses, signIn });
  registerHelp(routes, { renderCard });
}
