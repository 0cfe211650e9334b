import { json, Router, type Request, type Response } from 'express';
import * as z from 'zod/v4';
import type { WireLog } from '../wire-log';
import type { World } from '../world/world';
import type { ChatMessage, ChatStore } from './chat-store';
import { strike } from './connector-faults';
import { addMemberRoutes } from './connector-members';
import { recordCalls } from './connector-log';
import { answer, Refusal, refuse, requireToken, tooBig } from './connector-refusal';
import type { ConnectorSettings } from './connector-settings';
import { addTeamRoutes } from './connector-teams';
import { findByTeamsId, personalChatIdOf, type Conversation } from './conversations';
import {
  FILE_CONSENT,
  issuesOf,
  MOST_SUGGESTED,
  outboundActivity,
  problemsOf,
  type OutboundActivity,
} from './wire-shapes';

/** The dependencies of the connector. */
export interface ConnectorOptions {
  readonly world: World;
  readonly log: WireLog;
  readonly store: ChatStore;
  readonly settings: ConnectorSettings;
  readonly verifyToken: (token: string) => boolean;
  /** Whether the person has the app, so that the bot may write to their personal chat. */
  readonly hasApp: (personId: string) => boolean;
  /** Called after the bot has sent or changed a message. */
  readonly onMessage: (message: ChatMessage) => void;
}

/** 100 KB; Teams counts two bytes a character. */
const MOST_CHARACTERS = (100 * 1024) / 2;

const CONVERSATION = '/v3/conversations/:conversationId';
const ACTIVITY = `${CONVERSATION}/activities/:activityId`;

const newChat = z.object({
  isGroup: z.literal(false).optional(),
  members: z.tuple([z.object({ id: z.string() })]),
  activity: z.unknown(),
});
const newThread = z.object({
  isGroup: z.literal(true),
  channelData: z.object({ channel: z.object({ id: z.string() }) }),
  activity: z.unknown(),
});

