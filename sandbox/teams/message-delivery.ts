import type { InboundActivity } from './activities';
import { describeAnswer, isAccepted, notify, type ClientSession } from './client-session';

export interface Delivered {
  readonly activity: InboundActivity;
  readonly title: string;
}

/** Brings to the bot what is no invoke. */
export interface MessageDelivery {
  /**
   * Whether the bot has taken it; what it does not answer in time comes once more, under the same id
   * (docs/reference/teams-platform.md#turn-time).
   */
  deliver(conversationId: string, activity: InboundActivity, title: string): Promise<boolean>;
  /** The message of this person that the bot was sent last. */
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
