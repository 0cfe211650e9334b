import { toNoticeData, type Notice as NoticeText } from '../cards/notice';
import type { RenderCard } from '../cards/render-card';
import { textFor, type Texts } from '../text/text-for';
import type { Reply } from './replies';
import type { Turn } from './turn';
import type { SignInOutcome } from './sign-in/sign-in-port';

/** What the bot itself has to say, apart from any feature. */
export interface Notices {
  personalChatOnly(turn: Turn): Notice;
  /** For a group or channel, when the answer itself goes elsewhere. */
  answeredInPersonalChat(turn: Turn): Notice;
  /** To somebody whom signing in again would not help. */
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
