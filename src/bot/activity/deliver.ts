import type { Activity, TurnContext } from 'botbuilder';
import * as z from 'zod/v4';
import { noteInTurn } from '../../logging/turn-context';

/** Teams rejected this message, because it is too large or invalid. A different message may be accepted. */
export class MessageRefusedError extends Error {
  override readonly name = 'MessageRefusedError';
  readonly kind = 'messageRefused';
  readonly status: number;

  constructor(status: number) {
    super('Teams rejected the message');
    this.status = status;
  }
}

/** The user blocked or removed the bot, or the conversation no longer exists: not a fault, and no one to tell. */
const NO_RECIPIENT = [403, 404];
const BUSY = [408, 412, 429];

/** A connector call that failed: with an error status, without an answer, or because the bot has no token for it. */
const failedCall = z.object({
  name: z.enum(['RestError', 'AbortError', 'TimeoutError', 'TokenError']),
  statusCode: z.number().optional().catch(undefined),
});

/**
 * Sends an activity to the turn's conversation. Also resolves when delivery failed or is uncertain: an error message
 * would not arrive either, or would follow an answer that did. Throws `MessageRefusedError`.
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
  // Teams accepted the message, but its answer could not be parsed.
  if (status < 300) return;
  if (NO_RECIPIENT.includes(status)) noteInTurn({ outcome: 'undelivered' });
  else if (status < 500 && !BUSY.includes(status)) throw new MessageRefusedError(status);
  else noteInTurn({ outcome: 'undelivered', fault: 'notDelivered' });
}
