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
  const id = await findChat(connector, toParameters(activity, turn), log);
  if (id === undefined) return undefined;
  const { tenantId } = turn;
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

function toParameters({ recipient, from }: Activity, { tenantId }: Turn): ConversationParameters {
  return {
    isGroup: false,
    bot: recipient,
    members: [from],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  } as Partial<ConversationParameters> as ConversationParameters;
}

async function findChat(
  connector: ConnectorClient,
  parameters: ConversationParameters,
  log: Logger,
): Promise<string | undefined> {
  try {
    return (await connector.conversations.createConversation(parameters)).id;
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
    log.info({ status }, 'no personal chat to answer in');
    return undefined;
  }
}
