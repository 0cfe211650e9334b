/** What the connector does to the bot's messages; the page's switches and tests change it at any time. */
export interface ConnectorSettings {
  /** Strikes what the bot sends and changes, not its typing nor what it reads. */
  fault: ConnectorFaultName;
  /** `once`: the fault switches itself off after its first victim. */
  faultTimes: 'always' | 'once';
  /** How a member's object id is called: one name an endpoint, or the same everywhere. */
  memberIdName: 'byEndpoint' | MemberIdName;
}

export type MemberIdName = 'aadObjectId' | 'objectId';

export const connectorFaults = {
  none: 'None',
  preconditionFailed: '412: precondition failed',
  throttled: '429: again in 2 s',
  throttledLong: '429: again in 30 s',
  serverError: '500: server error, message not taken',
  serverErrorTaken: '500: server error, message taken',
  badGateway: '502: bad gateway, message not taken',
  badGatewayTaken: '502: bad gateway, message taken',
  unavailable: '503: unavailable',
  gatewayTimeout: '504: gateway timeout',
  blocked: '403: the person has blocked the bot',
  notFound: '404: conversation gone',
  tooBig: '413: message too big',
  reset: 'Connection broken, message taken',
  silence: 'No answer, message taken',
};

export type ConnectorFaultName = keyof typeof connectorFaults;

export function createConnectorSettings(): ConnectorSettings {
  return { fault: 'none', faultTimes: 'always', memberIdName: 'byEndpoint' };
}
