/** A conversation as one person's Teams client shows it. Plain JSON, so that it can be sent to the page. */
export interface Timeline {
  readonly conversation: ConversationView;
  /** Oldest first. */
  readonly messages: readonly MessageView[];
  /** Oldest first; each is shown after the message `afterMessageId`. */
  readonly alerts: readonly Alert[];
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
  readonly author: Author;
  readonly text: string;
  /** Adaptive Cards as this person sees them: their own view replaces the card that everyone gets. */
  readonly attachments: readonly Attachment[];
  readonly isEdited: boolean;
  /** A deleted message is empty. */
  readonly isDeleted: boolean;
  readonly isLiked: boolean;
  /** Whether an action of this person on the message is in progress. */
  readonly isBusy: boolean;
  readonly signIn?: SignInView;
  /** Present once the person has accepted or declined the file that the message offers. */
  readonly fileConsent?: 'accepted' | 'declined';
  /** Phrases that the bot suggests to this person; only the last message of a conversation shows them. */
  readonly suggestions?: readonly Suggestion[];
  /** Present when the bot asked for thumbs; what the person has said. */
  readonly feedback?: 'none' | Reaction;
}

export interface Suggestion {
  readonly title: string;
  /** Sent as if it had been typed. */
  readonly text: string;
}

export type Reaction = 'like' | 'dislike';

export interface Author {
  readonly isBot: boolean;
  readonly id: string;
  readonly name: string;
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
  /** Opens in a pop-up. What it passes to `notifySuccess` goes to `TeamsClient.completeSignIn`. */
  readonly link: string;
}

/**
 * A line that the Teams client itself shows: `info` is the text of an action's answer, `error` is shown by Teams
 * when the bot fails, `protocolError` (only in the sandbox) names what the bot did wrong on the wire.
 */
export interface Alert {
  readonly id: number;
  readonly at: string;
  readonly kind: 'info' | 'error' | 'protocolError';
  readonly text: string;
  readonly afterMessageId?: string;
}
