import * as z from 'zod/v4';
import type { Config } from '../../src/config/config';
import { GraphError } from '../../src/graph/errors';
import { readPages } from '../../src/graph/client/pages';
import { toKeyValue } from '../../src/graph/client/addresses';
import { toConsentLink } from './consent-link';
import type { GraphReader } from './graph-reader';
import { failed, ok, say, skipped, warning, type Finding, type Outcome } from './finding';
import type { Person } from './check-person';
import type { AppToken } from './check-tokens';

/** Application permissions of the manager's view, by their ids in Graph. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['535e6066-2894-49ef-ab33-e2c6d064bb81', 'LearningAssignedCourse.Read.All'],
  ['467524fc-ed22-4356-a910-af61191e3503', 'LearningSelfInitiatedCourse.Read.All'],
]);
/** Permissions that each person grants at the first sign-in. */
const OWN_COURSES = ['LearningAssignedCourse.Read', 'LearningSelfInitiatedCourse.Read'];
const PEOPLE = ['User.Read', 'User.ReadBasic.All'];
/** Permissions that only an admin can grant, and what is missing without them. */
const ADMIN = [
  ['LearningContent.Read.All', 'courses don’t have titles and pictures'],
  ['LearningProvider.Read', 'provider names are missing, and managers see less'],
] as const;
const NO_DIRECTORY =
  'Pass a person’s token for the app, or an admin’s token (--token-file). Or compare Entra, "Enterprise applications", "Permissions" with docs/permissions.md.';

interface Sources {
  readonly config: Config;
  readonly appToken?: AppToken | undefined;
  readonly person?: Person | undefined;
  readonly graph: GraphReader;
}

/** Checks the permissions that the manager's view needs if the tenant refuses the manager's own token. */
export async function checkApplicationPermissions(sources: Sources): Promise<Outcome<never>> {
  const { config, appToken } = sources;
  const { teammateAccess } = config;
  if (teammateAccess === 'off' || teammateAccess === 'delegated')
    return say(ok(`None is needed: TEAMMATE_ACCESS is ${teammateAccess}.`));
  const granted = appToken?.roles ?? (await readAssignedRoles(sources));
  if (granted === undefined) return say(skipped('Can’t see what was granted to the app.', NO_DIRECTORY));
  const tell = teammateAccess === 'application' ? failed : warning;
  return say(
    ...[...ROLES.values()].map((role) =>
      granted.includes(role)
        ? ok(`${role} is granted.`)
        : tell(
            `${role} isn’t granted: managers may not see their teams.`,
            `Ask an admin to grant it at ${toConsentLink(config)}, or set TEAMMATE_ACCESS=off.`,
          ),
    ),
  );
}

/** Checks the permissions that people's own questions need. */
export async function checkDelegatedPermissions(sources: Sources): Promise<Outcome<never>> {
  const { config, person } = sources;
  const scopes = person?.scopes;
  const link = `Ask an admin to grant it for everyone at ${toConsentLink(config)}.`;
  if (scopes !== undefined) return say(...judgeScopes(scopes, link));
  const grants = await readGrants(sources);
  if (grants === undefined)
    return say(skipped('Can’t see what was granted: no access to the directory.', NO_DIRECTORY));
  const ofAll = grants.filter(({ consentType }) => consentType === 'AllPrincipals').flatMap(toScopes);
  const consents = grants.filter(({ consentType }) => consentType === 'Principal').length;
  const openToPeople = [...OWN_COURSES, ...PEOPLE].filter((scope) => !ofAll.includes(scope));
  return say(
    openToPeople.length === 0
      ? ok('The permissions that people can grant themselves are granted for everyone.')
      : ok(`Each person is asked once for ${openToPeople.join(', ')}. ${consents} consents are recorded.`),
    ...judgeAdmin(ofAll, link),
  );
}

function judgeScopes(scopes: readonly string[], link: string): readonly Finding[] {
  const missing = OWN_COURSES.filter((scope) => !scopes.includes(scope));
  const tell = missing.length === OWN_COURSES.length ? failed : warning;
  return [
    ...OWN_COURSES.map((scope) =>
      missing.includes(scope)
        ? tell(`${scope} isn’t granted: courses of that type are missing.`, link)
        : ok(`${scope} is granted.`),
    ),
    ...PEOPLE.map((scope) =>
      scopes.includes(scope)
        ? ok(`${scope} is granted.`)
        : warning(`${scope} isn’t granted: names are missing.`, link),
    ),
    ...judgeAdmin(scopes, link),
  ];
}

function judgeAdmin(scopes: readonly string[], link: string): readonly Finding[] {
  return ADMIN.map(([scope, effect]) =>
    scopes.includes(scope) ? ok(`${scope} is granted.`) : warning(`${scope} isn’t granted: ${effect}.`, link),
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

/** Reads a list with the app's or the person's token, whichever may read the directory; undefined if neither may. */
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
      if (!(error instanceof GraphError)) throw error;
    }
  }
  return undefined;
}
