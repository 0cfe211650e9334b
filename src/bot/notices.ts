import type { CardReply } from '../cards/define-card';
import { noticeCard } from '../cards/notice';
import { textsFor } from '../i18n/catalog';
import type { Turn } from './turn';
import type { SignInOutcome } from './sign-in/sign-in-port';

/** Messages that come from the bot itself rather than from a feature. */
export interface Notices {
  personalChatOnly(turn: Turn): CardReply;
  /** For a group chat or channel, when the answer goes to the personal chat. */
  answeredInPersonalChat(turn: Turn): CardReply;
  /** For a user whom signing in again would not help. */
  refusal(turn: Turn, outcome: Exclude<SignInOutcome, { kind: 'signedIn' }>): CardReply;
}

interface Dependencies {
  readonly botId: string;
  readonly clientId: string;
  readonly authorityHost: string;
}

export function createNotices({ botId, clientId, authorityHost }: Dependencies): Notices {
  function sayWithChat({ locale }: Turn, sentence: 'personalChatOnly' | 'answeredInPersonalChat'): CardReply {
    const { t } = textsFor(locale);
    const url = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
    return noticeCard({
      locale,
      sentence: t(`notice.${sentence}`),
      link: { title: t('notice.openChat'), url },
    });
  }

  return {
    personalChatOnly: (turn) => sayWithChat(turn, 'personalChatOnly'),
    answeredInPersonalChat: (turn) => sayWithChat(turn, 'answeredInPersonalChat'),
    refusal({ tenantId, locale }, outcome) {
      const { t } = textsFor(locale);
      if (outcome.kind === 'notAssigned') return noticeCard({ locale, sentence: t('outcomes.notAssigned') });
      const url = `${authorityHost}/${tenantId}/adminconsent?client_id=${clientId}`;
      return noticeCard({
        locale,
        sentence: t('outcomes.adminConsentNeeded'),
        link: { title: t('signIn.adminConsent'), url },
      });
    },
  };
}
