import { createAppTokens } from './auth/app-tokens';
import type { Credentials } from './auth/credentials';
import type { SignIn } from './auth/sign-in';
import type { Route } from './bot/routes';
import type { Config } from './config/config';
import { createCatalogIndex } from './courses/catalog-index';
import { createLearnerCourses } from './courses/learner-courses';
import { createPopularity } from './courses/popularity';
import type { AuditLog } from './domain/ports';
import { createReportingLine } from './courses/reporting-line';
import { createTeamCourses } from './courses/team-courses';
import { courseDetailsRoutes } from './features/course-details/routes';
import { feedbackRoutes } from './features/feedback/routes';
import { helpRoutes } from './features/help/routes';
import { myCoursesRoutes } from './features/my-courses/routes';
import type { CourseLinks } from './features/share-course/course-links';
import { shareCourseRoutes } from './features/share-course/routes';
import { createResultPages } from './features/search/result-pages';
import { searchRoutes } from './features/search/routes';
import { createSharedHits } from './features/share-course/shared-hits';
import { signOutRoutes } from './features/sign-out/routes';
import { teamRoutes } from './features/team/routes';
import { teammateRoutes } from './features/teammate/routes';
import { whoLookedRoutes } from './features/who-looked/routes';
import { createDirectory } from './graph/directory';
import { createGraphClient } from './graph/client/graph-request';
import { createLearningCatalog } from './graph/learning/learning-catalog';
import { createLearningRecords } from './graph/learning/learning-records';
import { createTeammateRecords } from './graph/teammates/teammate-records';
import type { AccessModes } from './graph/teammates/access-modes';
import type { Logger } from './logging/logger';
import { toBotChatUrl } from './lib/teams-links';
import { countLookUps } from './logging/measures';

/** Age at which a search starts to reload the catalog. */
const CATALOG_REFRESH_MS = 6 * 3_600_000;

interface FeatureDependencies {
  readonly audit: AuditLog;
  readonly config: Config;
  readonly signIn: Pick<SignIn, 'forget'>;
  readonly credentials: Credentials;
  readonly modes: AccessModes;
  readonly links: CourseLinks;
  /** Origin of the bot's own pages. */
  readonly publicOrigin: string;
  /** Page where people get help. */
  readonly contactUrl: string | undefined;
  readonly log: Logger;
}

/** Creates the services that features need and returns the routes of every feature. */
export function createRoutes(dependencies: FeatureDependencies): readonly Route[] {
  const { audit, config, signIn, links, publicOrigin, contactUrl } = dependencies;
  const { bot, catalogProviderIds, coursePatterns, teammateAccess } = config;
  const services = {
    ...createServices(dependencies),
    audit,
    links,
    toHit: createSharedHits(links),
    pages: createResultPages(),
    catalogProviderIds,
    coursePatterns,
    isOn: teammateAccess !== 'off',
    privacyUrl: new URL('/privacy', publicOrigin).href,
    chatUrl: toBotChatUrl(bot.id),
    contactUrl,
  };
  return [
    ...myCoursesRoutes(services),
    ...courseDetailsRoutes(services),
    ...searchRoutes(services),
    ...shareCourseRoutes(services),
    ...teamRoutes(services),
    ...teammateRoutes(services),
    ...whoLookedRoutes(services),
    ...signOutRoutes([signIn, services.courses, services.team, services.pages]),
    ...helpRoutes(services),
    ...feedbackRoutes(services),
  ];
}

function createServices({ config, credentials, modes, log }: FeatureDependencies) {
  const { graphBaseUrl, cacheSizes, catalogProviderIds, signIn } = config;
  const client = createGraphClient({ baseUrl: graphBaseUrl, log });
  const records = createLearningRecords(client);
  const catalog = createLearningCatalog({ client, cacheSize: cacheSizes.contents });
  const directory = createDirectory(client);
  const popularity = createPopularity();
  const courses = createLearnerCourses({
    records,
    catalog,
    popularity,
    cacheSize: cacheSizes.courses,
    noteLookUp: (isHit) => {
      countLookUps('snapshots', isHit);
    },
  });
  const catalogIndex = createCatalogIndex({
    listContents: (access, providerId) => catalog.listContents(access, providerId),
    providerIds: catalogProviderIds,
    popularity,
    mostContents: cacheSizes.catalog,
    refreshAfterMs: CATALOG_REFRESH_MS,
    noteLookUp: (isHit) => {
      countLookUps('catalog', isHit);
    },
  });
  const teammateRecords = createTeammateRecords({
    client,
    modes,
    appTokens: createAppTokens({ credentials, clientId: signIn.clientId, log }),
    providerIds: catalogProviderIds,
  });
  const reportingLine = createReportingLine(directory);
  const team = createTeamCourses({
    reportingLine,
    records: teammateRecords,
    cacheSize: cacheSizes.courses,
  });
  return { records, catalog, directory, courses, catalogIndex, teammateRecords, reportingLine, team };
}
