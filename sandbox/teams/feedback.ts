import type { ChatMessage } from './chat-store';
import { describeAnswer, invokeOn, isAccepted, notify, type ClientSession } from './client-session';
import type { Reaction } from './timeline';

/** Thumbs under an answer of the bot. */
export interface Feedback {
  /** Sends a thumb with what the person wrote. Throws when the bot has not asked for it. */
  give(message: ChatMessage, reaction: Reaction, text: string): Promise<void>;
}

export function createFeedback(session: ClientSession): Feedback {
  return {
    async give(message, reaction, text) {
      if (message.asksFeedback !== true) throw new Error('The message asks for no feedback.');
      session.store.changeView(message.id, session.person.user.id, { feedback: reaction });
      const feedback = JSON.stringify({ feedbackText: text });
      const answer = await invokeOn(session, message, {
        name: 'message/submitAction',
        value: { actionName: 'feedback', actionValue: { reaction, feedback } },
        title: `invoke message/submitAction ${reaction}`,
      });
      if (isAccepted(answer)) return;
      const problem = `message/submitAction wants HTTP 200, got ${describeAnswer(answer)}.`;
      notify(session, message.conversationId, { kind: 'protocolError', text: problem });
    },
  };
}
