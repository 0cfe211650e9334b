import { LRUCache } from 'lru-cache';
import { userKey } from '../../domain/user-key';
import type { Turn } from '../turn';
import { createUserStates } from './user-states';

/**
 * Remembers who has just completed the sign-in page. In chat the sign-in id carries this fact, but other invokes have
 * no such id; without it, a failure that the page cannot fix would send the user there again and again.
 */
export interface SignInVisits {
  /** Returns the `state` that the page gives back for this user; also the id of the token exchange. */
  issueState(turn: Turn): string;
  /** Records a visit if `state`, from an invoke, was issued to its sender within the last 15 minutes. */
  noteState(turn: Turn, state: string | undefined): void;
  hasVisited(turn: Turn): boolean;
  /** Call when signed in: a later refusal has another reason. */
  forget(turn: Turn): void;
}

const VISIT_MS = 5 * 60_000;
const MOST_VISITORS = 10_000;

/** `key` is the secret signing key, shared by all instances of the bot so that each accepts the others' states. */
export function createSignInVisits(key: Buffer): SignInVisits {
  const visitors = new LRUCache<string, true>({ max: MOST_VISITORS, ttl: VISIT_MS });
  const states = createUserStates(key, 'sign-in');

  return {
    issueState: (turn) => states.issue(turn),
    noteState(turn, state) {
      if (states.isIssued(turn, state)) visitors.set(userKey(turn), true);
    },
    hasVisited: (turn) => visitors.has(userKey(turn)),
    forget: (turn) => visitors.delete(userKey(turn)),
  };
}
