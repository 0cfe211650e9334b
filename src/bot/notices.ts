import { toNoticeData, type Notice } from '../cards/notice';
import type { RenderCard } from '../cards/render-card';
import { en } from '../text/en';
import type { Reply, Turn } from './routes';
import type { SignInOutcome } from './sign-in';

/** What the bot itself has to say, apart from any feature. */
export interface Notices {
  personalChatOnly(): Reply;
  /** To somebody whom signing in again would not help. */
  refusal(turn: Turn, outcome: Exclude<SignInOutcome, { kind: 'signedIn' }>): Reply;
}

interface Dependencies {
  readonly renderCard: RenderCard;
  readonly botId: string;
  readonly clientId: string;
  readonly authorityHost: string;
}

export function createNotices({ renderCard, botId, clientId, authorityHost }: Dependencies): Notices {
  function say(notice: Notice): Reply {
    return { kind: 'card', card: renderCard('notice', toNoticeData(notice)), text: notice.sentence };
  }

  return {
    personalChatOnly() {
      const url = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
      return say({
        sentence: en.notice.personalChatOnly,
        button: { kind: 'link', title: en.notice.openChat, url },
      });
    },
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
