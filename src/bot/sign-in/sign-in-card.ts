import { LRUCache } from 'lru-cache';
import type { User } from '../../domain/user-key';
import { textsFor } from '../../i18n/catalog';
import type { Turn } from '../turn';
import type { SignIn } from './sign-in-port';

/** Must not be empty: clients send it back. Nothing looks it up, since the bot does not use the token service. */
export const CONNECTION_NAME = 'Coursemate';

/**
 * Content of an `application/vnd.microsoft.card.oauth` attachment, and of a `loginRequest`
 * (docs/reference/teams-platform.md#sign-in-messages, docs/reference/teams-platform.md#card-action-messages).
 */
export interface SignInCard {
  readonly text: string;
  readonly connectionName: string;
  readonly tokenExchangeResource: { readonly id: string; readonly uri: string };
  readonly buttons: readonly [{ readonly type: 'signin'; readonly title: string; readonly value: string }];
}

export interface SignInCards {
  /** Creates the card of one sign-in attempt. The client tries silently first and shows the button only if that fails. */
  readonly create: (turn: Turn, signInId: string) => SignInCard;
  /**
   * Claims that the sign-in page must request for the card with this id: those that Entra asked for during the silent
   * attempt, after the card was sent. Known in this process only.
   */
  readonly findClaims: (signInId: string) => string | undefined;
}

interface Dependencies {
  readonly signIn: Pick<SignIn, 'findClaims'>;
  /** URL origin of the sign-in pages. */
  readonly publicOrigin: string;
  readonly appIdUri: string;
}

/** How long a card's claims can be looked up; `auth` keeps claims just as long. */
const CARD_MS = 10 * 60_000;
const MOST_CARDS = 5_000;

export function createSignInCards({ signIn, publicOrigin, appIdUri }: Dependencies): SignInCards {
  /** The user each card was sent to, by the card's unguessable id. */
  const callers = new LRUCache<string, User>({ max: MOST_CARDS, ttl: CARD_MS });

  return {
    create(turn, signInId) {
      const { t } = textsFor(turn.locale);
      callers.set(signInId, { tenantId: turn.tenantId, userId: turn.userId });
      const claims = signIn.findClaims(turn);
      const link = new URL('/auth/start', publicOrigin);
      link.searchParams.set('ctx', signInId);
      link.searchParams.set('tenant', turn.tenantId);
      if (claims !== undefined) link.searchParams.set('claims', claims);
      return {
        text: t('signIn.prompt'),
        connectionName: CONNECTION_NAME,
        tokenExchangeResource: { id: signInId, uri: appIdUri },
        buttons: [{ type: 'signin', title: t('signIn.button'), value: link.href }],
      };
    },
    findClaims(signInId) {
      const caller = callers.get(signInId);
      return caller && signIn.findClaims(caller);
    },
  };
}
