import { TurnContext, type Activity, type ConversationParameters } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Logger } from '../../logging/logger';
import type { Turn } from '../turn';

const PLACE_OF_ANSWERS = 'coursemate.place-of-answers';

/**
 * The turn as if its message had been typed in its sender's personal chat with the bot: what is sent goes there.
 * `undefined` when there is no such chat, because the app is not installed for this person.
 */
export async function toPersonalChat(
  context: TurnContext,
  turn: Turn,
  log: Logger,
): Promise<TurnContext | undefined> {
  const { adapter, activity } = context;
  const key = adapter.ConnectorClientKey;
  const connector = context.turnState.get<ConnectorClient | undefined>(key);
  if (connector === undefined) throw new Error('The turn has no client of the connector');
  const id = await findChat(connector, toParameters(activity, turn), log);
  if (id === undefined) return undefined;
  const conversation = {
    id,
    conversationType: 'personal',
    tenantId: turn.tenantId,
    isGroup: false,
    name: '',
  };
  const moved: Partial<Activity> = { ...activity, conversation };
  // What was typed elsewhere cannot be answered in a thread here.
  delete moved.id;
  delete moved.replyToId;
  const personal = new TurnContext(adapter, moved);
  personal.turnState.set(key, connector);
  context.turnState.set(PLACE_OF_ANSWERS, personal);
  return personal;
}

/** The personal chat once a turn has gone there, else where the turn came from. */
export function placeOfAnswers(context: TurnContext): TurnContext {
  return context.turnState.get<TurnContext | undefined>(PLACE_OF_ANSWERS) ?? context;
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
    log.info({ status }, 'there is no personal chat to answer in');
    return undefined;
  }
}
