import type { Turn } from '../../src/bot/routes';
import { createSignInVisits } from '../../src/bot/sign-in/sign-in-visits';
import { useFakeTime } from '../support/fake-time';

const MINUTE_MS = 60_000;
const key = Buffer.alloc(32, 7);

function turnOf(userId: string, now = new Date('2026-11-23T09:00:00Z')): Turn {
  return {
    id: 'TURNTURN',
    userId,
    tenantId: 'tenant',
    locale: 'en-US',
    zone: 'UTC',
    isPersonalChat: true,
    now,
    askedAt: now,
    signal: new AbortController().signal,
  };
}

describe('createSignInVisits', () => {
  useFakeTime();

  it('records a visit for a state issued to the user, also by another instance', () => {
    const state = createSignInVisits(key).issueState(turnOf('ada'));
    const visits = createSignInVisits(key);
    expect(visits.hasVisited(turnOf('ada'))).toBe(false);

    visits.noteState(turnOf('ada'), state);

    expect(visits.hasVisited(turnOf('ada'))).toBe(true);
    expect(visits.hasVisited(turnOf('ben'))).toBe(false);
  });

  it('remembers a visit for 5 minutes', () => {
    const visits = createSignInVisits(key);
    visits.noteState(turnOf('ada'), visits.issueState(turnOf('ada')));

    jest.advanceTimersByTime(4 * MINUTE_MS);
    const within = visits.hasVisited(turnOf('ada'));
    jest.advanceTimersByTime(2 * MINUTE_MS);

    expect([within, visits.hasVisited(turnOf('ada'))]).toEqual([true, false]);
  });

  it('accepts a state issued almost 15 minutes ago', () => {
    const visits = createSignInVisits(key);

    visits.noteState(turnOf('ada'), visits.issueState(turnOf('ada', new Date('2026-11-23T08:45:01Z'))));

    expect(visits.hasVisited(turnOf('ada'))).toBe(true);
  });

  it.each([
    ['no state', () => undefined],
    ['a code of another sign-in', () => '123456'],
    ['a state issued to another user', () => createSignInVisits(key).issueState(turnOf('ben'))],
    ['a state signed with another key', () => createSignInVisits(Buffer.alloc(32)).issueState(turnOf('ada'))],
    [
      'a state issued more than 15 minutes ago',
      () => createSignInVisits(key).issueState(turnOf('ada', new Date('2026-11-23T08:44:59Z'))),
    ],
    [
      'a state whose time was changed',
      () =>
        createSignInVisits(key)
          .issueState(turnOf('ada'))
          .replace(/\.\d+\./, '.9999999999999.'),
    ],
  ])('ignores %s', (_, makeState) => {
    const visits = createSignInVisits(key);

    visits.noteState(turnOf('ada'), makeState());

    expect(visits.hasVisited(turnOf('ada'))).toBe(false);
  });
});
