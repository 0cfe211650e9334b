import type { RefusalName } from './refusals';

/** Faults of the authority: a refusal, no answer, or a broken connection. */
export type EntraFault = 'none' | 'silent' | 'reset' | RefusalName;

/** The switches of the authority. They are read at each request and can change at any time. */
export interface EntraSettings {
  latencyMs: number;
  /** Fault of every on-behalf-of exchange. */
  fault: EntraFault;
  /** Faults of one person's exchanges, by object id; they override `fault`. */
  readonly personFaults: Map<string, EntraFault>;
  /** Fault of every request of an application for itself. */
  applicationFault: EntraFault;
  /** Object ids of people for whom only an admin can consent. */
  readonly adminApproval: Set<string>;
  /** Delegated permissions of Graph that the tenant granted. */
  scopes: readonly string[];
  /** Application permissions of Graph that the tenant granted. */
  roles: readonly string[];
  tokenLifetimeSeconds: number;
}

/** Application permissions for reading other people's activities. */
export const READING_ROLES = [
  'LearningAssignedCourse.Read.All',
  'LearningSelfInitiatedCourse.Read.All',
] as const;

export function createEntraSettings(): EntraSettings {
  return {
    latencyMs: 0,
    fault: 'none',
    personFaults: new Map(),
    applicationFault: 'none',
    adminApproval: new Set(),
    scopes: [
      'LearningAssignedCourse.Read',
      'LearningSelfInitiatedCourse.Read',
      'LearningProvider.Read',
      'LearningContent.Read.All',
      'User.Read',
      'User.ReadBasic.All',
    ],
    roles: [...READING_ROLES],
    tokenLifetimeSeconds: 3600,
  };
}
