import { randomUUID } from 'node:crypto';
import type { Credentials } from './activities';
import { notify, originOf, type ClientSession } from './client-session';
import { toExtensionOutcome, type ExtensionOutcome } from './extension-answer';
import type { SignInOffer } from './extension-views';

/** A request to the message extension. */
export interface ExtensionQuery {
  readonly conversationId: string;
  readonly name: 'composeExtension/query' | 'composeExtension/queryLink';
  readonly value: Readonly<Record<string, unknown>>;
  /** For the wire log. */
  readonly title: string;
}

/** The final result to show. */
export type ExtensionEnding =
  OutcomeOf<'results' | 'message'> | SignInOffer | { readonly kind: 'error'; readonly text: string };

type OutcomeOf<K extends ExtensionOutcome['kind']> = Extract<ExtensionOutcome, { readonly kind: K }>;

/**
 * Asks the bot and signs the person in when it asks for that, as the Teams client does
 * (docs/reference/teams-platform.md#message-extension-rules).
 */
export interface ExtensionFlow {
  ask(query: ExtensionQuery): Promise<ExtensionEnding>;
  /**
   * Repeats the last request that asked for a sign-in, with the state from the pop-up. Throws when there is none.
   */
  resume(state: string): Promise<ExtensionEnding>;
}

const UNREACHABLE = { kind: 'error', text: 'Unable to reach app. Please try again.' } as const;
const SIGN_IN_NEEDED = "You'll need to sign in to use this app.";

export function createExtensionFlow(session: ClientSession): ExtensionFlow {
  let waiting: ExtensionQuery | undefined;

  async function post(query: ExtensionQuery, credentials?: Credentials): Promise<ExtensionOutcome> {
    const { conversationId, name, value, title } = query;
    const step = credentials === undefined ? '' : 'state' in credentials ? ' (signed in)' : ' (with token)';
    const activity = session.activities.invoke(originOf(session, conversationId), {
      name,
      value: { ...value, ...credentials },
    });
    const answer = await session.post(activity, {
      title: `invoke ${title}${step}`,
      timeoutMs: session.timeouts.extensionMs,
    });
    return toExtensionOutcome(answer);
  }

  function complain({ conversationId, name }: ExtensionQuery, problem: string): void {
    notify(session, conversationId, { kind: 'protocolError', text: `${name}: ${problem}.` });
  }

  function offerSignIn(
    query: ExtensionQuery,
    { title, link }: { readonly title: string; readonly link: string },
  ): ExtensionEnding {
    waiting = query;
    return { kind: 'signIn', text: SIGN_IN_NEEDED, title, link };
  }

  function end(
    query: ExtensionQuery,
    outcome: Exclude<ExtensionOutcome, OutcomeOf<'silentAuth' | 'auth'>>,
  ): ExtensionEnding {
    switch (outcome.kind) {
      case 'results':
        for (const problem of outcome.problems) complain(query, problem);
        return outcome;
      case 'message':
        return outcome;
      case 'preconditionFailed':
        complain(query, 'HTTP 412 answers a token, and there was none');
        return UNREACHABLE;
      case 'protocolError':
        complain(query, outcome.text);
        return UNREACHABLE;
      case 'failed':
        return UNREACHABLE;
    }
  }

  async function run(query: ExtensionQuery, credentials?: Credentials): Promise<ExtensionEnding> {
    const first = await post(query, credentials);
    if (first.kind === 'auth') return offerSignIn(query, first);
    if (first.kind !== 'silentAuth') return end(query, first);
    const token = session.ssoTokens[0].get();
    // `silentAuth` names no connection, unlike an OAuth card.
    const second = await post(query, { authentication: { id: randomUUID(), connectionName: '', token } });
    if (second.kind === 'preconditionFailed') return offerSignIn(query, first);
    if (second.kind === 'auth') return offerSignIn(query, second);
    if (second.kind !== 'silentAuth') return end(query, second);
    complain(query, 'the bot asks again for the token that it has just been sent');
    return offerSignIn(query, second);
  }

  return {
    ask: (query) => run(query),
    async resume(state) {
      const query = waiting;
      if (query === undefined) throw new Error('Nothing waits for a sign-in.');
      waiting = undefined;
      return run(query, { state });
    },
  };
}
