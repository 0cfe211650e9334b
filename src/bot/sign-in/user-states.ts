import { randomUUID } from 'node:crypto';
import { userKey } from '../../domain/user-key';
import { createSigning } from '../../lib/signing';
import type { Turn } from '../turn';

/** The values that our pages hand back through Teams: each is for one user and one purpose, for 15 minutes. */
export interface UserStates {
  issue(turn: Turn): string;
  /** Whether `state`, from an invoke, was issued to its sender within the last 15 minutes. */
  isIssued(turn: Turn, state: string | undefined): boolean;
}

const STATE_MS = 15 * 60_000;

/** `key` is the secret signing key, shared by all instances of the bot so that each accepts the others' states. */
export function createUserStates(key: Buffer, purpose: 'sign-in' | 'sign-out'): UserStates {
  const { sign, isSigned } = createSigning(key);
  const toParts = (turn: Turn, id: string, issuedAt: string) => [purpose, userKey(turn), id, issuedAt];

  return {
    issue(turn) {
      const id = randomUUID();
      const issuedAt = String(turn.now.getTime());
      return [id, issuedAt, sign(...toParts(turn, id, issuedAt))].join('.');
    },
    isIssued(turn, state = '') {
      const [id = '', issuedAt = '', signature = ''] = state.split('.');
      const isOurs = isSigned(signature, ...toParts(turn, id, issuedAt));
      return isOurs && turn.now.getTime() - Number(issuedAt) < STATE_MS;
    },
  };
}
