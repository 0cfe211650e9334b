/** What the message extension shows a person. Plain JSON, so that it can be sent to the page. */

/** One line of the result list, and the card that the person gets by choosing it. */
export interface SearchHit {
  readonly preview: { readonly title: string; readonly text: string; readonly imageUrl?: string };
  readonly card: Readonly<Record<string, unknown>>;
}

/** A sign-in button. What its pop-up passes to `notifySuccess` goes to `TeamsClient.completeSearchSignIn`. */
export interface SignInOffer {
  readonly kind: 'signIn';
  readonly text: string;
  readonly title: string;
  readonly link: string;
}

/** The result of a search. */
export type SearchView =
  | { readonly kind: 'results'; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | SignInOffer;

/** The settings of the extension: a page to open, which ends as a sign-in page does. */
export type SettingsView =
  { readonly kind: 'page'; readonly link: string } | { readonly kind: 'error'; readonly text: string };

/** The result of pasting a link: a card for the draft, a message, or `none` when it stays a plain link. */
export type LinkView =
  | ({ readonly kind: 'card' } & SearchHit)
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly text: string }
  | SignInOffer;
