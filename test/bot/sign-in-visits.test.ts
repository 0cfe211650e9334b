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

  it('knows a user who returns with their state, even one issued by another instance', () => {
    const state = createSignInVisits(key).issueState(turnOf('ada'));
    const visits = createSignInVisits(key);
    expect(visits.hasVisited(turnOf('ada'))).toBe(false);

    visits.noteState(turnOf('ada'), state);

    expect(visits.hasVisited(turnOf('ada'))).toBe(true);
    expect(visits.hasVisited(turnOf('ben'))).toBe(false);
  });

  it('remembers the visit for 5 minutes', () => {
    const visits = createSignInVisits(key);
    visits.noteState(turnOf('ada'), visits.issueState(turnOf('ada')));

    jest.advanceTimersByTime(4 * MINUTE_MS);
    const within = visits.hasVisited(turnOf('ada'));
    jest.advanceTimersByTime(2 * MINUTE_MS);

    expect([within, visits.hasVisited(turnOf('ada'))]).toEqual([true, false]);
  });

  it('accepts a state that is a few minutes old', () => {
    const visits = createSignInVisits(key);

    visits.noteState(turnOf('ada'), visits.issueState(turnOf('ada', new Date('2026-11-23T08:45:01Z'))));

    expect(visits.hasVisited(turnOf('ada'))).toBe(true);
  });

  it.each([
    ['nothing', () => undefined],
    ['a code of another sign-in', () => '123456'],
    ['what was issued for somebody else', () => createSignInVisits(key).issueState(turnOf('ben'))],
    [
      'what was signed with another key',
      () => createSignInVisits(Buffer.alloc(32)).issueState(turnOf('ada')),
    ],
    [
      'what was issued long ago',
      () => createSignInVisits(key).issueState(turnOf('ada', new Date('2026-11-23T08:44:59Z'))),
    ],
    [
      'a later time than was signed',
      () =>
        createSignInVisits(key)
          .issueState(turnOf('ada'))
          .replace(/\.\d+\./, '.9999999999999.'),
    ],
  ])('does not count %s', (_, makeState) => {
    const visits = createSignInVisits(key);

    visits.noteState(turnOf('ada'), makeState());

    expect(visits.hasVisited(turnOf('ada'))).toBe(false);
  });
});
