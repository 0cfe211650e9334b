/** What one person sees of a conversation in their Teams client. Plain JSON, so that a page can be sent it. */
export interface Timeline {
  readonly conversation: ConversationView;
  /** Oldest first. */
  readonly messages: readonly MessageView[];
  /** Oldest first; `afterMessageId` says where each belongs. */
  readonly notices: readonly Notice[];
  readonly isBotTyping: boolean;
}

export interface ConversationView {
  readonly id: string;
  readonly type: ConversationType;
  readonly name: string;
}

export type ConversationType = 'personal' | 'groupChat' | 'channel';

export interface MessageView {
  readonly id: string;
  /** ISO 8601, time of the local world. */
  readonly at: string;
  readonly author: { readonly isBot: boolean; readonly id: string; readonly name: string };
  readonly text: string;
  /** Adaptive Cards as this person sees them: a view made for them alone replaces the card for everybody. */
  readonly attachments: readonly Attachment[];
  readonly isEdited: boolean;
  /** Then there is nothing in it. */
  readonly isDeleted: boolean;
  readonly isLiked: boolean;
  /** An action of this person on the message is under way. */
  readonly isBusy: boolean;
  readonly signIn?: SignInView;
  /** Present once the person has answered to the file that the message offers. */
  readonly fileConsent?: 'accepted' | 'declined';
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string | undefined;
  readonly name?: string | undefined;
}

/** A sign-in button: under a card whose action asked for it, or the whole of an OAuth card message. */
export interface SignInView {
  readonly state: 'needed' | 'done';
  readonly text: string;
  readonly title: string;
  /** Opens in a pop-up; what it hands to `notifySuccess` goes to `TeamsClient.completeSignIn`. */
  readonly link: string;
}

/**
 * A line which the Teams client itself shows: `info` is the text of an action's answer, `error` what Teams
 * says when the bot fails, `protocolError` (the sandbox's own) names what the bot did wrong on the wire.
 */
export interface Notice {
  readonly id: number;
  readonly at: string;
  readonly kind: 'info' | 'error' | 'protocolError';
  readonly text: string;
  readonly afterMessageId?: string;
}
