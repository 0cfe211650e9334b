import type { ChatMessage } from './chat-store';
import {
  describeAnswer,
  invokeOn,
  isAccepted,
  notify,
  SOMETHING_WENT_WRONG,
  whileBusy,
  type ClientSession,
} from './client-session';
import type { BotAnswer } from './bot-channel';
import { quote } from './shorten-tokens';
import { FILE_CONSENT, fileConsentCard, type FileConsentCard } from './wire-shapes';

export type FileDecision = 'accept' | 'decline';

/** The buttons of a card with which the bot offers a file. */
export interface FileConsent {
  /**
   * Throws when the message offers no file or the offer has been answered. Teams does not change the card; the bot may.
   */
  decide(message: ChatMessage, decision: FileDecision): Promise<void>;
}

const OUTCOMES = { accept: 'accepted', decline: 'declined' } as const;

export function createFileConsent(session: ClientSession): FileConsent {
  const { store, drive } = session;
  const personId = session.person.user.id;

  function offerIn({ id, attachments, conversationId }: ChatMessage): FileConsentCard {
    const card = attachments.find(({ contentType }) => contentType === FILE_CONSENT);
    const offer = fileConsentCard.safeParse(card);
    if (!offer.success) throw new Error('The message offers no file.');
    if (store.findConversation(conversationId)?.type !== 'personal')
      throw new Error('Files are offered in personal chats only.');
    const { isBusy = false, fileConsent } = store.viewOf(id, personId);
    if (isBusy || fileConsent !== undefined) throw new Error('The offer has been answered.');
    return offer.data;
  }

  function tell(
    { name, content }: FileConsentCard,
    action: FileDecision,
    message: ChatMessage,
  ): Promise<BotAnswer> {
    const decision =
      action === 'accept'
        ? { context: content.acceptContext, uploadInfo: drive.beginUpload(personId, name) }
        : { context: content.declineContext };
    return invokeOn(session, message, {
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action, ...decision },
      title: `invoke fileConsent/invoke ${action} ${quote(name)}`,
    });
  }

  return {
    async decide(message, decision) {
      const offer = offerIn(message);
      // Before the bot gets the answer: it may replace this card with another one, which is not answered yet.
      store.changeView(message.id, personId, { fileConsent: OUTCOMES[decision] });
      const answer = await whileBusy(session, message, () => tell(offer, decision, message));
      if (isAccepted(answer)) return;
      const text = `fileConsent/invoke wants HTTP 200, got ${describeAnswer(answer)}.`;
      notify(session, message.conversationId, { kind: 'protocolError', text });
      notify(session, message.conversationId, SOMETHING_WENT_WRONG);
      store.changeView(message.id, personId, { fileConsent: undefined });
    },
  };
}
