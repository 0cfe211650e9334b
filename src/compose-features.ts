import { createAppTokens } from './auth/app-tokens';
import type { Credentials } from './auth/credentials';
import type { SignIn } from './auth/sign-in';
import type { BotRoutes } from './bot/routes';
import type { Config } from './config/config';
import { createCatalogIndex } from './courses/catalog-index';
import { createLearnerCourses, type LearnerCourses } from './courses/learner-courses';
import { createPopularity } from './courses/popularity';
import type { AuditLog, Directory, LearningCatalog } from './domain/ports';
import { createReportingLine } from './courses/reporting-line';
import { createTeamCourses, type TeamCourses } from './courses/team-courses';
import { registerCourseDetails } from './features/course-details/register';
import { registerHelp } from './features/help/register';
import { registerMyCourses } from './features/my-courses/register';
import type { CourseLinks } from './features/share-course/course-links';
import { registerShareCourse } from './features/share-course/register';
import { registerSearch } from './features/share-course/register-search';
import { createSharedHits } from './features/share-course/shared-hits';
import { registerSignOut } from './features/sign-out/register';
import { registerTeam } from './features/team/register';
import { registerTeammate } from './features/teammate/register';
import { registerWhoLooked } from './features/who-looked/register';
import { createDirectory } from './graph/directory';
import { createGraphClient, type GraphClient } from './graph/client/graph-request';
import { createLearningCatalog } from './graph/learning/learning-catalog';
import { createLearningRecords } from './graph/learning/learning-records';
import { createTeammateRecords } from './graph/teammates/teammate-records';
import type { TeammateWays } from './graph/teammates/teammate-ways';
import type { Logger } from './logging/logger';
import { countLookUp } from './logging/measures';

/** How old the catalogue may be when somebody looks into it. */
const CATALOG_REFRESH_MS = 6 * 3_600_000;

interface FeatureDependencies {
  readonly audit: AuditLog;
  readonly config: Config;
  readonly routes: BotRoutes;
  readonly signIn: Pick<SignIn, 'forget'>;
  readonly credentials: Credentials;
  readonly ways: TeammateWays;
  readonly links: CourseLinks;
  readonly log: Logger;
}

/** What Coursemate can do, in the order in which the help card tells it. */
export function registerFeatures(dependencies: FeatureDependencies): void {
  const { config, routes, signIn, links, log } = dependencies;
  const { graphBaseUrl, cacheSizes, catalogProviderIds, coursePatterns } = config;
  const client = createGraphClient({ baseUrl: graphBaseUrl, log });
  const records = createLearningRecords(client);
  const catalog = createLearningCatalog({ client, cacheSize: cacheSizes.contents });
  const directory = createDirectory({ client });
  const popularity = createPopularity();
  const courses = createLearnerCourses({
    records,
    catalog,
    popularity,
    cacheSize: cacheSizes.courses,
    noteLookUp: (isHit) => {
      countLookUp('snapshots', isHit);
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
      countLookUp('catalog', isHit);
    },
  });
  registerMyCourses(routes, { courses });
  registerCourseDetails(routes, { courses, records, catalog, directory, links });
  registerSearch(routes, {
    courses,
    records,
    catalog,
    catalogIndex,
    catalogProviderIds,
    toHit,
  });
  registerShareCourse(routes, {
    courses,
    records,
    catalog,
    links,
    toHit,
    coursePatterns,
    catalogProviderIds,
  });
  const team = registerManagerFeatures({ ...dependencies, client, courses, catalog, directory });
  registerSignOut(routes, { memories: [signIn, courses, team] });
  registerHelp(routes);
}

interface ManagerDependencies extends FeatureDependencies {
  readonly client: GraphClient;
  readonly courses: LearnerCourses;
  readonly catalog: LearningCatalog;
  readonly directory: Directory;
}

/** What managers can do, and what they can be asked about it; gives what is kept of their teams. */
function registerManagerFeatures(dependencies: ManagerDependencies): Pick<TeamCourses, 'forget'> {
  const { audit, config, routes, credentials, ways, client, courses, catalog, directory, log } = dependencies;
  const records = createTeammateRecords({
    client,
    ways,
    appTokens: createAppTokens({ credentials, clientId: config.signIn.clientId, log }),
    providerIds: config.catalogProviderIds,
  });
  const reportingLine = createReportingLine(directory);
  const team = createTeamCourses({ reportingLine, records, cacheSize: config.cacheSizes.courses });
  const isOn = config.teammateAccess !== 'off';
  registerTeam(routes, { team, catalog, audit, isOn });
  registerTeammate(routes, {
    reportingLine,
    courses,
    team,
    records,
    catalog,
    directory,
    audit,
    isOn,
  });
  registerWhoLooked(routes, { audit, directory });
  return team;
}
