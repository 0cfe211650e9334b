import { randomUUID } from 'node:crypto';
import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import { createClaims } from '../../src/bot/activity/claims';
import { createBot } from '../../src/bot/create-bot';
import { createDispatcher } from '../../src/bot/dispatch';
import type { Route } from '../../src/bot/routes';
import { createSignInCards } from '../../src/bot/sign-in/sign-in-card';
import type { SignIn, SignInOutcome } from '../../src/bot/sign-in/sign-in-port';
import { createUserStates } from '../../src/bot/sign-in/user-states';
import { createSignInVisits } from '../../src/bot/sign-in/sign-in-visits';
import { createRecordingLog, type RecordingLog } from '../server/recording-log';

export const ADA = 'ada00000-0000-4000-8000-00000000000a';
export const BEN = 'be000000-0000-4000-8000-00000000000b';
export const TENANT = 'c0000000-0000-4000-8000-0000000000ff';
export const GRAPH_TOKEN = 'graph-token';
export const SIGNED_IN: SignInOutcome = { kind: 'signedIn', graphToken: GRAPH_TOKEN };

/** Sign-in whose outcomes the test sets. */
export interface FakeSignIn extends SignIn {
  /** What exchanges return; an error is thrown. */
  outcome: SignInOutcome | Error;
  /** SSO tokens that were exchanged, in order. */
  readonly exchanged: string[];
  /** The claims of each call to `forget`. */
  readonly forgotten: (string | undefined)[];
  /** Gives the user a Graph token. */
  keep(userId: string): void;
}

/** The bot with a test's own routes and a fake sign-in. */
export interface BotRig {
  readonly signIn: FakeSignIn;
  readonly log: RecordingLog;
  /** Runs one invoke and returns what the bot sent, in order. */
  invoke(name: string, value: unknown, from?: Partial<Sender>): Promise<readonly Partial<Activity>[]>;
}

interface Sender {
  readonly userId: string;
  readonly tenantId: string;
  readonly conversationType: string;
}

export function createBotRig(routes: readonly Route[]): BotRig {
  const signIn = createFakeSignIn();
  const log = createRecordingLog();
  const run = createBot({
    dispatcher: createDispatcher(routes),
    signIn,
    signInCards: createSignInCards({
      signIn,
      publicOrigin: 'https://bot.example.com',
      appIdUri: 'api://bot.example.com/app',
    }),
    claims: createClaims(),
    visits: createSignInVisits(Buffer.alloc(32, 7)),
    signOutStates: createUserStates(Buffer.alloc(32, 7), 'sign-out'),
    publicOrigin: 'https://bot.example.com',
    registration: { botId: 'bot-id', clientId: 'client-id', authorityHost: 'https://login.example.com' },
    fileUploadHosts: [],
    log,
  });
  return {
    signIn,
    log,
    async invoke(name, value, from = {}) {
      const adapter = new TestAdapter();
      await run(new TurnContext(adapter, anInvoke(name, value, from)));
      return adapter.activeQueue;
    },
  };
}

function createFakeSignIn(): FakeSignIn {
  const signedIn = new Set<string>();
  const signIn: FakeSignIn = {
    outcome: SIGNED_IN,
    exchanged: [],
    forgotten: [],
    keep: (userId) => signedIn.add(userId),
    findToken: ({ userId }) => (signedIn.has(userId) ? GRAPH_TOKEN : undefined),
    async exchange({ userId }, ssoToken) {
      signIn.exchanged.push(ssoToken);
      const { outcome } = signIn;
      await new Promise(setImmediate);
      if (outcome instanceof Error) throw outcome;
      if (outcome.kind === 'signedIn') signedIn.add(userId);
      return outcome;
    },
    forget({ userId }, claims) {
      signedIn.delete(userId);
      signIn.forgotten.push(claims);
    },
    findClaims: () => undefined,
  };
  return signIn;
}

function anInvoke(
  name: string,
  value: unknown,
  { userId = ADA, tenantId = TENANT, conversationType = 'personal' }: Partial<Sender>,
): Activity {
  const activity: Partial<Activity> = {
    type: 'invoke',
    name,
    value,
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: 'https://smba.example.com/emea/',
    locale: 'en-US',
    from: { id: `29:${userId}`, name: '', aadObjectId: userId },
    recipient: { id: '28:bot', name: '' },
    conversation: { id: `a:${conversationType}`, name: '', isGroup: false, conversationType, tenantId },
  };
  return activity as Activity;
}

/** Returns the invoke responses among the activities that the bot sent. */
export function answersIn(sent: readonly Partial<Activity>[]): readonly unknown[] {
  return sent.filter(({ type }) => type === 'invokeResponse').map(({ value }) => value as unknown);
}

/** Returns the other activities that the bot sent. */
export function messagesIn(sent: readonly Partial<Activity>[]): readonly Partial<Activity>[] {
  return sent.filter(({ type }) => type !== 'invokeResponse');
}
