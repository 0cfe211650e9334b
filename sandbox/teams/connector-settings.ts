/** Behavior of the connector towards the bot; the page's switches and tests change it at any time. */
export interface ConnectorSettings {
  /** Applies to messages that the bot sends or changes, not to typing indicators and reads. */
  fault: ConnectorFaultName;
  /** `once`: the fault switches itself off after one message. */
  faultTimes: 'always' | 'once';
  /** Name of the field with a member's object id: by endpoint, or the same everywhere. */
  memberIdName: 'byEndpoint' | MemberIdName;
}

export type MemberIdName = 'aadObjectId' | 'objectId';

export const connectorFaults = {
  none: 'None',
  preconditionFailed: '412: precondition failed',
  throttled: '429: retry after 2 s',
  throttledLong: '429: retry after 30 s',
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
