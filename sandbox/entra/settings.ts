import type { RefusalName } from './refusals';

/** What the authority does instead of its work: a refusal, no answer at all, or a broken connection. */
export type EntraFault = 'none' | 'silent' | 'reset' | RefusalName;

/** The switches of the authority. Read at each request, so change them at any time. */
export interface EntraSettings {
  latencyMs: number;
  /** Of every on-behalf-of exchange. */
  fault: EntraFault;
  /** Of one person's exchanges, by object id; counts more than `fault`. */
  readonly personFaults: Map<string, EntraFault>;
  /** Of every request of an application for itself. */
  applicationFault: EntraFault;
  /** Object ids of people whom the consent page tells that only an administrator can consent. */
  readonly adminApproval: Set<string>;
  /** Delegated permissions of Graph that the tenant granted. */
  scopes: readonly string[];
  /** Application permissions of Graph that the tenant granted. */
  roles: readonly string[];
  tokenLifetimeSeconds: number;
}

/** What reading other people's activities as an application needs. */
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
