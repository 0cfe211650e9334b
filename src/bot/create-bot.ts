import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnContext } from 'botbuilder';
import type { Claims } from '../domain/ports';
import type { Logger } from '../logging/logger';
import { noteInTurn } from '../logging/turn-context';
import { textFor } from '../text/text-for';
import { createAnswerQuestion } from './surfaces/answer-question';
import { createCardActions } from './surfaces/card-actions';
import { createChatSignIn } from './sign-in/chat-sign-in';
import { createFileConsent } from './surfaces/file-consent';
import { createMessages } from './surfaces/messages';
import type { Notices } from './notices';
import { observeTurn } from './activity/observe-turn';
import { placeOfAnswers } from './surfaces/personal-chat';
import { createDispatcher } from './dispatch';
import { claimDelivery, sendAnswerOnly } from './activity/repeated-delivery';
import { replyToError } from './reply-to-error';
import { createReread, type Understand } from './surfaces/reread';
import type { Route } from './routes';
import type { Turn } from './turn';
import { createRunSignedIn } from './sign-in/run-signed-in';
import { answerSearch, createSearches } from './surfaces/searches';
import { answerCardAction, answerInvoke, sendReply, toCardActionAnswer } from './activity/send-reply';
import type { CreateSignInCard, SignIn } from './sign-in/sign-in';
import type { SignInVisits } from './sign-in/sign-in-visits';
import { createTurnId, toTurn } from './activity/to-turn';
import type { UploadFile } from './surfaces/upload-file';

export interface Bot {
  /** One verified bot activity. Never throws; an invoke is always answered. */
  run(context: TurnContext): Promise<void>;
}

interface BotDependencies {
  /** What people can do, of all features. */
  readonly routes: readonly Route[];
  readonly signIn: SignIn;
  readonly createSignInCard: CreateSignInCard;
  readonly claims: Claims;
  readonly visits: SignInVisits;
  readonly notices: Notices;
  readonly uploadFile: UploadFile;
  readonly understand: Understand;
  readonly log: Logger;
}

type Handler = (context: TurnContext, turn: Turn) => Promise<void>;

/**
 * Until when Graph may keep a turn waiting: a chat turn is answered within 10 s, an invoke within 5, a search within 4
 * (docs/architecture.md#time).
 */
const CHAT_DEADLINE_MS = 8_000;
const CARD_ACTION_DEADLINE_MS = 4_000;
const SEARCH_DEADLINE_MS = 3_500;
/** An installation that is reported twice, by two events or to two scopes at once, is greeted once. */
const GREETED_MS = 60_000;
const CARD_ACTION = 'adaptiveCard/action';
const ANONYMOUS_LINK = 'composeExtension/anonymousQueryLink';

