import type { TurnContext } from 'botbuilder';
import { noteInTurn } from '../../logging/turn-context';
import { textsFor } from '../../i18n/catalog';
import type { HandlerDependencies } from '../handler-dependencies';
import type { SignInCall } from '../sign-in/run-signed-in';
import { noHits, type SearchHit, type SearchReply } from '../replies';
import { searchParameter } from '../routes';
import type { SignedInTurn, Turn } from '../turn';
import { answerInvoke } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { linkValue, searchValue } from '../activity/wire';

/** Answers the message extension's searches and pasted links (docs/reference/teams-platform.md#message-extension). */
export interface Searches {
  readonly onQuery: TurnHandler;
  readonly onLink: TurnHandler;
  /** The app is not installed. There is no turn, since Teams sends `redacted` in place of the sender's ids. */
  readonly onAnonymousLink: (context: TurnContext) => Promise<void>;
}

const MOST_CHARACTERS = 100;

export function createSearches(dependencies: HandlerDependencies): Searches {
  const { dispatcher, runSignedIn, visits, createSignInCard, notices } = dependencies;

  async function answer(
    context: TurnContext,
    call: SignInCall,
    work: (turn: SignedInTurn) => Promise<SearchReply>,
  ): Promise<void> {
    const result = await runSignedIn(call, work);
    switch (result.kind) {
      case 'done':
        return answerSearch(context, result.value);
      case 'tokenNeeded':
        return answerInvoke(context, 200, { composeExtension: toSilentAuth(call.turn) });
      case 'signInNeeded':
        // The client then offers the sign-in page that `silentAuth` named.
        return answerInvoke(context, 412);
      case 'adminConsentNeeded':
      case 'notAssigned':
        return answerSearch(context, { kind: 'text', text: notices.refusal(call.turn, result).text });
    }
  }

  function toSilentAuth(turn: Turn): object {
    const [{ title, value }] = createSignInCard(turn, visits.issueState(turn)).buttons;
    return { type: 'silentAuth', suggestedActions: { actions: [{ type: 'openUrl', title, value }] } };
  }

  return {
    async onQuery(context, turn) {
      const value = searchValue.safeParse(context.activity.value);
      const search = dispatcher.find('search', value.data?.commandId ?? '');
      if (!value.success || search === undefined) return answerSearch(context, noHits);
      const { commandId, parameters, queryOptions, authentication, state } = value.data;
      noteInTurn({ command: commandId });
      const text = toSearchText(parameters);
      await answer(context, { turn, ssoToken: authentication?.token, state }, (signedIn) =>
        search.answer(signedIn, { text, ...queryOptions }),
      );
    },

    async onLink(context, turn) {
      const value = linkValue.safeParse(context.activity.value);
      const link = dispatcher.get('link', '');
      if (!value.success || !link.isOurs(value.data.url)) return answerSearch(context, noHits);
      const { url, authentication, state } = value.data;
      await answer(context, { turn, ssoToken: authentication?.token, state }, (signedIn) =>
        link.answer(signedIn, url),
      );
    },

    async onAnonymousLink(context) {
      const value = linkValue.safeParse(context.activity.value);
      if (!value.success) return answerSearch(context, noHits);
      const link = dispatcher.get('link', '');
      await answerSearch(context, await link.answerAnonymous(value.data.url, context.activity.locale));
    },
  };
}

/** Sends text or results as the response to any invoke of the message extension. */
export async function answerSearch(context: TurnContext, reply: SearchReply): Promise<void> {
  const alt = textsFor(context.activity.locale).t('course.thumbnailAlt');
  const composeExtension =
    reply.kind === 'text'
      ? { type: 'message', text: reply.text }
      : {
          type: 'result',
          attachmentLayout: 'list',
          attachments: reply.hits.map((hit) => toAttachment(hit, alt)),
          // Answers are personal: Teams must not cache them for the next user who pastes the link.
          suggestedActions: {
            actions: [{ type: 'setCachePolicy', value: JSON.stringify({ type: 'no-cache' }) }],
          },
        };
  await answerInvoke(context, 200, {
    composeExtension,
    cacheInfo: { cacheType: 'no-cache', cacheDuration: 0 },
  });
}

function toAttachment({ card, preview: { title, text, imageUrl } }: SearchHit, alt: string): object {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: card,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title, text, ...(imageUrl !== undefined && { images: [{ url: imageUrl, alt }] }) },
    },
  };
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
