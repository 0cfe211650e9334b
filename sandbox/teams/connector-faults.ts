import type { Request, RequestHandler, Response } from 'express';
import { refuseWith, Refusal, spoiled } from './connector-refusal';
import type { ConnectorFaultName, ConnectorSettings } from './connector-settings';
import { outboundActivity } from './wire-shapes';

interface Fault {
  /** The message is still shown; only the answer is lost. */
  readonly isTaken?: boolean;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly answer: Refusal | 'reset' | 'silence';
}

const SERVER_ERROR = new Refusal(500, 'ServiceError', 'An error has occurred.');
const BAD_GATEWAY = new Refusal(502, 'ServiceError', 'Bad gateway.');
const THROTTLED = new Refusal(429, 'TooManyRequests', 'API calls quota exceeded.');

/**
 * Statuses and codes of the Teams pages about rate limits and about proactive messages
 * (docs/reference/teams-platform.md#rate-limits).
 */
const FAULTS: Readonly<Record<Exclude<ConnectorFaultName, 'none'>, Fault>> = {
  preconditionFailed: {
    answer: new Refusal(412, 'PreconditionFailed', 'Precondition failed, please try again.'),
  },
  throttled: { answer: THROTTLED, retryAfter: 2 },
  throttledLong: { answer: THROTTLED, retryAfter: 30 },
  serverError: { answer: SERVER_ERROR },
  serverErrorTaken: { answer: SERVER_ERROR, isTaken: true },
  badGateway: { answer: BAD_GATEWAY },
  badGatewayTaken: { answer: BAD_GATEWAY, isTaken: true },
  unavailable: { answer: new Refusal(503, 'ServiceUnavailable', 'Service unavailable.') },
  gatewayTimeout: { answer: new Refusal(504, 'GatewayTimeout', 'Gateway timeout.') },
  blocked: { answer: new Refusal(403, 'MessageWritesBlocked', 'Thread is blocked for message writes.') },
  notFound: { answer: new Refusal(404, 'ConversationNotFound', 'Conversation not found.') },
  tooBig: { answer: new Refusal(413, 'MessageSizeTooBig', 'Message size too large.') },
  reset: { answer: 'reset', isTaken: true },
  silence: { answer: 'silence', isTaken: true },
};

/** Applies the selected fault instead of the call, or instead of the answer to a message that is accepted. */
export function strike(settings: ConnectorSettings): RequestHandler {
  return (request, response, next) => {
    const { fault: name, faultTimes } = settings;
    if (name === 'none' || !isWrite(request)) {
      next();
      return;
    }
    if (faultTimes === 'once') settings.fault = 'none';
    const fault = FAULTS[name];
    const spoil = (): void => {
      spoilAnswer(request, response, fault);
    };
    if (fault.isTaken !== true) {
      spoil();
      return;
    }
    spoiled.set(response, spoil);
    next();
  };
}

function isWrite({ method, body }: Request): boolean {
  return method !== 'GET' && outboundActivity.safeParse(body).data?.type !== 'typing';
}

function spoilAnswer(request: Request, response: Response, { answer, retryAfter }: Fault): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    request.socket.destroy();
    return;
  }
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  refuseWith(response, answer);
}