export function createBot(dependencies: BotDependencies): Bot {
  const { log, claims } = dependencies;
  const dispatcher = createDispatcher(dependencies.routes);
  const reread = createReread(dispatcher, dependencies.understand);
  const answer = createAnswerQuestion({ ...dependencies, dispatcher, reread });
  const onMessage = createMessages({ ...dependencies, dispatcher, answer });
  const chatSignIn = createChatSignIn({ ...dependencies, dispatcher, answer });
  const runSignedIn = createRunSignedIn(dependencies);
  const searches = createSearches({ ...dependencies, dispatcher, runSignedIn });
  const onCardAction = createCardActions({ ...dependencies, dispatcher, runSignedIn });
  const onFileConsent = createFileConsent({ ...dependencies, dispatcher, runSignedIn });
  // teams-ai for routing alone: no storage, no authentication, no typing timer, none of its card actions
  // (docs/reference/identity.md#teams-ai); it trusts the entities of a message to be whole and few, so mentions are
  // read here (mentions.ts).
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });

  function on(isMine: (context: TurnContext) => boolean, handler: Handler, isInvoke = false): void {
    app.addRoute(
      (context) => Promise.resolve(isMine(context)),
      (context) => withTurn(context, handler),
      isInvoke,
    );
  }

  function onInvoke(name: string, handler: Handler): void {
    on(({ activity }) => activity.type === 'invoke' && activity.name === name, handler, true);
  }

  on(({ activity }) => activity.type === 'message', onMessage);
  on(
    ({ activity }) => activity.type === 'installationUpdate' && activity.action === 'add',
    async (context, turn) => {
      if (!turn.isPersonalChat) return;
      const isFirst = await claims.claim(`greeting ${turn.tenantId} ${turn.userId}`, GREETED_MS);
      if (isFirst) await sendReply(context, await dispatcher.get('greeting', '').answer(turn));
    },
  );
  onInvoke('signin/tokenExchange', chatSignIn.onTokenExchange);
  onInvoke('signin/verifyState', chatSignIn.onVerifyState);
  onInvoke('signin/failure', chatSignIn.onFailure);
  onInvoke(CARD_ACTION, onCardAction);
  onInvoke('fileConsent/invoke', onFileConsent);
  onInvoke('composeExtension/query', searches.onQuery);
  onInvoke('composeExtension/queryLink', searches.onLink);
  app.addRoute(
    ({ activity }) => Promise.resolve(activity.type === 'invoke' && activity.name === ANONYMOUS_LINK),
    searches.onAnonymousLink,
    true,
  );

  return {
    async run(context) {
      const turnId = createTurnId();
      const { activity } = context;
      context.turnState.set(TURN_ID, turnId);
      await observeTurn({ id: turnId, activity, log }, async () => {
        try {
          const delivery = await claimDelivery(claims, context);
          if (delivery !== 'first') noteInTurn({ outcome: 'repeated' });
          if (delivery === 'answerOnly') sendAnswerOnly(context);
          const isRouted = delivery !== 'ignored' && hasRoutingIds(context) && (await app.run(context));
          // Whatever else Teams may send one day is none of our business, and no failure either.
          if (!isRouted && activity.type === 'invoke') await answerInvoke(context, 200);
        } catch (error) {
          const turn = { id: turnId, locale: activity.locale };
          await say(context, replyToError(error, turn, log)).catch((failure: unknown) => {
            replyToError(failure, turn, log);
          });
        }
      });
    },
  };
}

const TURN_ID = 'coursemate.turn-id';

async function withTurn(context: TurnContext, handler: Handler): Promise<void> {
  const signal = AbortSignal.timeout(toDeadlineMs(context.activity.name));
  const turn = toTurn(context.activity, { id: String(context.turnState.get(TURN_ID)), signal });
  if (turn !== undefined) return handler(context, turn);
  noteInTurn({ outcome: 'refused' });
  await say(context, textFor(context.activity.locale).notice.unknownSender);
}

function toDeadlineMs(name: string | undefined): number {
  if (name === CARD_ACTION) return CARD_ACTION_DEADLINE_MS;
  return isSearch(name) ? SEARCH_DEADLINE_MS : CHAT_DEADLINE_MS;
}

function isSearch(name: string | undefined): boolean {
  return name?.startsWith('composeExtension/') === true;
}

/** A sentence by whatever way the activity allows; an invoke that is already answered stays so. */
async function say(context: TurnContext, text: string): Promise<void> {
  const { type, name } = context.activity;
  if (type === 'invoke' && name === CARD_ACTION) {
    return answerCardAction(context, toCardActionAnswer({ kind: 'text', text }));
  }
  if (type === 'invoke' && isSearch(name)) return answerSearch(context, { kind: 'text', text });
  if (type === 'invoke') await answerInvoke(context, 200);
  await sendReply(placeOfAnswers(context), { kind: 'text', text });
}

/** teams-ai throws on an activity without these. */
function hasRoutingIds({ activity }: TurnContext): boolean {
  return [activity.channelId, activity.recipient, activity.conversation, activity.from].every(
    (part) => (typeof part === 'string' ? part : (part as { id?: string } | undefined)?.id) !== undefined,
  );
}
