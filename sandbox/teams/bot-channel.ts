import type { WireLog } from '../wire-log';
import type { InboundActivity } from './activities';
import { shortenTokens } from './shorten-tokens';

/** The bot's answer to an activity. */
export type BotAnswer =
  /** `body` is parsed JSON, the text when it is not JSON, or undefined when empty. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'unreachable' };

interface Delivery {
  /** For the wire log. */
  readonly title: string;
  readonly timeoutMs: number;
  readonly token: string;
}

/** Posts activities to the bot, as the channel does, and logs each. */
export interface BotChannel {
  /** Waits first while the bot restarts. */
  post(activity: InboundActivity, delivery: Delivery): Promise<BotAnswer>;
}

export function createBotChannel(
  bot: { readonly messagesUrl: string; readonly settled?: () => Promise<void> },
  log: WireLog,
): BotChannel {
  return {
    async post(activity, { title, timeoutMs, token }) {
      await bot.settled?.();
      const startedAt = performance.now();
      const sent = JSON.stringify(activity);
      const { answer, bytes } = await exchange(bot.messagesUrl, { sent, token, timeoutMs });
      log.record({
        from: 'teams',
        to: 'bot',
        title:
          answer.kind === 'answered'
            ? title
            : `${title} (${answer.kind === 'timedOut' ? 'no answer in time' : 'not reachable'})`,
        status: answer.kind === 'answered' ? answer.status : answer.kind === 'timedOut' ? 504 : 502,
        ms: Math.round(performance.now() - startedAt),
        bytes: Buffer.byteLength(sent) + bytes,
        request: shortenTokens(activity),
        ...(answer.kind === 'answered' &&
          answer.body !== undefined && { response: shortenTokens(answer.body) }),
      });
      return answer;
    },
  };
}

async function exchange(
  url: string,
  { sent, token, timeoutMs }: { readonly sent: string; readonly token: string; readonly timeoutMs: number },
): Promise<{ readonly answer: BotAnswer; readonly bytes: number }> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      body: sent,
      signal,
    });
    const text = await response.text();
    return {
      answer: { kind: 'answered', status: response.status, body: parseBody(text) },
      bytes: Buffer.byteLength(text),
    };
  } catch {
    return { answer: { kind: signal.aborted ? 'timedOut' : 'unreachable' }, bytes: 0 };
  }
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
