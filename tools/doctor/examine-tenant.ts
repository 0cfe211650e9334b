import type { Config } from '../../src/config/config';
import {
  checkContents,
  checkCourseProviders,
  checkDirectReports,
  checkOwnList,
  checkProviders,
} from './check-learning';
import { checkApplicationPermissions, checkDelegatedPermissions } from './check-permissions';
import type { Person } from './check-person';
import { judgeTeammateAccess, readProvider, readTeammate } from './check-teammates';
import type { AppToken } from './check-tokens';
import { say, skipped, type Outcome } from './finding';
import { createGraphReader, type GraphReader } from './graph-reader';
import { optional, type Step, type Steps } from './steps';

/** Facts that the tenant's checks need. */
export interface Basis extends Pick<Steps, 'step'> {
  readonly config: Step<Config>;
  /** Known if Graph can be reached. */
  readonly graph: Step<unknown>;
  readonly appToken: Step<AppToken>;
  readonly person: Step<Person>;
  /** Entra object id of the person whose list is tried. */
  readonly teammateId: string | undefined;
}

/** Checks the granted permissions, and what the tenant shows the bot. */
export function examineTenant(basis: Basis): void {
  const { step, config, person, appToken, graph } = basis;
  const tokens = { config, graph, app: optional(appToken), maybePerson: optional(person) };
  step('application-permissions', tokens, ({ config, app, maybePerson }, signal) =>
    checkApplicationPermissions({
      ...toReader(config, signal),
      appToken: app.value,
      person: maybePerson.value,
    }),
  );
  step('delegated-permissions', tokens, ({ config, app, maybePerson }, signal) =>
    checkDelegatedPermissions({
      ...toReader(config, signal),
      appToken: app.value,
      person: maybePerson.value,
    }),
  );
  const needs = { config, graph, person };
  step('own-list', needs, ({ config, person }, signal) =>
    checkOwnList({ ...toReader(config, signal), person }),
  );
  const reports = step('direct-reports', needs, ({ config, person }, signal) =>
    checkDirectReports({ ...toReader(config, signal), person }),
  );
  const providers = step('providers', needs, ({ config, person }, signal) =>
    checkProviders({ ...toReader(config, signal), person }),
  );
  step('contents', { ...needs, providers: optional(providers) }, ({ config, person, providers }, signal) =>
    checkContents({ ...toReader(config, signal), person }, providers.value ?? []),
  );
  step('course-providers', { config, providers }, ({ config, providers }) =>
    checkCourseProviders(config, providers),
  );
  examineTeammates(basis, { reports: optional(reports), providers: optional(providers) });
}

function toReader(
  config: Config,
  signal: AbortSignal,
): { readonly config: Config; readonly graph: GraphReader } {
  return { config, graph: createGraphReader(config, signal) };
}

interface Known {
  readonly value?: readonly string[];
}

function examineTeammates(
  { step, config, appToken, person, graph, teammateId }: Basis,
  { reports, providers }: { readonly reports: Step<Known>; readonly providers: Step<Known> },
): void {
  const tryList = (
    { value }: Known,
    subject: { readonly graph: GraphReader; readonly token: string; readonly whose: string },
  ): Outcome<never> | ReturnType<typeof readTeammate> => {
    const id = teammateId ?? value?.[0];
    return id === undefined ? say(NO_TEAMMATE) : readTeammate({ ...subject, id });
  };
  const delegated = step(
    'teammate-delegated',
    { config, graph, person, reports },
    ({ config, person: { token }, reports }, signal) =>
      tryList(reports, { ...toReader(config, signal), token, whose: 'the person’s own token' }),
  );
  const needs = { config, graph, appToken };
  const application = step(
    'teammate-application',
    { ...needs, reports },
    ({ config, appToken: { token }, reports }, signal) =>
      tryList(reports, { ...toReader(config, signal), token, whose: 'the app’s own token' }),
  );
  const byProvider = step(
    'teammate-providers',
    { ...needs, providers },
    ({ config, appToken: { token }, providers }, signal) => {
      const id = chooseProvider(config, providers.value ?? []);
      return id === undefined ? say(NO_PROVIDER) : readProvider({ ...toReader(config, signal), token, id });
    },
  );
  const readings = {
    delegated: optional(delegated),
    application: optional(application),
    providers: optional(byProvider),
  };
  step('teammate-access', { config, ...readings }, ({ config, delegated, application, providers }) =>
    judgeTeammateAccess(config, {
      delegated: delegated.value,
      application: application.value,
      providers: providers.value,
    }),
  );
}

const NO_TEAMMATE = skipped(
  'There is no one whose list could be tried.',
  'Pass the token of someone with direct reports, or name a person with --teammate.',
);
const NO_PROVIDER = skipped(
  'No provider to try is known.',
  'Set CATALOG_PROVIDER_IDS, or pass the token of a person.',
);

/** Returns a provider of the catalog, preferably one that the tenant knows. */
function chooseProvider({ catalogProviderIds }: Config, known: readonly string[]): string | undefined {
  return known.find((id) => catalogProviderIds.includes(id)) ?? known[0] ?? catalogProviderIds[0];
}
