import type { TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Intent } from '../../domain/question';

/** What feedback is counted by. */
export interface SentAnswer {
  readonly intent: Intent;
  /** `notice`: a sentence in place of an answer. */
  readonly outcome: 'answer' | 'notice';
}

/** The answers that this process has sent, by conversation and message: what feedback is about. */
export interface SentAnswers {
  keep(context: TurnContext, messageId: string | undefined, answer: SentAnswer): void;
  /** The answer of this conversation; undefined after a restart or a day. */
  find(context: TurnContext, messageId: string): SentAnswer | undefined;
}

const MOST_ANSWERS = 20_000;
const KEPT_MS = 24 * 3_600_000;

export function createSentAnswers(): SentAnswers {
  const answers = new LRUCache<string, SentAnswer>({ max: MOST_ANSWERS, ttl: KEPT_MS });
  const keyOf = ({ activity }: TurnContext, messageId: string): string =>
    `${activity.conversation.id} ${messageId}`;
  return {
    keep(context, messageId, answer) {
      if (messageId !== undefined) answers.set(keyOf(context, messageId), answer);
    },
    find: (context, messageId) => answers.get(keyOf(context, messageId)),
  };
}
