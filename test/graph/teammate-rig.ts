import type { WorldSize } from '../../sandbox/world/load-world';
import type { GraphAccess, TeammateOutcome, TeammateRecords } from '../../src/domain/ports';
import { createTeammateRecords } from '../../src/graph/teammates/teammate-records';
import { createAccessModes, type AccessModes } from '../../src/graph/teammates/access-modes';
import { startAskedGraph, type AskedGraph } from './asked-graph';
import { clientFor, createKeptLog } from './graph-access';

export const SCOPES =
  'LearningAssignedCourse.Read LearningSelfInitiatedCourse.Read LearningProvider.Read User.Read User.ReadBasic.All';
const ROLES = ['LearningAssignedCourse.Read.All', 'LearningSelfInitiatedCourse.Read.All'];

export const TEAM = ['Amara', 'Jonas', 'Noah'];

export type Access = Parameters<typeof createAccessModes>[0]['access'];

interface Setup {
  readonly access?: Access;
  readonly log?: ReturnType<typeof createKeptLog>;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly providerIds?: readonly string[];
}

/** The local Graph for managers' reads; a new one for each test of the file. */
export interface TeammateRig {
  readonly here: AskedGraph;
  /** The access modes of the last `build`. */
  readonly modes: AccessModes;
  build(setup?: Setup): TeammateRecords;
  accessOf(name?: string, signal?: AbortSignal): GraphAccess;
  readAll(
    records: TeammateRecords,
    names: readonly string[],
    access?: GraphAccess,
  ): Promise<ReadonlyMap<string, TeammateOutcome>>;
  /** The number of a person's activities in Graph. */
  heldBy(name: string): number;
  /** The number of parts in each batch so far. */
  batches(): readonly number[];
}

export function useTeammateRig(size?: WorldSize): TeammateRig {
  let here: AskedGraph;
  let modes: AccessModes;

  beforeEach(async () => {
    here = await startAskedGraph(size);
    here.graph.settings.reportsDelegated = 'allowed';
  });
  afterEach(() => here.graph.close());

  function accessOf(name = 'Katherine', signal: AbortSignal = AbortSignal.timeout(10_000)): GraphAccess {
    const graphToken = JSON.stringify(here.delegated(name, SCOPES));
    return { userId: here.idOf(name), tenantId: here.world.tenantId, graphToken, signal };
  }

  return {
    get here() {
      return here;
    },
    get modes() {
      return modes;
    },
    build({ access = 'auto', log = createKeptLog(), fetch, now, providerIds = [] } = {}) {
      modes = createAccessModes({ access, log });
      return createTeammateRecords({
        client: clientFor(here.graph.baseUrl, {
          log,
          ...(fetch !== undefined && { fetch }),
          ...(now !== undefined && { now }),
        }),
        modes,
        appTokens: { getToken: () => Promise.resolve(JSON.stringify(here.appOnly(...ROLES))) },
        providerIds,
      });
    },
    accessOf,
    async readAll(records, names, access = accessOf()) {
      const outcomes = new Map<string, TeammateOutcome>();
      await records.readLists(access, names.map(here.idOf), (userId, outcome) =>
        outcomes.set(userId, outcome),
      );
      return new Map(
        names.flatMap((name) => {
          const outcome = outcomes.get(here.idOf(name));
          return outcome === undefined ? [] : [[name, outcome]];
        }),
      );
    },
    heldBy: (name) =>
      here.world.activities.filter((item) => item['learnerUserId'] === here.idOf(name)).length,
    batches: () => here.graph.requests.flatMap(({ batch }) => (batch === undefined ? [] : [batch.length])),
  };
}

/** The number of activities by person, or the reason why there are none. */
export function shortly(
  outcomes: ReadonlyMap<string, TeammateOutcome>,
): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    [...outcomes].map(([name, outcome]) => [
      name,
      outcome.kind === 'read' ? outcome.activities.length : outcome.reason,
    ]),
  );
}

export function isBatch(input: Parameters<typeof fetch>[0]): boolean {
  return typeof input === 'string' && input.endsWith('/$batch');
}

/** A fetch that answers whole batches with this status. */
export function refusingBatches(status: number, headers: Record<string, string> = {}): typeof fetch {
  return (input, init) =>
    isBatch(input)
      ? Promise.resolve(new Response('{"error":{"code":"x","message":"y"}}', { status, headers }))
      : fetch(input, init);
}

/** A fetch that answers 400 to each part of a batch that contains an option or header. */
export function refusingOption(option: string): typeof fetch {
  return (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : '{}';
    if (!isBatch(input) || !body.includes(option)) return fetch(input, init);
    const { requests } = JSON.parse(body) as { readonly requests: readonly { readonly id: string }[] };
    const error = { code: 'BadRequest', message: `${option} is not currently supported.` };
    const responses = requests.map(({ id }) => ({ id, status: 400, body: { error } }));
    return Promise.resolve(new Response(JSON.stringify({ responses })));
  };
}

/** A signal that aborts after that many calls of a kind. */
export function endingAt(
  isCounted: (input: Parameters<typeof fetch>[0]) => boolean,
  calls: number,
): { readonly fetch: typeof fetch; readonly signal: AbortSignal } {
  const deadline = new AbortController();
  let made = 0;
  return {
    signal: deadline.signal,
    fetch: (input, init) => {
      if (isCounted(input) && ++made === calls) deadline.abort();
      return fetch(input, init);
    },
  };
}
