import { toActionOutcome, type ActionOutcome } from './action-outcome';
import type { Credentials } from './activities';
import type { ChatMessage } from './chat-store';
import { invokeOn, notify, SOMETHING_WENT_WRONG, whileBusy, type ClientSession } from './client-session';
import type { OAuthCard } from './wire-shapes';

/** An `Action.Execute` of a card, with the values of the card's inputs in `data`. */
export interface CardAction {
  readonly id?: string | undefined;
  readonly verb: string;
  readonly data?: unknown;
}

export type Trigger = 'manual' | 'automatic';

/** Runs `Action.Execute`, including a sign-in when the bot asks for one. */
export interface CardActions {
  press(message: ChatMessage, action: CardAction, trigger: Trigger): Promise<void>;
  /** Sends the action again with the state from the pop-up; does nothing when no sign-in is pending. */
  complete(message: ChatMessage, state: string): Promise<void>;
}

interface Press {
  readonly message: ChatMessage;
  readonly action: CardAction;
  readonly trigger: Trigger;
}

export function createCardActions(session: ClientSession): CardActions {
  const personId = session.person.user.id;
  const waitingForSignIn = new Map<string, Press>();

  async function execute(
    { message, action, trigger }: Press,
    credentials?: Credentials,
  ): Promise<ActionOutcome> {
    const value = { action: { type: 'Action.Execute', ...action }, trigger, ...credentials };
    const step = credentials === undefined ? '' : 'state' in credentials ? ' (signed in)' : ' (with token)';
    const answer = await invokeOn(session, message, {
      name: 'adaptiveCard/action',
      value,
      title: `invoke adaptiveCard/action ${action.verb}${trigger === 'automatic' ? ' (automatic)' : ''}${step}`,
    });
    return toActionOutcome(answer);
  }

  function offerSignIn(press: Press, card: OAuthCard): void {
    const [{ title, value: link }] = card.buttons;
    waitingForSignIn.set(press.message.id, press);
    session.store.changeView(press.message.id, personId, {
      signIn: { state: 'needed', text: card.text, title, link },
    });
  }

  function show({ message, trigger }: Press, outcome: ActionOutcome): void {
    if (outcome.kind === 'card' || outcome.kind === 'text') waitingForSignIn.delete(message.id);
    if (outcome.kind === 'card') {
      session.store.changeView(message.id, personId, { card: outcome.card, signIn: undefined });
    } else if (outcome.kind === 'text') {
      session.store.changeView(message.id, personId, { signIn: undefined });
      notify(session, message.conversationId, { kind: 'info', text: outcome.text });
    } else {
      if (outcome.kind === 'protocolError') notify(session, message.conversationId, outcome);
      if (trigger === 'manual') notify(session, message.conversationId, SOMETHING_WENT_WRONG);
    }
  }

  /** The client first tries a silent sign-in, whichever answer asks for one. */
  async function run(press: Press, credentials?: Credentials): Promise<void> {
    const first = await execute(press, credentials);
    if (first.kind !== 'loginRequest') {
      show(press, first);
      return;
    }
    const { connectionName, tokenExchangeResource: resource } = first.card;
    if (resource === undefined) {
      offerSignIn(press, first.card);
      return;
    }
    const token = session.ssoTokens[0].get();
    const second = await execute(press, { authentication: { id: resource.id, connectionName, token } });
    if (second.kind === 'preconditionFailed') offerSignIn(press, first.card);
    else if (second.kind === 'loginRequest') offerAgain(press, second.card);
    else show(press, second);
  }

  function offerAgain(press: Press, card: OAuthCard): void {
    if (card.tokenExchangeResource !== undefined) {
      const text = 'The bot asks again for the token that it has just been sent.';
      notify(session, press.message.conversationId, { kind: 'protocolError', text });
    }
    offerSignIn(press, card);
  }

  return {
    press: (message, action, trigger) => whileBusy(session, message, () => run({ message, action, trigger })),
    async complete(message, state) {
      const press = waitingForSignIn.get(message.id);
      if (press !== undefined) await whileBusy(session, message, () => run(press, { state }));
    },
  };
}
