import type { Author, ConversationView, Suggestion, Timeline } from '../teams/timeline';
import type { WireEntry } from '../wire-log';
import type { Demo } from '../world/demo';
import type { Person } from '../world/world';

/** The shapes of the server's answers to the page. Plain JSON. */

export interface WorldView {
  /** ISO 8601 */
  readonly now: string;
  /** Origin of the bot's own pages. */
  readonly botOrigin: string;
  /** Whether the manifest gives the message extension settings. */
  readonly hasExtensionSettings: boolean;
  /** The person to start with is the first. */
  readonly people: readonly PersonView[];
  readonly demo: Demo;
}

/** A person as the page offers them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly place: string;
  /** HH:mm */
  readonly localTime: string;
  readonly story: string;
  readonly group: Person['group'];
  /** Path of the person's picture; those without one have initials. */
  readonly faceUrl?: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly traits: readonly string[];
}

/** A chat in the list of chats; `last` is its newest message. */
export interface ChatView extends ConversationView {
  readonly last?: { readonly at: string; readonly author: Author; readonly text: string };
}

export interface ChatTimeline extends Timeline {
  readonly memberCount: number;
  /** Whether the person has the app. */
  readonly hasApp: boolean;
  /** Prompt starters of the app for this conversation. */
  readonly starters: readonly Suggestion[];
}

export interface MemberView {
  readonly id: string;
  readonly name: string;
}

/** An event that the person can make happen in a chat; `text` is present when it takes one. */
export interface EventOption {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly text?: string;
}

/** A wire log entry without its bodies. */
export type WireLine = Omit<WireEntry, 'request' | 'response'>;

/** State of the bot's process. */
export interface BotEvent {
  readonly state: 'running' | 'restarting' | 'stopped';
}
