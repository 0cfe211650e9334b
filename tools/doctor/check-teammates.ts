import type { Config } from '../../src/config/config';
import { toProviderPath } from '../../src/graph/client/addresses';
import { isGraphFault, isRefusal } from '../../src/graph/errors';
import { ALL_ENUM_MEMBERS } from '../../src/graph/learning/learning-records';
import type { AccessMode } from '../../src/graph/teammates/access-modes';
import { failed, know, ok, say, shorten, skipped, warning, type Finding, type Outcome } from './finding';
import { describeGraphFailure } from './graph-failure';
import type { GraphReader } from './graph-reader';

export type Reading = 'allowed' | 'refused';

interface Subject {
  readonly graph: GraphReader;
  readonly token: string;
  /** Whose list, or which provider's. */
  readonly id: string;
}

/**
 * Somebody else's list: the documents contradict each other, so the tenant is asked
 * (docs/reference/graph-learning.md#access-to-another-person).
 */
export function readTeammate({
  graph,
  token,
  id,
  whose,
}: Subject & { readonly whose: string }): Promise<Outcome<Reading>> {
  const path = `/users/${encodeURIComponent(id)}/employeeExperience/learningCourseActivities?$top=1`;
  return read({ graph, token, path, what: `The list of person ${shorten(id)}, with ${whose}` });
}

/** Everybody's activities at one provider: only an application may have permissions for it. */
export function readProvider({ graph, token, id }: Subject): Promise<Outcome<Reading>> {
  const path = `${toProviderPath(id)}/learningCourseActivities?$top=1`;
  return read({ graph, token, path, what: `The list of provider ${id}, with the app’s own token` });
}

async function read({
  graph,
  token,
  path,
  what,
}: Pick<Subject, 'graph' | 'token'> & { readonly path: string; readonly what: string }): Promise<
  Outcome<Reading>
> {
  try {
    await graph.client.send({
      access: graph.as(token),
      family: 'teammates',
      path,
      headers: ALL_ENUM_MEMBERS,
    });
    return know('allowed', ok(`${what}, is allowed in this tenant.`));
  } catch (error) {
    if (
      !isGraphFault(error) ||
      !isRefusal(error) ||
      error.kind === 'graphNotFound' ||
      error.kind === 'graphThrottled'
    )
      return say(describeGraphFailure(error, ok('')));
    if (error.kind === 'graphUnlicensed')
      return say(
        skipped('The teammate has no licence for Viva Learning.', 'Name somebody else with --teammate.'),
      );
    return know('refused', ok(`${what}, is refused in this tenant (${error.status ?? 'no status'}).`));
  }
}

const SETTINGS: Readonly<Record<AccessMode, Config['teammateAccess']>> = {
  delegated: 'delegated',
  application: 'application',
  providers: 'application',
};

/** What follows for `TEAMMATE_ACCESS`. */
export function judgeTeammateAccess(
  { teammateAccess }: Config,
  readings: Readonly<Record<AccessMode, Reading | undefined>>,
): Outcome<never> {
  if (teammateAccess === 'off') return say(ok('TEAMMATE_ACCESS is off: there is no manager’s view.'));
  const ways = Object.keys(SETTINGS) as AccessMode[];
  const usable = ways.filter((way) => teammateAccess === 'auto' || SETTINGS[way] === teammateAccess);
  const works = usable.find((way) => readings[way] === 'allowed');
  if (works !== undefined)
    return say(ok(`TEAMMATE_ACCESS=${teammateAccess} works here; it will read by the way "${works}".`));
  if (usable.some((way) => readings[way] === undefined))
    return say(
      skipped(
        `What TEAMMATE_ACCESS=${teammateAccess} needs could not all be tried.`,
        'Bring a manager’s token (--token-file), or name somebody with --teammate; see the checks before this one.',
      ),
    );
  return say(
    describeMisfit(
      teammateAccess,
      ways.find((way) => readings[way] === 'allowed'),
    ),
  );
}

function describeMisfit(teammateAccess: string, other: AccessMode | undefined): Finding {
  const what = `The tenant refuses every way of TEAMMATE_ACCESS=${teammateAccess}: managers get no answer.`;
  if (other !== undefined)
    return failed(what, `Set TEAMMATE_ACCESS=${SETTINGS[other]} or auto: the way "${other}" is allowed.`);
  return warning(
    what,
    'Grant the two application permissions (see "application-permissions"), or set TEAMMATE_ACCESS=off.',
  );
}
