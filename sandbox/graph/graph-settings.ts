/** Behavior of the local Graph; the page's switches and tests change it at any time. */
export interface GraphSettings {
  latencyMs: number;
  fault: FaultName;
  /** The requests to which the fault applies, also as parts of a batch. */
  faultScope: 'everything' | 'activities' | 'contents' | 'directory';
  /** `once`: the fault switches itself off after one request. */
  faultTimes: 'always' | 'once';
  /** Faults for one person's activities, by object id; they override `fault`. */
  readonly personFaults: Map<string, FaultName>;
  /** Page size of activities, contents and providers. */
  pageSize: number;
  /** Most people on a page; without `$top` never more than 100. */
  directoryPageSize: number;
  nextLinkStyle: 'correct' | 'metadata' | 'none';
  /**
   * The permission for the list of one's own activities; the documentation contradicts itself
   * (docs/reference/graph-learning.md#read-course-activities).
   */
  ownListNeeds: 'delegatedRead' | 'delegatedReadAll';
  /** Whether a manager's own token may read a report's activities; this is not documented. */
  reportsDelegated: 'refused' | 'allowed';
  /** Lists under `users/{id}` with an app-only token; officially not supported. */
  usersListAppOnly: 'refused' | 'notSupported' | 'allowed';
  /** Lists per provider with an app-only token; permissions for it exist, but no documentation. */
  providerListAppOnly: 'refused' | 'allowed';
  alternateKey: 'externalCourseActivityId' | 'externalcourseActivityId';
  batchOrder: 'sent' | 'shuffled';
}

export type FaultName =
  | 'none'
  | 'unauthorized'
  | 'claimsChallenge'
  | 'forbidden'
  | 'unlicensed'
  | 'providerNotEnabled'
  | 'badRequest'
  | 'notFound'
  | 'methodNotAllowed'
  | 'throttledMinutes'
  | 'throttledSeconds'
  | 'serverError'
  | 'unavailable'
  | 'gateway'
  | 'malformed'
  | 'silence';

/** The largest `$top` that the directory accepts. */
export const MOST_PEOPLE_A_PAGE = 999;

export function createGraphSettings(): GraphSettings {
  return {
    latencyMs: 0,
    fault: 'none',
    faultScope: 'everything',
    faultTimes: 'always',
    personFaults: new Map(),
    pageSize: 20,
    directoryPageSize: MOST_PEOPLE_A_PAGE,
    nextLinkStyle: 'correct',
    ownListNeeds: 'delegatedRead',
    reportsDelegated: 'refused',
    usersListAppOnly: 'refused',
    providerListAppOnly: 'allowed',
    alternateKey: 'externalCourseActivityId',
    batchOrder: 'shuffled',
  };
}

/** A setting as the page shows it. */
export type GraphControl =
  | {
      readonly kind: 'number';
      readonly key: NumberKey;
      readonly label: string;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: 'choice';
      readonly key: ChoiceKey;
      readonly label: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    };

type NumberKey = 'latencyMs' | 'pageSize' | 'directoryPageSize';
/** Settings of one person are not controls of the whole world. */
type ChoiceKey = Exclude<keyof GraphSettings, NumberKey | 'personFaults'>;

export const graphFaults = {
  none: 'None',
  unauthorized: '401: token refused',
  claimsChallenge: '401: claims challenge',
  forbidden: '403: no access',
  unlicensed: '403: no service plan',
  providerNotEnabled: '400: provider not enabled',
  badRequest: '400: bad registration id',
  notFound: '404: gone',
  methodNotAllowed: '405: not allowed',
  throttledMinutes: '429: minutes in the body',
  throttledSeconds: '429: seconds in the header',
  serverError: '500: server error',
  unavailable: '503: minutes in the body',
  gateway: '502: not JSON',
  malformed: '200: truncated',
  silence: 'No answer at all',
} satisfies Record<FaultName, string>;

export const graphControls: readonly GraphControl[] = [
  { kind: 'number', key: 'latencyMs', label: 'Latency (ms)', min: 0, max: 20_000 },
  choice('fault', 'Fault', graphFaults),
  choice('faultScope', 'Fault applies to', {
    everything: 'Everything',
    activities: 'Course activities',
    contents: 'Contents and providers',
    directory: 'People',
  }),
  choice('faultTimes', 'Fault lasts', { always: 'Until switched off', once: 'For one request' }),
  { kind: 'number', key: 'pageSize', label: 'Page size', min: 1, max: 100 },
  { kind: 'number', key: 'directoryPageSize', label: 'Page size, people', min: 1, max: MOST_PEOPLE_A_PAGE },
  choice('nextLinkStyle', 'Next links', {
    correct: 'Correct',
    metadata: 'As in the documentation ($metadata#)',
    none: 'Missing',
  }),
  choice('ownListNeeds', 'Own list needs', {
    delegatedRead: 'Delegated .Read',
    delegatedReadAll: 'Delegated .Read.All (cannot be granted)',
  }),
  choice('reportsDelegated', "A report's activities, own token", { refused: 'Refused', allowed: 'Allowed' }),
  choice('usersListAppOnly', "A person's list, app-only token", {
    refused: 'Refused (403)',
    notSupported: 'Not supported (405)',
    allowed: 'Allowed',
  }),
  choice('providerListAppOnly', "A provider's list, app-only token", {
    refused: 'Refused (403)',
    allowed: 'Allowed',
  }),
  choice('alternateKey', 'Alternate key is spelled', {
    externalCourseActivityId: 'externalCourseActivityId',
    externalcourseActivityId: 'externalcourseActivityId',
  }),
  choice('batchOrder', 'Order of batch answers', { shuffled: 'Shuffled', sent: 'As sent' }),
];

function choice<K extends ChoiceKey>(
  key: K,
  label: string,
  labels: Record<GraphSettings[K], string>,
): GraphControl {
  const choices = Object.entries<string>(labels).map(([value, text]) => ({ value, label: text }));
  return { kind: 'choice', key, label, choices };
}
