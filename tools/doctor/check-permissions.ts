import * as z from 'zod/v4';
import type { Config } from '../../src/config/config';
import { isGraphFault } from '../../src/graph/errors';
import { readPages } from '../../src/graph/client/pages';
import { toKeyValue } from '../../src/graph/client/addresses';
import { toConsentLink } from './consent-link';
import type { GraphReader } from './graph-reader';
import { failed, ok, say, skipped, warning, type Finding, type Outcome } from './finding';
import type { Person } from './check-person';
import type { AppToken } from './check-tokens';

/** Application permissions of the manager's view, with Graph's ids of them. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['535e6066-2894-49ef-ab33-e2c6d064bb81', 'LearningAssignedCourse.Read.All'],
  ['467524fc-ed22-4356-a910-af61191e3503', 'LearningSelfInitiatedCourse.Read.All'],
]);
/** People grant these themselves, each at the first sign-in. */
const OWN_COURSES = ['LearningAssignedCourse.Read', 'LearningSelfInitiatedCourse.Read'];
const PEOPLE = ['User.Read', 'User.ReadBasic.All'];
/** What is missing without each. */
const ADMINISTRATOR = [
  ['LearningContent.Read.All', 'courses have no titles and pictures'],
  ['LearningProvider.Read', 'the names of providers are missing, and managers see less'],
] as const;
const NO_DIRECTORY =
  'Bring the token of a person for the app or of an administrator (--token-file), or compare Entra, "Enterprise applications", "Permissions" with docs/permissions.md.';

interface Sources {
  readonly config: Config;
  readonly appToken?: AppToken | undefined;
  readonly person?: Person | undefined;
  readonly graph: GraphReader;
}

/** What the manager's view needs where a tenant does not allow it with the manager's own token. */
export async function checkApplicationPermissions(sources: Sources): Promise<Outcome<never>> {
  const { config, appToken } = sources;
  const { teammateAccess } = config;
  if (teammateAccess === 'off' || teammateAccess === 'delegated')
    return say(ok(`None is needed: TEAMMATE_ACCESS is ${teammateAccess}.`));
  const granted = appToken?.roles ?? (await readAssignedRoles(sources));
  if (granted === undefined)
    return say(skipped('What was granted to the app could not be seen.', NO_DIRECTORY));
  const tell = teammateAccess === 'application' ? failed : warning;
  return say(
    ...[...ROLES.values()].map((role) =>
      granted.includes(role)
        ? ok(`${role} is granted.`)
        : tell(
            `${role} is not granted: managers may see nothing of their teams.`,
            `An administrator grants it at ${toConsentLink(config)}, or sets TEAMMATE_ACCESS=off.`,
          ),
    ),
  );
}

/** What people's own questions need. */
export async function checkDelegatedPermissions(sources: Sources): Promise<Outcome<never>> {
  const { config, person } = sources;
  const scopes = person?.scopes;
  const link = `An administrator grants it for everybody at ${toConsentLink(config)}.`;
  if (scopes !== undefined) return say(...judgeScopes(scopes, link));
  const grants = await readGrants(sources);
  if (grants === undefined)
    return say(skipped('What was granted could not be seen: the directory may not be read.', NO_DIRECTORY));
  const ofAll = grants.filter(({ consentType }) => consentType === 'AllPrincipals').flatMap(toScopes);
  const consents = grants.filter(({ consentType }) => consentType === 'Principal').length;
  const openToPeople = [...OWN_COURSES, ...PEOPLE].filter((scope) => !ofAll.includes(scope));
  return say(
    openToPeople.length === 0
      ? ok('What people could grant themselves is granted for everybody.')
      : ok(`Each person is asked once for ${openToPeople.join(', ')}; ${consents} consents are on record.`),
    ...judgeAdministrator(ofAll, link),
  );
}

function judgeScopes(scopes: readonly string[], link: string): readonly Finding[] {
  const missing = OWN_COURSES.filter((scope) => !scopes.includes(scope));
  const tell = missing.length === OWN_COURSES.length ? failed : warning;
  return [
    ...OWN_COURSES.map((scope) =>
      missing.includes(scope)
        ? tell(`${scope} is not granted: courses of that kind are missing.`, link)
        : ok(`${scope} is granted.`),
    ),
    ...PEOPLE.map((scope) =>
      scopes.includes(scope)
        ? ok(`${scope} is granted.`)
        : warning(`${scope} is not granted: names are missing.`, link),
    ),
    ...judgeAdministrator(scopes, link),
  ];
}

function judgeAdministrator(scopes: readonly string[], link: string): readonly Finding[] {
  return ADMINISTRATOR.map(([scope, effect]) =>
    scopes.includes(scope)
      ? ok(`${scope} is granted.`)
      : warning(`${scope} is not granted: ${effect}.`, link),
  );
}

const Grant = z.object({ consentType: z.string(), scope: z.string().nullish() });
type Grant = z.infer<typeof Grant>;
const RoleAssignment = z.object({ appRoleId: z.string() });

function toScopes({ scope }: Grant): readonly string[] {
  return (scope ?? '').split(' ');
}

function readGrants(sources: Sources): Promise<readonly Grant[] | undefined> {
  return readOfApp(sources, 'oauth2PermissionGrants', Grant);
}

async function readAssignedRoles(sources: Sources): Promise<readonly string[] | undefined> {
  const assignments = await readOfApp(sources, 'appRoleAssignments', RoleAssignment);
  return assignments?.flatMap(({ appRoleId }) => ROLES.get(appRoleId.toLowerCase()) ?? []);
}

/** With the app's token or the person's, whichever may read the directory; undefined when none may. */
async function readOfApp<T>(
  { config, appToken, person, graph }: Sources,
  list: string,
  shape: z.ZodType<T>,
): Promise<readonly T[] | undefined> {
  const path = `/servicePrincipals(appId=${toKeyValue(config.signIn.clientId)})/${list}`;
  const tokens = [appToken?.token, person?.token].filter((token) => token !== undefined);
  for (const token of tokens) {
    const found: T[] = [];
    try {
      const request = { access: graph.as(token), family: 'directory', path, options: [] } as const;
      for await (const { items } of readPages(graph.client, request))
        found.push(...items.flatMap((item) => shape.safeParse(item).data ?? []));
      return found;
    } catch (error) {
      if (!isGraphFault(error)) throw error;
    }
  }
  return undefined;
}
