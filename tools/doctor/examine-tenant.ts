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

/** What the checks of the tenant build on. */
export interface Basis extends Pick<Steps, 'step'> {
  readonly config: Step<Config>;
  /** Graph can be reached. */
  readonly graph: Step<unknown>;
  readonly appToken: Step<AppToken>;
  readonly person: Step<Person>;
  /** Somebody whose list is tried. */
  readonly teammateId: string | undefined;
}

/** What was granted, and what the tenant shows the bot. */
export function examineTenant(basis: Basis): void {
  const { step, config, person, appToken, graph } = basis;
  const tokens = { config, graph, app: optional(appToken), anybody: optional(person) };
  step('application-permissions', tokens, ({ config, app, anybody }, signal) =>
    checkApplicationPermissions({ ...toReader(config, signal), appToken: app.value, person: anybody.value }),
  );
  step('delegated-permissions', tokens, ({ config, app, anybody }, signal) =>
    checkDelegatedPermissions({ ...toReader(config, signal), appToken: app.value, person: anybody.value }),
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
  'There is nobody whose list could be tried.',
  'Bring the token of somebody with direct reports, or name a person with --teammate.',
);
const NO_PROVIDER = skipped(
  'No provider is known that could be tried.',
  'Set CATALOG_PROVIDER_IDS, or bring the token of a person.',
);

/** One that the tenant knows, if that is known. */
function chooseProvider({ catalogProviderIds }: Config, known: readonly string[]): string | undefined {
  return known.find((id) => catalogProviderIds.includes(id)) ?? known[0] ?? catalogProviderIds[0];
}
