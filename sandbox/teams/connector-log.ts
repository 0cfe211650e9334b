import type { Request, RequestHandler } from 'express';
import type { WireLog } from '../wire-log';
import { quote, shortenTokens } from './shorten-tokens';
import { FILE_CONSENT, FILE_INFO, OAUTH_CARD, outboundActivity } from './wire-shapes';

const VERBS = new Map([
  ['POST', 'send'],
  ['PUT', 'update'],
  ['DELETE', 'delete'],
]);

const CARDS = new Map([
  [OAUTH_CARD, 'sign-in card'],
  [FILE_CONSENT, 'offer of a file'],
  [FILE_INFO, 'file'],
]);

/** Logs each call of the bot to the connector when it ends, with or without an answer. */
export function recordCalls(log: WireLog): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    let isRecorded = false;
    const record = (): void => {
      if (isRecorded) return;
      isRecorded = true;
      const received: unknown = request.body;
      const sent: unknown = response.locals['answer'];
      log.record({
        from: 'bot',
        to: 'teams',
        title: toTitle(request),
        status: response.writableFinished ? response.statusCode : 0,
        ms: Math.round(performance.now() - startedAt),
        bytes: sizeOf(received) + sizeOf(sent),
        ...(received !== undefined && { request: shortenTokens(received) }),
        ...(sent !== undefined && { response: shortenTokens(sent) }),
      });
    };
    response.on('finish', record).on('close', record);
    next();
  };
}

/** `send card`, `send "Hello"`, `send sign-in card`, `GET /v3/conversations/…/members`. */
function toTitle({ method, path, body }: Request): string {
  const verb = VERBS.get(method);
  if (verb === undefined || !path.includes('/activities')) return `${method} ${path}`;
  return [verb, describe(body)].join(' ').trim();
}

function describe(body: unknown): string {
  const activity = outboundActivity.safeParse(body);
  if (!activity.success) return 'message';
  const { type, text, attachments } = activity.data;
  if (type !== 'message') return type;
  const [first] = attachments;
  if (first === undefined) return quote(text);
  return CARDS.get(first.contentType) ?? 'card';
}

function sizeOf(body: unknown): number {
  return body === undefined ? 0 : Buffer.byteLength(JSON.stringify(body));
}
