import { createAppTokens } from './auth/app-tokens';
import type { Credentials } from './auth/credentials';
import type { SignIn } from './auth/sign-in';
import type { Route } from './bot/routes';
import type { Config } from './config/config';
import { createCatalogIndex } from './courses/catalog-index';
import { createLearnerCourses, type LearnerCourses } from './courses/learner-courses';
import { createPopularity } from './courses/popularity';
import type { AuditLog, Directory, LearningCatalog } from './domain/ports';
import { createReportingLine } from './courses/reporting-line';
import { createTeamCourses, type TeamCourses } from './courses/team-courses';
import { courseDetailsRoutes } from './features/course-details/routes';
import { helpRoutes } from './features/help/routes';
import { myCoursesRoutes } from './features/my-courses/routes';
import type { CourseLinks } from './features/share-course/course-links';
import { shareCourseRoutes } from './features/share-course/routes';
import { searchRoutes } from './features/search/routes';
import { createSharedHits } from './features/share-course/shared-hits';
import { signOutRoutes } from './features/sign-out/routes';
import { teamRoutes } from './features/team/routes';
import { teammateRoutes } from './features/teammate/routes';
import { whoLookedRoutes } from './features/who-looked/routes';
import { createDirectory } from './graph/directory';
import { createGraphClient, type GraphClient } from './graph/client/graph-request';
import { createLearningCatalog } from './graph/learning/learning-catalog';
import { createLearningRecords } from './graph/learning/learning-records';
import { createTeammateRecords } from './graph/teammates/teammate-records';
import type { AccessModes } from './graph/teammates/access-modes';
import type { Logger } from './logging/logger';
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
  readonly log: Logger;
}

/** Creates the services that features need and returns the routes of every feature. */
export function createRoutes(dependencies: FeatureDependencies): readonly Route[] {
  const { config, signIn, links, log } = dependencies;
  const { graphBaseUrl, cacheSizes, catalogProviderIds, coursePatterns } = config;
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
  const toHit = createSharedHits(links);
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
  const shared = { courses, records, catalog, links, toHit, catalogProviderIds };
  const { team, routes: managerRoutes } = createManagerRoutes({
    ...dependencies,
    client,
    courses,
    catalog,
    directory,
  });
  return [
    ...myCoursesRoutes({ courses }),
    ...courseDetailsRoutes({ courses, records, catalog, directory, links }),
    ...searchRoutes({ ...shared, catalogIndex }),
    ...shareCourseRoutes({ ...shared, coursePatterns }),
    ...managerRoutes,
    ...signOutRoutes({ memories: [signIn, courses, team] }),
    ...helpRoutes(),
  ];
}

interface ManagerDependencies extends FeatureDependencies {
  readonly client: GraphClient;
  readonly courses: LearnerCourses;
  readonly catalog: LearningCatalog;
  readonly directory: Directory;
}

/** Returns the routes for managers, the route that tells users who viewed their courses, and the cache of teams. */
function createManagerRoutes(dependencies: ManagerDependencies): {
  readonly routes: readonly Route[];
  readonly team: Pick<TeamCourses, 'forget'>;
} {
  const { audit, config, credentials, modes, client, courses, catalog, directory, log } = dependencies;
  const records = createTeammateRecords({
    client,
    modes,
    appTokens: createAppTokens({ credentials, clientId: config.signIn.clientId, log }),
    providerIds: config.catalogProviderIds,
  });
  const reportingLine = createReportingLine(directory);
  const team = createTeamCourses({ reportingLine, records, cacheSize: config.cacheSizes.courses });
  const isOn = config.teammateAccess !== 'off';
  const shared = { team, catalog, audit, isOn };
  return {
    team,
    routes: [
      ...teamRoutes(shared),
      ...teammateRoutes({ ...shared, reportingLine, courses, records, directory }),
      ...whoLookedRoutes({ audit, directory }),
    ],
  };
}
