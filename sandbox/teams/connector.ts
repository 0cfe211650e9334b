import { json, Router, type Request, type Response } from 'express';
import * as z from 'zod/v4';
import type { WireLog } from '../wire-log';
import type { World } from '../world/world';
import type { ChatMessage, ChatStore } from './chat-store';
import { addMemberRoutes } from './connector-members';
import { recordCalls } from './connector-log';
import { answer, Refusal, refuse, requireToken, tooBig } from './connector-refusal';
import { findByTeamsId, personalChatIdOf, type Conversation } from './conversations';
import { FILE_CONSENT, issuesOf, outboundActivity, problemsOf, type OutboundActivity } from './wire-shapes';

/** What the connector stands on. */
export interface ConnectorOptions {
  readonly world: World;
  readonly log: WireLog;
  readonly store: ChatStore;
  readonly verifyToken: (token: string) => boolean;
  /** Whether the person has the app, so that the bot may write to them alone. */
  readonly hasApp: (personId: string) => boolean;
  /** The bot has said or changed something. */
  readonly onMessage: (message: ChatMessage) => void;
}

/** 100 KB; Teams counts two bytes a character. */
const MOST_CHARACTERS = (100 * 1024) / 2;

const CONVERSATION = '/v3/conversations/:conversationId';
const ACTIVITY = `${CONVERSATION}/activities/:activityId`;

const newChat = z.object({
  isGroup: z.literal(false).optional(),
  members: z.tuple([z.object({ id: z.string() })]),
});

/** The endpoints with which the bot talks into conversations. */
export function createConnector(options: ConnectorOptions): Router {
  const { world, log, store, verifyToken, hasApp, onMessage } = options;
  const router = Router({ mergeParams: true });

  function conversationOf(request: Request): Conversation {
    const conversation = store.findConversation(String(request.params['conversationId']));
    if (conversation === undefined) throw new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
    return conversation;
  }

  /** A team is asked for its members, too: all are in its largest channel, which is the last. */
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

  /** Where the bot may write. */
  function openConversationOf(request: Request): Conversation {
    const conversation = conversationOf(request);
    const isBlocked = conversation.type === 'personal' && !conversation.memberIds.every(hasApp);
    if (isBlocked) throw new Refusal(403, 'MessageWritesBlocked', 'Thread is blocked for message writes.');
    return conversation;
  }

  function say(request: Request, response: Response): void {
    const conversation = openConversationOf(request);
    const activity = toActivity(request.body);
    store.setTyping(conversation.id, activity.type === 'typing');
    if (activity.type !== 'message') {
      answer(response, 201, {});
      return;
    }
    checkContent(conversation, activity);
    const { activityId: replyToId } = request.params;
    const { text, attachments } = activity;
    const content = { conversationId: conversation.id, text, attachments };
    const message = store.add(typeof replyToId === 'string' ? { ...content, replyToId } : content);
    answer(response, 201, { id: message.id });
    onMessage(message);
  }

  function change(request: Request, response: Response): void {
    const message = ownMessageOf(request);
    const { text, attachments, ...activity } = toActivity(request.body);
    checkContent(openConversationOf(request), { text, attachments, ...activity });
    store.edit(message.id, { text, attachments });
    answer(response, 200, { id: message.id });
    onMessage({ ...message, text, attachments });
  }

  router.use(recordCalls(log), requireToken(verifyToken), json({ limit: '1mb' }));
  router.post('/v3/conversations', (request, response) => {
    const chat = newChat.safeParse(request.body);
    if (!chat.success) throw new Refusal(403, 'Forbidden', 'A bot can begin a chat with one person only.');
    const person = findByTeamsId(world, chat.data.members[0].id);
    if (person === undefined)
      throw new Refusal(404, 'UserNotFound', 'The person is not known in this tenant.');
    if (!hasApp(person.user.id))
      throw new Refusal(403, 'BadArgument', "Bot is not installed in user's personal scope");
    answer(response, 201, { id: personalChatIdOf(person.user.id) });
  });
  router.post(`${CONVERSATION}/activities`, say);
  router.post(ACTIVITY, say);
  router.put(ACTIVITY, change);
  router.delete(ACTIVITY, (request, response) => {
    store.remove(ownMessageOf(request).id);
    response.status(200).end();
  });
  addMemberRoutes(router, { world, rosterOf });
  router.use(refuse);
  return router;
}

function toActivity(body: unknown): OutboundActivity {
  if (JSON.stringify(body ?? '').length > MOST_CHARACTERS) throw tooBig();
  const parsed = outboundActivity.safeParse(body);
  if (!parsed.success) throw new Refusal(400, 'BadSyntax', issuesOf('Activity', parsed).join('; '));
  return parsed.data;
}
