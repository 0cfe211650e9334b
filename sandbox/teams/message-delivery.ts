import type { InboundActivity } from './activities';
import { describeAnswer, isAccepted, notify, type ClientSession } from './client-session';

export interface Delivered {
  readonly activity: InboundActivity;
  readonly title: string;
}

/** Delivers activities other than invokes to the bot. */
export interface MessageDelivery {
  /**
   * Returns whether the bot accepted it. Without an answer in time it is sent again with the same id
   * (docs/reference/teams-platform.md#turn-time).
   */
  deliver(conversationId: string, activity: InboundActivity, title: string): Promise<boolean>;
  /** The last message of this person that was sent to the bot. */
  last(conversationId: string): Delivered | undefined;
}

export function createMessageDelivery(session: ClientSession): MessageDelivery {
  const delivered = new Map<string, Delivered>();
  return {
    async deliver(conversationId, activity, title) {
      const { messageMs: timeoutMs } = session.timeouts;
      if (activity.type === 'message') delivered.set(conversationId, { activity, title });
      const first = await session.post(activity, { title, timeoutMs });
      const answer =
        first.kind === 'timedOut'
          ? await session.post(activity, { title: `${title} (delivered again)`, timeoutMs })
          : first;
      const isTaken = isAccepted(answer);
      if (!isTaken) {
        const text = `A ${activity.type} activity wants HTTP 200, got ${describeAnswer(answer)}.`;
        notify(session, conversationId, { kind: 'protocolError', text });
      }
      return isTaken;
    },
    last: (conversationId) => delivered.get(conversationId),
  };
}
