import type { TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';

/**
 * Decides who answers what may come more than once: a delivery that Teams repeats, a sign-in that each of a user's
 * clients reports (docs/reference/teams-platform.md#several-clients-at-once), a button selected twice in a row.
 */
export interface Claims {
  /** True for the first caller with this key within `forMs` milliseconds, 15 minutes by default; false for all others. */
  claim(key: string, forMs?: number): Promise<boolean>;
}

const CLAIMED_MS = 15 * 60_000;
/** 50 activities a second, Teams' limit for an app in a tenant, for that time. */
const MOST_CLAIMS = 50_000;

/**
 * Claims in the memory of one process; several instances of the bot need an atomic put-if-absent in shared storage.
 * `now` counts milliseconds from any moment and never goes back.
 */
export function createClaims(now: () => number = () => performance.now()): Claims {
  const claimed = new LRUCache<string, true>({ max: MOST_CLAIMS, perf: { now }, ttlResolution: 0 });
  return {
    claim(key, forMs = CLAIMED_MS) {
      const isFirst = !claimed.has(key);
      if (isFirst) claimed.set(key, true, { ttl: forMs });
      return Promise.resolve(isFirst);
    },
  };
}

/** Invokes that are answered by a message; their HTTP response has no content. */
const ANSWERED_IN_CHAT = ['signin/verifyState', 'signin/failure', 'fileConsent/invoke'];

/**
 * Claims an activity, so that nothing is sent or done twice: Teams delivers it again when it hears no answer for 15
 * seconds (docs/reference/teams-platform.md#turn-time). Of a repeated activity, `answerOnly` still needs its HTTP
 * response because a client waits for it, `ignored` nothing.
 */
export async function claimDelivery(
  claims: Claims,
  { activity }: TurnContext,
): Promise<'first' | 'answerOnly' | 'ignored'> {
  const { id, type, name = '', conversation } = activity as Partial<typeof activity>;
  if (id === undefined || id === '') return 'first';
  const key = ['activity', conversation?.id, type, name, id].join(' ');
  if (await claims.claim(key)) return 'first';
  return type === 'invoke' && !ANSWERED_IN_CHAT.includes(name) ? 'answerOnly' : 'ignored';
}

/** Suppresses everything the turn sends except its invoke response. */
export function sendAnswerOnly(context: TurnContext): void {
  context.onSendActivities((_context, activities, next) =>
    activities.every(({ type }) => type === 'invokeResponse') ? next() : Promise.resolve([]),
  );
}
