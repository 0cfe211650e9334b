import type { TurnContext } from 'botbuilder';
import { withDeadline } from '../../lib/deadline';
import { noteInTurn } from '../../logging/turn-context';
import { answerInvoke, answerSearch } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { linkValue, searchValue } from '../activity/wire';
import type { Dispatcher } from '../dispatch';
import { noHits, searchParameter, type SearchReply } from '../routes';
import type { RunSignedIn, SignedInResult } from '../sign-in/run-signed-in';

/** Answers the message extension's searches and pasted links (docs/reference/teams-platform.md#message-extension). */
export interface Searches {
  readonly onQuery: TurnHandler;
  readonly onLink: TurnHandler;
  /** The app is not installed. There is no turn, since Teams sends `redacted` in place of the sender's ids. */
  readonly onAnonymousLink: (context: TurnContext) => Promise<void>;
}

const MOST_CHARACTERS = 100;
/** Until when Graph may keep a search waiting: the rest of 1.8 s is for making and sending the answer. */
const WAIT_MS = 1_600;

export function createSearches(dispatcher: Dispatcher, runSignedIn: RunSignedIn): Searches {
  return {
    async onQuery(context, turn) {
      const startedAt = performance.now();
      const value = searchValue.safeParse(context.activity.value);
      const search = dispatcher.find('search', value.data?.commandId ?? '');
      if (!value.success || search === undefined) return answerSearch(context, noHits);
      const { commandId, parameters, queryOptions } = value.data;
      noteInTurn({ command: commandId });
      const query = { text: toSearchText(parameters), ...queryOptions };
      await answer(
        context,
        await runSignedIn(turn, value.data, (signedIn) =>
          withDeadline(
            WAIT_MS - (performance.now() - startedAt),
            (signal) => search.answer({ ...signedIn, signal }, query),
            turn.signal,
          ),
        ),
      );
    },

    async onLink(context, turn) {
      const value = linkValue.safeParse(context.activity.value);
      const link = dispatcher.get('link', '');
      if (!value.success || !link.isOurs(value.data.url)) return answerSearch(context, noHits);
      const { url } = value.data;
      await answer(context, await runSignedIn(turn, value.data, (signedIn) => link.answer(signedIn, url)));
    },

    async onAnonymousLink(context) {
      const value = linkValue.safeParse(context.activity.value);
      if (!value.success) return answerSearch(context, noHits);
      const link = dispatcher.get('link', '');
      await answerSearch(context, link.answerAnonymous(value.data.url, context.activity.locale));
    },
  };
}

async function answer(context: TurnContext, result: SignedInResult<SearchReply>): Promise<void> {
  switch (result.kind) {
    case 'done':
      return answerSearch(context, result.value);
    case 'tokenNeeded': {
      const [{ title, value }] = result.createCard().buttons;
      const suggestedActions = { actions: [{ type: 'openUrl', title, value }] };
      return answerInvoke(context, 200, { composeExtension: { type: 'silentAuth', suggestedActions } });
    }
    case 'signInNeeded':
      // The client then offers the sign-in page that `silentAuth` named.
      return answerInvoke(context, 412);
    case 'refused':
      return answerSearch(context, { kind: 'text', text: result.reply.text });
  }
}

/** Returns the typed text, at most 100 characters; empty when the extension opens, which sends `initialRun` instead. */
function toSearchText(parameters: readonly { readonly name: string; readonly value?: unknown }[]): string {
  const value = parameters.find(({ name }) => name === searchParameter)?.value;
  if (typeof value !== 'string') return '';
  return value
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS);
}
