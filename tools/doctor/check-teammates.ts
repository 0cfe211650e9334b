import type { Config } from '../../src/config/config';
import { toProviderPath } from '../../src/graph/client/addresses';
import { GraphError } from '../../src/graph/errors';
import { ALL_ENUM_MEMBERS } from '../../src/graph/learning/learning-records';
import type { AccessMode } from '../../src/graph/teammates/access-modes';
import { failed, know, ok, say, shorten, skipped, warning, type Finding, type Outcome } from './finding';
import { describeGraphFailure } from './graph-failure';
import type { GraphReader } from './graph-reader';

export type Reading = 'allowed' | 'refused';

interface Subject {
  readonly graph: GraphReader;
  readonly token: string;
  /** User id or provider id of the list. */
  readonly id: string;
}

/**
 * Reads another person's list, because Microsoft's documents contradict each other about it
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

/** Reads everyone's activities at one provider, which only application permissions allow. */
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
      !(error instanceof GraphError) ||
      !error.isRefusal ||
      error.kind === 'graphNotFound' ||
      error.kind === 'graphThrottled'
    )
      return say(describeGraphFailure(error, ok('')));
    if (error.kind === 'graphUnlicensed')
      return say(
        skipped('The teammate doesn’t have a Viva Learning license.', 'Choose someone else with --teammate.'),
      );
    return know('refused', ok(`${what}, is refused in this tenant (${error.status ?? 'no status'}).`));
  }
}

const SETTINGS: Readonly<Record<AccessMode, Config['teammateAccess']>> = {
  delegated: 'delegated',
  application: 'application',
  providers: 'application',
};

/** Says whether `TEAMMATE_ACCESS` works in this tenant. */
export function judgeTeammateAccess(
  { teammateAccess }: Config,
  readings: Readonly<Record<AccessMode, Reading | undefined>>,
): Outcome<never> {
  if (teammateAccess === 'off') return say(ok('TEAMMATE_ACCESS is off: managers don’t see their teams.'));
  const modes = Object.keys(SETTINGS) as AccessMode[];
  const usable = modes.filter((mode) => teammateAccess === 'auto' || SETTINGS[mode] === teammateAccess);
  const works = usable.find((mode) => readings[mode] === 'allowed');
  if (works !== undefined)
    return say(
      ok(`TEAMMATE_ACCESS=${teammateAccess} works here. The bot will use the access mode "${works}".`),
    );
  if (usable.some((mode) => readings[mode] === undefined))
    return say(
      skipped(
        `Couldn’t try everything that TEAMMATE_ACCESS=${teammateAccess} needs.`,
        'Pass a manager’s token (--token-file), or name someone with --teammate. See the checks before this one.',
      ),
    );
  return say(
    describeMisfit(
      teammateAccess,
      modes.find((mode) => readings[mode] === 'allowed'),
    ),
  );
}

function describeMisfit(teammateAccess: string, other: AccessMode | undefined): Finding {
  const what = `The tenant refuses every access mode of TEAMMATE_ACCESS=${teammateAccess}: managers don’t get answers.`;
  if (other !== undefined)
    return failed(
      what,
      `Set TEAMMATE_ACCESS=${SETTINGS[other]} or auto: the access mode "${other}" is allowed.`,
    );
  return warning(
    what,
    'Grant the two application permissions (see "application-permissions"), or set TEAMMATE_ACCESS=off.',
  );
}
