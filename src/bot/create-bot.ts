import { Application } from '@microsoft/teams-ai/lib/Application';
import type { Activity, TurnContext } from 'botbuilder';
import { noticeCard } from '../cards/notice';
import { userKey } from '../domain/user-key';
import { currentTurnId, noteInTurn } from '../logging/turn-context';
import { textsFor } from '../i18n/catalog';
import { claimDelivery, sendAnswerOnly } from './activity/claims';
import { observeTurn } from './activity/observe-turn';
import { findAnswerContext } from './activity/personal-chat';
import { findRepeat } from './activity/repeat';
import { answerInvoke, sendNotice, sendReply } from './activity/send-reply';
import { createSentAnswers } from './activity/sent-answers';
import { createTurnId, toTurn, type TurnHandler } from './activity/to-turn';
import { invokeNames, type InvokeName } from './activity/wire';
import type { BotDependencies } from './dependencies';
import { replyToError } from './reply-to-error';
import { createChatSignIn } from './sign-in/chat-sign-in';
import { createRunSignedIn } from './sign-in/run-signed-in';
import { createAnswerQuestion } from './surfaces/answer-question';
import { createCardActions } from './surfaces/card-actions';
import { createFeedback } from './surfaces/feedback';
import { createFileConsent } from './surfaces/file-consent';
import { createMessages } from './surfaces/messages';
import { createSearches } from './surfaces/searches';
import { createSettings } from './surfaces/settings';

type ActivityHandler = (context: TurnContext) => Promise<void>;

/**
 * Until when calls may keep a turn waiting: a chat turn is answered within 10 s, an invoke within 5, a search within 4
 * (docs/architecture.md#time).
 */
const CHAT_DEADLINE_MS = 8_000;
const CARD_ACTION_DEADLINE_MS = 4_000;
const SEARCH_DEADLINE_MS = 3_500;
/** Teams may report one installation twice, by two events or for two scopes; within this time it is greeted once. */
const GREETING_CLAIM_MS = 60_000;

/** Returns what handles one verified bot activity. It never throws, and an invoke always gets a response. */
export function createBot(dependencies: BotDependencies): ActivityHandler {
  const { claims, log } = dependencies;
  const tellFailure = createTellFailure(dependencies);
  const router = createRouter(dependencies);

  async function handle(context: TurnContext): Promise<void> {
    const delivery = await claimDelivery(claims, context);
    if (delivery !== 'first') noteInTurn({ outcome: 'repeated' });
    if (delivery === 'answerOnly') sendAnswerOnly(context);
    const isHandled = delivery !== 'ignored' && hasRoutingIds(context) && (await router.run(context));
    // Answer unknown invokes with 200, so that Teams shows no error.
    if (!isHandled && context.activity.type === 'invoke') await answerInvoke(context, 200);
  }

  return async (context) => {
    const { activity } = context;
    const id = createTurnId();
    await observeTurn({ id, activity, log }, async () => {
      try {
        await handle(context);
      } catch (error) {
        await tellFailure(context, error);
      }
    });
  };
}

/** Says that a turn failed, in the conversation that its answer goes to. Never throws. */
function createTellFailure(dependencies: BotDependencies) {
  const notify = async (context: TurnContext, error: unknown): Promise<void> => {
    const answered = findAnswerContext(context);
    const { locale } = answered.activity;
    const id = currentTurnId() ?? '';
    const turn = toTurn(answered.activity, { id, signal: AbortSignal.abort() });
    const asker = { id, locale, turn, repeat: findRepeat(answered) };
    await sendNotice(context, replyToError(error, asker, dependencies));
  };
  return (context: TurnContext, error: unknown): Promise<void> =>
    notify(context, error).catch((failure: unknown) => {
      const { locale } = context.activity;
      replyToError(failure, { id: currentTurnId() ?? '', locale }, dependencies);
    });
}

/**
 * Only the routing of teams-ai is used: no storage, no authentication, no typing timer, none of its card actions
 * (docs/reference/identity.md#teams-ai). Mentions are read in `mentions.ts`, since teams-ai trusts a message's entities
 * to be valid and few.
 */
function createRouter(dependencies: BotDependencies): Application {
  const { claims, dispatcher } = dependencies;
  const sentAnswers = createSentAnswers();
  const answer = createAnswerQuestion(dependencies, sentAnswers);
  const runSignedIn = createRunSignedIn(dependencies);
  const chatSignIn = createChatSignIn(dependencies, answer);
  const searches = createSearches(dispatcher, runSignedIn);
  const settings = createSettings(dependencies);
  const invokes: Readonly<Record<InvokeName, ActivityHandler>> = {
    'adaptiveCard/action': withTurn(createCardActions(dependencies, runSignedIn)),
    'composeExtension/anonymousQueryLink': searches.onAnonymousLink,
    'composeExtension/query': withTurn(searches.onQuery),
    'composeExtension/queryLink': withTurn(searches.onLink),
    'composeExtension/querySettingUrl': withTurn(settings.onOpen),
    'composeExtension/setting': withTurn(settings.onClose),
    'fileConsent/invoke': withTurn(createFileConsent(dependencies, runSignedIn)),
    'message/submitAction': withTurn(createFeedback(dependencies, sentAnswers)),
    'signin/failure': withTurn(chatSignIn.onFailure),
    'signin/tokenExchange': withTurn(chatSignIn.onTokenExchange),
    'signin/verifyState': withTurn(chatSignIn.onVerifyState),
  };

  const greet = withTurn(async (context, turn) => {
    if (!turn.isPersonalChat) return;
    const isFirst = await claims.claim(`greeting ${userKey(turn)}`, GREETING_CLAIM_MS);
    if (isFirst) await sendReply(context, await dispatcher.get('greeting', '').answer(turn));
  });

  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  const on = (matches: (activity: Activity) => boolean, handler: ActivityHandler, isInvoke = false): void => {
    app.addRoute(({ activity }) => Promise.resolve(matches(activity)), handler, isInvoke);
  };
  on(({ type }) => type === 'message', withTurn(createMessages(dependencies, answer)));
  on(({ type, action }) => type === 'installationUpdate' && action === 'add', greet);
  for (const invoke of invokeNames)
    on(({ type, name }) => type === 'invoke' && name === invoke, invokes[invoke], true);
  return app;
}

/** Runs a handler with the turn of the activity; refuses a sender who cannot be identified. */
function withTurn(handler: TurnHandler): ActivityHandler {
  return async (context) => {
    const signal = AbortSignal.timeout(toDeadlineMs(context.activity.name));
    const turn = toTurn(context.activity, { id: currentTurnId() ?? '', signal });
    if (turn !== undefined) return handler(context, turn);
    noteInTurn({ outcome: 'refused' });
    const { locale = 'en-US' } = context.activity;
    const sentence = textsFor(locale).t('notice.unknownSender');
    await sendNotice(context, noticeCard({ locale, tone: 'problem', sentence }));
  };
}

function toDeadlineMs(name: string | undefined): number {
  if (name === 'adaptiveCard/action') return CARD_ACTION_DEADLINE_MS;
  return name?.startsWith('composeExtension/') === true ? SEARCH_DEADLINE_MS : CHAT_DEADLINE_MS;
}

/** teams-ai throws on an activity without these ids. */
function hasRoutingIds({ activity }: TurnContext): boolean {
  return [activity.channelId, activity.recipient, activity.conversation, activity.from].every(
    (part) => (typeof part === 'string' ? part : (part as { id?: string } | undefined)?.id) !== undefined,
  );
}
