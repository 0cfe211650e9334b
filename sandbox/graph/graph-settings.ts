/** What the local Graph does to the bot; the page's switches and tests change it at any time. */
export interface GraphSettings {
  latencyMs: number;
  fault: FaultName;
  /** Which requests, also as parts of a batch, the fault strikes. */
  faultScope: 'everything' | 'activities' | 'contents' | 'directory';
  /** `once`: the fault switches itself off after its first victim. */
  faultTimes: 'always' | 'once';
  /** Of one person's activities, by object id; counts more than `fault`. */
  readonly personFaults: Map<string, FaultName>;
  /** Of activities, contents and providers. */
  pageSize: number;
  /** The most people on a page; without `$top` there are never more than 100. */
  directoryPageSize: number;
  nextLinkStyle: 'correct' | 'metadata' | 'none';
  /**
   * The documents contradict each other about the list of one's own activities
   * (docs/reference/graph-learning.md#read-course-activities).
   */
  ownListNeeds: 'delegatedRead' | 'delegatedReadAll';
  /** Whether a manager's own token may read a report's activities: nothing documented says so. */
  reportsDelegated: 'refused' | 'allowed';
  /** Lists under `users/{id}` with an app-only token: officially not supported. */
  usersListAppOnly: 'refused' | 'notSupported' | 'allowed';
  /** Lists per provider with an app-only token: there are permissions for it, but no page. */
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

/** What the directory gives at most for a `$top`. */
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

/** How the page draws one setting. */
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
/** What is set for one person is no control of the whole world. */
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
  malformed: '200: cut off in the middle',
  silence: 'No answer at all',
} satisfies Record<FaultName, string>;

export const graphControls: readonly GraphControl[] = [
  { kind: 'number', key: 'latencyMs', label: 'Latency (ms)', min: 0, max: 20_000 },
  choice('fault', 'Fault', graphFaults),
  choice('faultScope', 'Fault strikes', {
    everything: 'Everything',
    activities: 'Course activities',
    contents: 'Contents and providers',
    directory: 'People',
  }),
  choice('faultTimes', 'Fault stays', { always: 'Until switched off', once: 'For one request' }),
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
  choice('alternateKey', 'Alternate key is spelt', {
    externalCourseActivityId: 'externalCourseActivityId',
    externalcourseActivityId: 'externalcourseActivityId',
  }),
  choice('batchOrder', 'Batch answers come', { shuffled: 'Shuffled', sent: 'As sent' }),
];

function choice<K extends ChoiceKey>(
  key: K,
  label: string,
  labels: Record<GraphSettings[K], string>,
): GraphControl {
  const choices = Object.entries<string>(labels).map(([value, text]) => ({ value, label: text }));
  return { kind: 'choice', key, label, choices };
}
