import { toNoticeData, type Notice as NoticeText } from '../cards/notice';
import type { RenderCard } from '../cards/render-card';
import { en } from '../text/en';
import type { Reply, Turn } from './routes';
import type { SignInOutcome } from './sign-in';

/** What the bot itself has to say, apart from any feature. */
export interface Notices {
  personalChatOnly(): Notice;
  /** For a group or channel, when the answer itself goes elsewhere. */
  answeredInPersonalChat(): Notice;
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
  function say(notice: NoticeText): Notice {
    return { kind: 'card', card: renderCard('notice', toNoticeData(notice)), text: notice.sentence };
  }

  function sayWithChat(sentence: string): Notice {
    const url = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
    return say({ sentence, button: { kind: 'link', title: en.notice.openChat, url } });
  }

  return {
    personalChatOnly: () => sayWithChat(en.notice.personalChatOnly),
    answeredInPersonalChat: () => sayWithChat(en.notice.answeredInPersonalChat),
    refusal({ tenantId }, outcome) {
      if (outcome.kind === 'notAssigned') return say({ sentence: en.outcomes.notAssigned });
      const url = `${authorityHost}/${tenantId}/adminconsent?client_id=${clientId}`;
      return say({
        sentence: en.outcomes.adminConsentNeeded,
        button: { kind: 'link', title: en.signIn.adminConsent, url },
      });
    },
  };
}
