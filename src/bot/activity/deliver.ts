import type { Activity, TurnContext } from 'botbuilder';
import * as z from 'zod/v4';
import { noteInTurn } from '../../logging/turn-context';

/** Teams refused a message for what it is: too large, or not as it should be. Another one may get through. */
export class MessageRefusedError extends Error {
  override readonly name = 'MessageRefusedError';
  readonly kind = 'messageRefused';
  readonly status: number;

  constructor(status: number) {
    super('Teams refused the message');
    this.status = status;
  }
}

/** The person has blocked or removed the bot, or the conversation is gone: no fault, and nobody to say it to. */
const NOBODY_THERE = [403, 404];
const BUSY = [408, 412, 429];

/** A call to the connector that failed: by its answer, without one, or because the bot has no token for it. */
const failedCall = z.object({
  name: z.enum(['RestError', 'AbortError', 'TimeoutError', 'ConnectorTokenError']),
  statusCode: z.number().optional().catch(undefined),
});

/**
 * Sends an activity into the conversation of the turn. Resolves also when it did not arrive, or may not have: whatever
 * would be said about that would not arrive either, or follow an answer that did. Throws `MessageRefusedError`.
 */
export async function deliver(context: TurnContext, activity: Partial<Activity>): Promise<void> {
  try {
    await context.sendActivity(activity);
  } catch (error) {
    const failed = failedCall.safeParse(error);
    if (!failed.success) throw error;
    noteUndelivered(failed.data.statusCode);
  }
}

function noteUndelivered(status = 500): void {
  // Taken, with an answer that could not be read.
  if (status < 300) return;
  if (NOBODY_THERE.includes(status)) noteInTurn({ outcome: 'undelivered' });
  else if (status < 500 && !BUSY.includes(status)) throw new MessageRefusedError(status);
  else noteInTurn({ outcome: 'undelivered', fault: 'notDelivered' });
}
