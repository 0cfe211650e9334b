import type { BotAnswer } from './bot-channel';
import type { ChatMessage } from './chat-store';
import { describeAnswer, invokeOn, notify, originOf, type ClientSession } from './client-session';
import { OAUTH_CARD, oauthCard, type OAuthCard } from './wire-shapes';

/** Sign-in by an OAuth card in a conversation. */
export interface ChatSignIn {
  /** Handles a new card: tries silently on all devices and shows the button only when that fails. */
  receive(message: ChatMessage, clientCount: number): Promise<void>;
  complete(message: ChatMessage, state: string): Promise<void>;
  fail(message: ChatMessage, reason: string): Promise<void>;
}

export function findOAuthCard(message: ChatMessage): unknown {
  return message.attachments.find(({ contentType }) => contentType === OAUTH_CARD)?.content;
}

export function createChatSignIn(session: ClientSession): ChatSignIn {
  const personId = session.person.user.id;

  function protocolError(message: ChatMessage, text: string): void {
    notify(session, message.conversationId, { kind: 'protocolError', text });
  }

  function reportFailure(message: ChatMessage, code: string, text: string): Promise<BotAnswer> {
    return invokeOn(session, message, {
      name: 'signin/failure',
      value: { code, message: text },
      title: `invoke signin/failure ${code}`,
    });
  }

  function showButton(message: ChatMessage, card: OAuthCard): void {
    const [{ title, value: link }] = card.buttons;
    session.store.changeView(message.id, personId, {
      signIn: { state: 'needed', text: card.text, title, link },
    });
  }

  /** Whether the bot took the token of at least one device. */
  async function trySilently(message: ChatMessage, card: OAuthCard, clientCount: number): Promise<boolean> {
    const exchanges = session.ssoTokens.slice(0, clientCount).map((ssoToken) =>
      invokeOn(session, message, {
        name: 'signin/tokenExchange',
        value: {
          id: card.tokenExchangeResource?.id,
          connectionName: card.connectionName,
          token: ssoToken.get(),
        },
      }),
    );
    const answers = await Promise.all(exchanges);
    for (const answer of answers.filter((one) => !hasStatus(one, 200) && !hasStatus(one, 412))) {
      protocolError(message, `signin/tokenExchange wants 200 or 412, got ${describeAnswer(answer)}.`);
      await reportFailure(message, 'invokeerror', describeAnswer(answer));
    }
    return answers.some((answer) => hasStatus(answer, 200));
  }

  return {
    async receive(message, clientCount) {
      const card = oauthCard.safeParse(findOAuthCard(message));
      if (!card.success) {
        await reportFailure(message, 'oauthcardnotvalid', 'The OAuth card cannot be read.');
        return;
      }
      const { tokenExchangeResource: resource } = card.data;
      const isChannel = originOf(session, message.conversationId).conversation.type === 'channel';
      if (resource?.uri !== undefined && resource.uri !== session.appIdUri) {
        protocolError(message, 'The OAuth card names another resource than the manifest.');
        await reportFailure(message, 'resourcematchfailed', 'The resource differs from the manifest.');
      } else if (
        resource === undefined ||
        isChannel ||
        !(await trySilently(message, card.data, clientCount))
      ) {
        showButton(message, card.data);
      }
    },

    async complete(message, state) {
      const answer = await invokeOn(session, message, { name: 'signin/verifyState', value: { state } });
      const { signIn } = session.store.viewOf(message.id, personId);
      if (hasStatus(answer, 200)) {
        session.store.changeView(message.id, personId, { signIn: signIn && { ...signIn, state: 'done' } });
        return;
      }
      notify(session, message.conversationId, {
        kind: 'error',
        text: 'Signing in did not work. Please try again.',
      });
      if (!hasStatus(answer, 404) && !hasStatus(answer, 412))
        protocolError(message, `signin/verifyState wants 200, 404 or 412, got ${describeAnswer(answer)}.`);
    },

    async fail(message, reason) {
      const answer = await reportFailure(message, 'authrequestfailed', reason);
      if (!hasStatus(answer, 200))
        protocolError(message, `signin/failure wants 200, got ${describeAnswer(answer)}.`);
    },
  };
}

function hasStatus(answer: BotAnswer, status: number): boolean {
  return answer.kind === 'answered' && answer.status === status;
}
