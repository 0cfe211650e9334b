import { openQuestion, type Route } from '../../bot/routes';
import { textsFor } from '../../i18n/catalog';

interface Dependencies {
  /** Whatever keeps something of a person between their turns. */
  readonly memories: readonly {
    forget(person: { readonly tenantId: string; readonly userId: string }): void;
  }[];
}

/** "sign out": forgets the person's token and what was read with it. */
export function signOutRoutes({ memories }: Dependencies): readonly Route[] {
  return [
    openQuestion(
      'signOut',
      (turn) => {
        for (const memory of memories) memory.forget(turn);
        return Promise.resolve({ kind: 'text', text: textsFor(turn.locale).t('signIn.signedOut') });
      },
      { isReadOnly: false },
    ),
  ];
}