/** The Bot Connector endpoints for conversations. */
export function createConnector(options: ConnectorOptions): Router {
  const { world, log, store, settings, verifyToken, hasApp, onMessage } = options;
  const router = Router({ mergeParams: true });

  function conversationOf(request: Request): Conversation {
    const conversation = store.findConversation(String(request.params['conversationId']));
    if (conversation === undefined) throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
    return conversation;
  }

  /** For a team this is its largest channel, the last one, which has all of its members. */
  function rosterOf(request: Request): Conversation {
    const { conversationId } = request.params;
    return store.conversations.findLast(({ team }) => team?.id === conversationId) ?? conversationOf(request);
  }

  function ownMessageOf(request: Request): ChatMessage {
    const message = store.findMessage(String(request.params['activityId']));
    if (message?.conversationId !== conversationOf(request).id)
      throw new Refusal(
        404,
        'ActivityNotFoundInConversation',
        'The activity is not part of the conversation.',
      );
    if (message.authorId !== undefined)
      throw new Refusal(403, 'Forbidden', 'The bot may change only what it has sent itself.');
    return message;
  }

  function checkContent(conversation: Conversation, activity: OutboundActivity): void {
    const offersFile = activity.attachments.some(({ contentType }) => contentType === FILE_CONSENT);
    const misplaced =
      offersFile && conversation.type !== 'personal' ? ['a file outside a personal chat'] : [];
    for (const problem of [...problemsOf(activity), ...misplaced])
      store.notify(conversation.id, { kind: 'protocolError', text: `The bot sent ${problem}.` });
  }

  /** The conversation, if the bot may write to it. */
  function openConversationOf(request: Request): Conversation {
    const conversation = conversationOf(request);
    const isBlocked = conversation.type === 'personal' && !conversation.memberIds.every(hasApp);
    if (isBlocked) throw new Refusal(403, 'MessageWritesBlocked', 'Thread is blocked for message writes.');
    return conversation;
  }

  /** Returns `undefined` for other activities than messages. */
  function take(
    conversation: Conversation,
    activity: OutboundActivity,
    replyToId?: string,
  ): ChatMessage | undefined {
    store.setTyping(conversation.id, activity.type === 'typing');
    if (activity.type !== 'message') return undefined;
    checkContent(conversation, activity);
    const { text, attachments } = activity;
    const content = { conversationId: conversation.id, text, attachments, ...toAnswerParts(activity) };
    return store.add(replyToId === undefined ? content : { ...content, replyToId });
  }

  function say(request: Request, response: Response): void {
    const { activityId: replyToId } = request.params;
    const conversation = openConversationOf(request);
    const activity = toActivity(request.body);
    const message = take(conversation, activity, typeof replyToId === 'string' ? replyToId : undefined);
    answer(response, 201, message === undefined ? {} : { id: message.id });
    if (message !== undefined) onMessage(message);
  }

  /** Opens a chat with one person or a thread of a channel, optionally with its first message. */
  function begin(request: Request, response: Response): void {
    const thread = newThread.safeParse(request.body);
    const { activity } = (thread.success ? thread : newChat.safeParse(request.body)).data ?? {};
    const conversation = thread.success
      ? channelOf(thread.data.channelData.channel.id)
      : chatOf(request.body);
    const message = activity === undefined ? undefined : take(conversation, toActivity(activity));
    const suffix = thread.success && message !== undefined ? `;messageid=${message.id}` : '';
    const activityId = message && { activityId: message.id };
    answer(response, 201, { id: conversation.id + suffix, ...activityId });
    if (message !== undefined) onMessage(message);
  }

  function channelOf(id: string): Conversation {
    const conversation = store.findConversation(id);
    if (conversation?.type !== 'channel')
      throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
    return conversation;
  }

  function chatOf(body: unknown): Conversation {
    const chat = newChat.safeParse(body);
    if (!chat.success) throw new Refusal(403, 'Forbidden', 'A bot can begin a chat with one person only.');
    const person = findByTeamsId(world, chat.data.members[0].id);
    const conversation = person && store.findConversation(personalChatIdOf(person.user.id));
    if (person === undefined || conversation === undefined)
      throw new Refusal(404, 'UserNotFound', 'The person is not known in this tenant.');
    if (!hasApp(person.user.id))
      throw new Refusal(403, 'BadArgument', "Bot is not installed in user's personal scope");
    return conversation;
  }

  function change(request: Request, response: Response): void {
    const message = ownMessageOf(request);
    const { text, attachments, ...activity } = toActivity(request.body);
    checkContent(openConversationOf(request), { text, attachments, ...activity });
    store.edit(message.id, { text, attachments });
    answer(response, 200, { id: message.id });
    onMessage({ ...message, text, attachments });
  }

  router.use(recordCalls(log), requireToken(verifyToken), json({ limit: '1mb' }), strike(settings));
  router.post('/v3/conversations', begin);
  router.post(`${CONVERSATION}/activities`, say);
  router.post(ACTIVITY, say);
  router.put(ACTIVITY, change);
  router.delete(ACTIVITY, (request, response) => {
    store.remove(ownMessageOf(request).id);
    response.status(200).end();
  });
  addMemberRoutes(router, { world, settings, rosterOf });
  addTeamRoutes(router, { tenantId: world.tenantId, conversations: store.conversations });
  router.use(refuse);
  return router;
}

function toAnswerParts({ suggestedActions, channelData }: OutboundActivity) {
  const { feedbackLoop, feedbackLoopEnabled = false } = channelData ?? {};
  const asksFeedback = feedbackLoopEnabled || feedbackLoop !== undefined;
  const phrases = (suggestedActions?.actions ?? [])
    .slice(0, MOST_SUGGESTED)
    .map(({ title, value: text }) => ({ title, text }));
  return {
    ...(phrases.length > 0 && { suggested: { to: suggestedActions?.to ?? [], phrases } }),
    ...(asksFeedback && { asksFeedback }),
  };
}

function toActivity(body: unknown): OutboundActivity {
  if (JSON.stringify(body ?? '').length > MOST_CHARACTERS) throw tooBig();
  const parsed = outboundActivity.safeParse(body);
  if (!parsed.success) throw new Refusal(400, 'BadSyntax', issuesOf('Activity', parsed).join('; '));
  return parsed.data;
}
