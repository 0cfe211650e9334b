import type { Logger } from '../logging/logger';
import type { Claims } from './activity/claims';
import type { Dispatcher } from './dispatch';
import type { Registration } from './notices';
import type { SignInCards } from './sign-in/sign-in-card';
import type { SignIn } from './sign-in/sign-in-port';
import type { SignInVisits } from './sign-in/sign-in-visits';
import type { UserStates } from './sign-in/user-states';

/** What the bot needs from outside. */
export interface BotDependencies {
  readonly dispatcher: Dispatcher;
  readonly signIn: SignIn;
  readonly signInCards: SignInCards;
  readonly registration: Registration;
  readonly claims: Claims;
  readonly visits: SignInVisits;
  /** States of the page that signs out. */
  readonly signOutStates: UserStates;
  /** Origin of the bot's pages. */
  readonly publicOrigin: string;
  /** Hosts that files may be uploaded to. */
  readonly fileUploadHosts: readonly string[];
  readonly log: Logger;
}
