import { createCardActions } from './card-actions';
import { findRefresh } from './automatic-refresh';
import type { ClientSession } from './client-session';
import { personalChatIdOf } from './conversations';
import { createExtension, type SearchRequest } from './extension';
import type { LinkView, SearchView } from './extension-views';
import type { Timeline } from './timeline';
import { ADAPTIVE_CARD } from './wire-shapes';

/**
 * One person's Outlook, in which the app is only a message extension for mails
 * (docs/reference/teams-platform.md#outlook-and-microsoft-365).
 */
export interface OutlookClient {
  readonly personId: string;
  search(request: SearchRequest): Promise<SearchView>;
  pasteLink(url: string): Promise<LinkView>;
  /** Same as in `TeamsClient`. */
  completeSearchSignIn(state: string): Promise<SearchView>;
  /** Opens a mail with the card, which refreshes automatically, whatever its `userIds` are. */
  readMail(card: Readonly<Record<string, unknown>>): Promise<void>;
  /** The opened mails, and Outlook's own alerts. */
  mailbox(): Timeline;
}

/** `session.store` holds the mails; each person's are in their personal chat. */
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
