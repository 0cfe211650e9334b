import { toNoticeData, type Notice as NoticeText } from '../cards/notice';
import type { RenderCard } from '../cards/render-card';
import { textFor, type Texts } from '../text/text-for';
import type { Reply } from './replies';
import type { Turn } from './turn';
import type { SignInOutcome } from './sign-in/sign-in-port';

/** Messages that come from the bot itself rather than from a feature. */
export interface Notices {
  personalChatOnly(turn: Turn): Notice;
  /** For a group chat or channel, when the answer goes to the personal chat. */
  answeredInPersonalChat(turn: Turn): Notice;
  /** For a user whom signing in again would not help. */
  refusal(turn: Turn, outcome: Exclude<SignInOutcome, { kind: 'signedIn' }>): Notice;
}

type Notice = Extract<Reply, { readonly kind: 'card' }>;

interface Dependencies {
  readonly renderCard: RenderCard;
  readonly botId: string;
  readonly clientId: string;
  readonly authorityHost: string;
}

export function createNotices({ renderCard, botId, clientId, authorityHost }: Dependencies): Notices {
  function say({ language }: Texts, notice: NoticeText): Notice {
    const card = renderCard('notice', toNoticeData(notice), language);
    return { kind: 'card', card, text: notice.sentence };
  }

  function sayWithChat(texts: Texts, sentence: 'personalChatOnly' | 'answeredInPersonalChat'): Notice {
    const url = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
    const button = { kind: 'link', title: texts.notice.openChat, url } as const;
    return say(texts, { sentence: texts.notice[sentence], button });
  }

  return {
    personalChatOnly: ({ locale }) => sayWithChat(textFor(locale), 'personalChatOnly'),
    answeredInPersonalChat: ({ locale }) => sayWithChat(textFor(locale), 'answeredInPersonalChat'),
    refusal({ tenantId, locale }, outcome) {
      const texts = textFor(locale);
      if (outcome.kind === 'notAssigned') return say(texts, { sentence: texts.outcomes.notAssigned });
      const url = `${authorityHost}/${tenantId}/adminconsent?client_id=${clientId}`;
      return say(texts, {
        sentence: texts.outcomes.adminConsentNeeded,
        button: { kind: 'link', title: texts.signIn.adminConsent, url },
      });
    },
  };
}
