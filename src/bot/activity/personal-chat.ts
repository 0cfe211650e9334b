import { TurnContext, type Activity, type ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Logger } from '../../logging/logger';
import type { Turn } from '../turn';

const ANSWER_CONTEXT = 'coursemate.answer-context';

/**
 * Returns a context that sends to the sender's personal chat with the bot, as if the message had been typed there.
 * `undefined` if there is no such chat, because the app is not installed for this user.
 */
export async function toPersonalChat(
  context: TurnContext,
  turn: Turn,
  log: Logger,
): Promise<TurnContext | undefined> {
  const { adapter, activity } = context;
  const key = adapter.ConnectorClientKey;
  const connector = context.turnState.get<ConnectorClient | undefined>(key);
  if (connector === undefined) throw new Error('The turn has no connector client');
  const { tenantId } = turn;
  const parameters: Partial<ConversationParameters> = {
    isGroup: false,
    bot: activity.recipient,
    members: [activity.from],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  };
  const { id } = await connector.conversations
    .createConversation(parameters as ConversationParameters)
    .catch((error: unknown) => {
      const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
      log.info({ status }, 'no personal chat to answer in');
      return { id: undefined };
    });
  if (id === undefined) return undefined;
  const conversation = { id, conversationType: 'personal', tenantId, isGroup: false, name: '' };
  const moved: Partial<Activity> = { ...activity, conversation };
  // The message is not in this chat, so a reply cannot refer to it.
  delete moved.id;
  delete moved.replyToId;
  const personal = new TurnContext(adapter, moved);
  personal.turnState.set(key, connector);
  context.turnState.set(ANSWER_CONTEXT, personal);
  return personal;
}

/** Returns the context that answers go to: the personal chat if `toPersonalChat` opened it, else the turn's own. */
export function findAnswerContext(context: TurnContext): TurnContext {
  return context.turnState.get<TurnContext | undefined>(ANSWER_CONTEXT) ?? context;
}
