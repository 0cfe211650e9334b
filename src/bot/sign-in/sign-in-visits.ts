import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Turn } from '../turn';

/**
 * Who has just been through the sign-in page. Invokes carry no question that could remember it, as the chat's sign-in
 * does; without it, what the page cannot put right would send people there again and again.
 */
export interface SignInVisits {
  /** What the page is to hand back for this person, and the id of the token exchange. */
  issueState(turn: Turn): string;
  /** Takes the `state` that came with an invoke; one that was not issued for its sender lately counts for nothing. */
  noteState(turn: Turn, state: string | undefined): void;
  hasVisited(turn: Turn): boolean;
  /** The visit has helped: what is refused later is refused for another reason. */
  forget(turn: Turn): void;
}

const STATE_MS = 15 * 60_000;
const VISIT_MS = 5 * 60_000;
const MOST_VISITORS = 10_000;

/** `key` is secret; with the same one, every instance of the bot trusts what another has issued. */
export function createSignInVisits(key: Buffer): SignInVisits {
  const visitors = new LRUCache<string, true>({ max: MOST_VISITORS, ttl: VISIT_MS });

  function sign(turn: Turn, id: string, issuedAt: string): string {
    const signed = JSON.stringify(['sign-in', turn.tenantId, turn.userId, id, issuedAt]);
    return createHmac('sha256', key).update(signed).digest('base64url');
  }

  function isIssuedFor(turn: Turn, state: string): boolean {
    const [id = '', issuedAt = '', signature = ''] = state.split('.');
    const expected = Buffer.from(sign(turn, id, issuedAt));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    return turn.now.getTime() - Number(issuedAt) < STATE_MS;
  }

  return {
    issueState(turn) {
      const id = randomUUID();
      const issuedAt = String(turn.now.getTime());
      return [id, issuedAt, sign(turn, id, issuedAt)].join('.');
    },
    noteState(turn, state) {
      if (state !== undefined && isIssuedFor(turn, state)) visitors.set(toKey(turn), true);
    },
    hasVisited: (turn) => visitors.has(toKey(turn)),
    forget: (turn) => visitors.delete(toKey(turn)),
  };
}

function toKey({ tenantId, userId }: Turn): string {
  return `${tenantId}:${userId}`;
}
