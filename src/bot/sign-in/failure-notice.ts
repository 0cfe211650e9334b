import type { CardReply } from '../../cards/define-card';
import { noticeCard } from '../../cards/notice';
import { textsFor } from '../../i18n/catalog';
import { adminButton, myCoursesButton, refusalNotice, type Registration } from '../notices';
import type { Turn } from '../turn';

/** Codes that our sign-in page or Teams reports when the user canceled. */
const CANCELED = ['ConsentRefused', 'CancelledByUser', 'CanceledByUser'];
/** The client continues by itself, with the sign-in button (docs/reference/teams-platform.md#sign-in-failure-codes). */
const CLIENT_CONTINUES = ['userconsentrequired', 'interactionrequired'];

/** The reply to a sign-in that the client reports as failed with these codes; undefined when the client continues. */
export function failureNotice(
  turn: Turn,
  codes: readonly string[],
  registration: Registration,
): CardReply | undefined {
  const says = (...words: readonly string[]): boolean => codes.some((code) => words.includes(code));
  const { locale } = turn;
  const { t } = textsFor(locale);
  const signIn = myCoursesButton(turn, registration, t('signIn.button'));
  if (says(...CLIENT_CONTINUES)) return undefined;
  if (says('AdminConsentRequired')) return refusalNotice(turn, { kind: 'adminConsentNeeded' }, registration);
  if (says('NotAssigned')) return refusalNotice(turn, { kind: 'notAssigned', repeat: signIn }, registration);
  if (says('BlockedByPolicy')) {
    const button = adminButton(turn, registration, signIn);
    return noticeCard({ locale, tone: 'problem', sentence: t('faults.signInPolicy'), ...button });
  }
  const sentence = t(says(...CANCELED) ? 'signIn.canceled' : 'signIn.clientFailed');
  return noticeCard({ locale, tone: 'problem', sentence, ...signIn });
}
