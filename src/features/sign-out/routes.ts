import { openQuestion, type Route } from '../../bot/routes';
import { noticeCard } from '../../cards/notice';
import type { User } from '../../domain/user-key';
import { textsFor } from '../../i18n/catalog';

/** "sign out": forgets the person's token and what was read with it. `memories` keep a user's data between turns. */
export function signOutRoutes(memories: readonly { forget(user: User): void }[]): readonly Route[] {
  return [
    openQuestion(
      'signOut',
      (turn) => {
        for (const memory of memories) memory.forget(turn);
        const sentence = textsFor(turn.locale).t('signIn.signedOut');
        return Promise.resolve(noticeCard({ locale: turn.locale, tone: 'done', sentence }));
      },
      { isReadOnly: false },
    ),
  ];
}
