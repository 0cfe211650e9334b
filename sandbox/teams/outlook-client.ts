import { createCardActions } from './card-actions';
import { findRefresh } from './automatic-refresh';
import type { ClientSession } from './client-session';
import { personalChatIdOf } from './conversations';
import { createExtension, type SearchRequest } from './extension';
import type { LinkView, SearchView } from './extension-views';
import type { Timeline } from './timeline';
import { ADAPTIVE_CARD } from './wire-shapes';

/**
 * One person's Outlook, where the app is the message extension of a mail alone
 * (docs/reference/teams-platform.md#outlook-and-microsoft-365).
 */
export interface OutlookClient {
  readonly personId: string;
  search(request: SearchRequest): Promise<SearchView>;
  pasteLink(url: string): Promise<LinkView>;
  /** As that of `TeamsClient`. */
  completeSearchSignIn(state: string): Promise<SearchView>;
  /** Reads a mail with the card: whatever its `userIds` say, it refreshes itself. */
  readMail(card: Readonly<Record<string, unknown>>): Promise<void>;
  /** The mails that were read, and what Outlook itself says. */
  mailbox(): Timeline;
}

/** `session.store` holds mails, each person's in what is their personal chat in Teams. */
export function createOutlookClient(session: ClientSession): OutlookClient {
  const { store } = session;
  const personId = session.person.user.id;
  const mailboxId = personalChatIdOf(personId);
  const actions = createCardActions(session);
  const extension = createExtension(session);

  return {
    personId,
    search: (request) => extension.search(mailboxId, request),
    pasteLink: (url) => extension.unfurl({ conversationId: mailboxId, url, hasApp: true }),
    completeSearchSignIn: (state) => extension.completeSignIn(state),
    async readMail(card) {
      const attachments = [{ contentType: ADAPTIVE_CARD, content: card }];
      const mail = store.add({ conversationId: mailboxId, authorId: personId, text: '', attachments });
      const refresh = findRefresh(card);
      if (refresh !== undefined) await actions.press(mail, refresh.action, 'automatic');
    },
    mailbox: () => store.timeline(mailboxId, personId),
  };
}
