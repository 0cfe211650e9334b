import * as z from 'zod/v4';
import type { Config } from '../../src/config/config';
import { toProviderPath } from '../../src/graph/client/addresses';
import { listDirectReports } from '../../src/graph/directory';
import { GraphError } from '../../src/graph/errors';
import { ALL_ENUM_MEMBERS } from '../../src/graph/learning/learning-records';
import { readPages, startList } from '../../src/graph/client/pages';
import type { Person } from './check-person';
import { toConsentLink } from './consent-link';
import { failed, know, ok, say, warning, type Finding, type Outcome } from './finding';
import { describeGraphFailure } from './graph-failure';
import type { GraphReader } from './graph-reader';

interface Reading {
  readonly config: Config;
  readonly person: Person;
  readonly graph: GraphReader;
}

const OWN_LIST = '/me/employeeExperience/learningCourseActivities?$top=1';
/** Maximum number of providers to read, so that the check ends in time. */
const MOST_PROVIDERS = 10;

const Provider = z.object({ id: z.string().min(1), isCourseActivitySyncEnabled: z.boolean().nullish() });

/** Reads the person's own list of activities, because Microsoft's documents contradict each other about it. */
export async function checkOwnList({ config, person, graph }: Reading): Promise<Outcome<never>> {
  const access = graph.as(person.token, person.userId);
  try {
    const request = { access, family: 'activities', path: OWN_LIST, headers: ALL_ENUM_MEMBERS } as const;
    const { client } = graph;
    const take = startList({ baseUrl: client.baseUrl, userId: access.userId, listPath: OWN_LIST });
    take(await client.send(request));
    return say(ok('The person’s own list can be read: license and permissions are right.'));
  } catch (error) {
    const refused = failed(
      'Graph refuses the person’s own list (403).',
      `Grant LearningAssignedCourse.Read and LearningSelfInitiatedCourse.Read at ${toConsentLink(config)}. If both are granted, see docs/permissions.md: this tenant may require a permission that Microsoft doesn’t offer.`,
    );
    return say(describeGraphFailure(error, refused));
  }
}

/** Lists the person's direct reports, for the checks of the manager's view. */
export async function checkDirectReports({ person, graph }: Reading): Promise<Outcome<readonly string[]>> {
  try {
    const { reports } = await listDirectReports(graph.client, graph.as(person.token, person.userId));
    const ids = reports.filter(({ isEnabled }) => isEnabled).map(({ userId }) => userId);
    return know(ids, ok(`The person’s direct reports can be read: ${ids.length} found.`));
  } catch (error) {
    const refused = failed(
      'Graph refuses the person’s direct reports (403): the manager’s view stays empty.',
      'Grant User.Read and User.ReadBasic.All.',
    );
    return say(describeGraphFailure(error, refused));
  }
}

/** Lists the tenant's learning providers, and warns about those that report no progress. */
export async function checkProviders({
  config,
  person,
  graph,
}: Reading): Promise<Outcome<readonly string[]>> {
  const providers: z.infer<typeof Provider>[] = [];
  try {
    const path = '/employeeExperience/learningProviders';
    const access = graph.as(person.token, person.userId);
    const request = { access, family: 'contents', path, options: [] } as const;
    for await (const { items } of readPages(graph.client, request))
      providers.push(...items.flatMap((item) => Provider.safeParse(item).data ?? []));
  } catch (error) {
    const refused = warning(
      'Graph refuses the learning providers (403): cards don’t show their names.',
      `Grant LearningProvider.Read at ${toConsentLink(config)}.`,
    );
    return say(describeGraphFailure(error, refused));
  }
  const ids = providers.map(({ id }) => id.toLowerCase());
  if (ids.length === 0)
    return know(
      ids,
      warning(
        'The tenant doesn’t have any learning providers.',
        'Add one in Viva Learning under "Manage providers".',
      ),
    );
  const silent = providers.filter(({ isCourseActivitySyncEnabled }) => isCourseActivitySyncEnabled === false);
  return know(
    ids,
    ok(`${ids.length} learning providers: ${ids.slice(0, MOST_PROVIDERS).join(', ')}.`),
    ...silent.map(({ id }) =>
      warning(
        `Provider ${id} doesn’t sync course activities: its assignments and progress never arrive.`,
        'If the provider supports it, set isCourseActivitySyncEnabled (Graph, PATCH learningProviders, LearningProvider.ReadWrite).',
      ),
    ),
  );
}

/** Reads titles and pictures. Some providers are limited to certain people, so it warns only if all refuse. */
export async function checkContents(
  { config, person, graph }: Reading,
  providerIds: readonly string[],
): Promise<Outcome<never>> {
  const access = graph.as(person.token, person.userId);
  const link = toConsentLink(config);
  const asked = (providerIds.length > 0 ? providerIds : config.catalogProviderIds).slice(0, MOST_PROVIDERS);
  const refusals: Finding[] = [];
  const unreadable: string[] = [];
  await Promise.all(
    asked.map(async (id) => {
      try {
        await graph.client.send({
          access,
          family: 'contents',
          path: `${toProviderPath(id)}/learningContents?$top=1`,
        });
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        unreadable.push(id);
        const what = `Graph refuses the contents of all ${asked.length} providers (403): courses don’t have titles.`;
        refusals.push(
          describeGraphFailure(error, warning(what, `Grant LearningContent.Read.All at ${link}.`)),
        );
      }
    }),
  );
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === asked.length) return say(refusal);
  const inCatalog = unreadable.filter((id) => config.catalogProviderIds.includes(id));
  return say(
    ok(
      `The person can read the contents of ${asked.length - unreadable.length} of ${asked.length} providers.`,
    ),
    ...inCatalog.map((id) =>
      warning(
        `Provider ${id} is in CATALOG_PROVIDER_IDS, but the person can’t read it.`,
        'Make the provider visible to everyone in Viva Learning, or remove it from CATALOG_PROVIDER_IDS.',
      ),
    ),
  );
}

/** Checks that the tenant knows the provider ids in the environment. */
export function checkCourseProviders(config: Config, known: readonly string[]): Outcome<never> {
  const named = [
    ...config.catalogProviderIds.map((id) => ['CATALOG_PROVIDER_IDS', id] as const),
    ...config.coursePatterns.map(({ providerId }) => ['COURSE_LINK_PATTERNS', providerId] as const),
  ];
  const unknown = named.filter(([, id]) => !known.includes(id));
  if (named.length === 0)
    return say(
      ok('CATALOG_PROVIDER_IDS and COURSE_LINK_PATTERNS are empty: the catalog search finds nothing.'),
    );
  if (unknown.length === 0)
    return say(ok('The tenant knows all providers in CATALOG_PROVIDER_IDS and COURSE_LINK_PATTERNS.'));
  return say(
    ...unknown.map(([key, id]) =>
      failed(
        `${key} contains ${id}, which isn’t a provider of this tenant.`,
        `Correct it. The tenant’s provider ids are: ${known.join(', ')}.`,
      ),
    ),
  );
}
