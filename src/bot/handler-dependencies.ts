import type { Claims } from '../domain/ports';
import type { Logger } from '../logging/logger';
import type { Dispatcher } from './dispatch';
import type { Notices } from './notices';
import type { Route } from './routes';
import type { RunSignedIn } from './sign-in/run-signed-in';
import type { CreateSignInCard } from './sign-in/sign-in-card';
import type { SignIn } from './sign-in/sign-in-port';
import type { SignInVisits } from './sign-in/sign-in-visits';
import type { AnswerQuestion } from './surfaces/answer-question';
import type { Understand } from './surfaces/refine-question';
import type { UploadFile } from './surfaces/upload-file';

/** What the bot needs from outside. */
export interface BotDependencies {
  /** The routes of all features. */
  readonly routes: readonly Route[];
  readonly signIn: SignIn;
  readonly createSignInCard: CreateSignInCard;
  readonly claims: Claims;
  readonly visits: SignInVisits;
  readonly notices: Notices;
  readonly uploadFile: UploadFile;
  readonly understand: Understand;
  readonly log: Logger;
}

/** What the handlers of messages and invokes share. */
export interface HandlerDependencies extends BotDependencies {
  readonly dispatcher: Dispatcher;
  readonly answer: AnswerQuestion;
  readonly runSignedIn: RunSignedIn;
}
