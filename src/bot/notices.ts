import type { CardReply } from '../cards/define-card';
import { noticeCard } from '../cards/notice';
import { textsFor } from '../i18n/catalog';
import type { Refusal } from './sign-in/sign-in-port';
import type { Turn } from './turn';

/** What the links of notices contain. */
export interface Registration {
  readonly botId: string;
  readonly clientId: string;
  readonly authorityHost: string;
  /** Page where people get help; https, unless the bot runs on this machine. */
  readonly contact?: { readonly url: string };
}

/** For a group chat or channel: whether the answer went to the personal chat, with a link to that chat. */
export function personalChatNotice(
  { locale }: Turn,
  sentence: 'personalChatOnly' | 'answeredInPersonalChat',
  { botId }: Registration,
): CardReply {
  const { t } = textsFor(locale);
  const url = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
  return noticeCard({
    locale,
    sentence: t(`notice.${sentence}`),
    link: { title: t('notice.openChat'), url },
  });
}

/** For a user whom signing in again would not help. */
export function refusalNotice(
  { tenantId, locale }: Turn,
  { kind }: Refusal,
  { authorityHost, clientId }: Registration,
): CardReply {
  const { t } = textsFor(locale);
  if (kind === 'notAssigned') return noticeCard({ locale, sentence: t('outcomes.notAssigned') });
  const url = `${authorityHost}/${tenantId}/adminconsent?client_id=${clientId}`;
  const link = { title: t('signIn.adminConsent'), url };
  return noticeCard({ locale, sentence: t('outcomes.adminConsentNeeded'), link });
}
