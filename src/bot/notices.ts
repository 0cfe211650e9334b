import type { CardReply } from '../cards/define-card';
import { noticeCard, type Notice } from '../cards/notice';
import { toMyCoursesAction } from '../cards/parts/course-subject';
import { textsFor } from '../i18n/catalog';
import { toBotChatUrl } from '../lib/teams-links';
import type { Refusal } from './sign-in/sign-in-port';
import type { Turn } from './turn';

/** What the links of notices contain. */
export interface Registration {
  readonly botId: string;
  readonly clientId: string;
  readonly authorityHost: string;
  /** Page where people get help; https, unless the bot runs on this machine. */
  readonly contactUrl?: string | undefined;
}

/** The one button of a notice. */
export type NoticeButton = Pick<Notice, 'action' | 'link'>;

/** Opens the sender's chat with the bot. */
function chatLink({ locale }: Pick<Turn, 'locale'>, botId: string): Required<Notice>['link'] {
  return { title: textsFor(locale).t('notice.openChat'), url: toBotChatUrl(botId) };
}

/** The page where an admin lets Coursemate read courses. */
export function approvalLink(
  { tenantId, locale }: Turn,
  { authorityHost, clientId }: Registration,
): NoticeButton {
  const url = `${authorityHost}/${tenantId}/adminconsent?client_id=${clientId}`;
  return { link: { title: textsFor(locale).t('signIn.adminConsent'), url } };
}

/** Opens the contact of the configuration; without a contact, the button is `otherwise`. */
export function adminButton(
  { locale }: Pick<Turn, 'locale'>,
  { contactUrl }: Registration,
  otherwise: NoticeButton,
): NoticeButton {
  if (contactUrl === undefined) return otherwise;
  return { link: { title: textsFor(locale).t('notice.askAdmin'), url: contactUrl } };
}

/** For a group chat or channel: whether the answer went to the personal chat, with a link to that chat. */
export function personalChatNotice(
  turn: Turn,
  sentence: 'personalChatOnly' | 'answeredInPersonalChat',
  { botId }: Registration,
): CardReply {
  const { locale } = turn;
  return noticeCard({
    locale,
    sentence: textsFor(locale).t(`notice.${sentence}`),
    link: chatLink(turn, botId),
  });
}

/** Shows the sender's own courses, or opens the chat where it can. */
export function myCoursesButton(turn: Turn, { botId }: Registration, title?: string): NoticeButton {
  return turn.isPersonalChat ? { action: toMyCoursesAction(turn, title) } : { link: chatLink(turn, botId) };
}

/** Says why a button has no answer. */
export function refusedActionNotice(turn: Turn, sentence: string, registration: Registration): CardReply {
  const button = myCoursesButton(turn, registration);
  return noticeCard({ locale: turn.locale, tone: 'problem', sentence, ...button });
}

/** For a user whom signing in again would not help. */
export function refusalNotice(
  turn: Turn,
  { kind, repeat = {} }: Refusal & { readonly repeat?: NoticeButton },
  registration: Registration,
): CardReply {
  const { locale } = turn;
  const { t } = textsFor(locale);
  const isApproval = kind === 'adminConsentNeeded';
  const button = isApproval ? approvalLink(turn, registration) : adminButton(turn, registration, repeat);
  return noticeCard({ locale, tone: 'problem', sentence: t(`outcomes.${kind}`), ...button });
}
