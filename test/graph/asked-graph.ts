import { createClock } from '../../sandbox/clock';
import type { Caller } from '../../sandbox/graph/answers';
import { createGraph, type Graph } from '../../sandbox/graph/graph';
import type { Registration } from '../../sandbox/graph/registration-routes';
import { createWireLog, type WireLog } from '../../sandbox/wire-log';
import { loadWorld, type WorldSize } from '../../sandbox/world/load-world';
import type { World } from '../../sandbox/world/world';

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly value?: readonly Record<string, unknown>[];
    readonly responses?: readonly PartAnswer[];
    readonly error?: { readonly code: string };
  } & Record<string, unknown>;
}

export interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Answer['body'];
}

/** The local Graph, asked directly: the token of a caller is their claims. */
export interface AskedGraph {
  readonly world: World;
  readonly graph: Graph;
  readonly log: WireLog;
  /** By part of the display name. */
  readonly idOf: (name: string) => string;
  readonly delegated: (name: string, scp: string) => Caller;
  readonly appOnly: (...roles: string[]) => Caller;
  readonly ask: (path: string, caller: Caller | undefined, init?: RequestInit) => Promise<Answer>;
  readonly askBatch: (requests: unknown, caller: Caller) => Promise<Answer>;
}

/** The app as the local Graph's directory knows it. */
export const REGISTRATION: Registration = {
  appId: '00000000-0000-4000-8000-0000000000c1',
  granted: () => ({
    scopes: ['LearningAssignedCourse.Read', 'LearningContent.Read.All'],
    roles: ['LearningAssignedCourse.Read.All'],
    personIds: ['00000000-0000-4000-8000-000000000001'],
  }),
};

export async function startAskedGraph(size?: WorldSize): Promise<AskedGraph> {
  const clock = createClock('2026-12-01T09:00:00Z');
  const world = loadWorld(clock, size);
  const log = createWireLog(() => clock.now());
  const graph = await createGraph({
    world,
    clock,
    log,
    registration: REGISTRATION,
    verifyGraphToken: (token) =>
      token === '' ? { ok: false } : { ok: true, claims: JSON.parse(token) as Caller },
  });

  function idOf(name: string): string {
    return world.people.find(({ user }) => user.displayName.includes(name))?.user.id ?? '';
  }

  async function ask(path: string, caller: Caller | undefined, init: RequestInit = {}): Promise<Answer> {
    const token = caller === undefined ? '' : JSON.stringify(caller);
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${graph.baseUrl}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  return {
    world,
    graph,
    log,
    idOf,
    delegated: (name, scp) => ({ oid: idOf(name), tid: world.tenantId, scp }),
    appOnly: (...roles) => ({ oid: 'service-principal', tid: world.tenantId, roles }),
    ask,
    askBatch: (requests, caller) =>
      ask('/$batch', caller, { method: 'POST', body: JSON.stringify({ requests }) }),
  };
}
