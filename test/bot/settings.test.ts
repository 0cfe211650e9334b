import { signOutRoutes } from '../../src/features/sign-out/routes';
import type { User } from '../../src/domain/user-key';
import type { Turn } from '../../src/bot/routes';
import { createUserStates } from '../../src/bot/sign-in/user-states';
import { ADA, answersIn, BEN, createBotRig, TENANT, type BotRig } from './bot-rig';
import { useFakeTime } from '../support/fake-time';

const quiet = [{ status: 200, body: undefined }];

let forgotten: User[];
let rig: BotRig;

beforeEach(() => {
  forgotten = [];
  rig = createBotRig(signOutRoutes([{ forget: (user) => forgotten.push(user) }]));
});

async function openSettings(from = {}): Promise<URL> {
  const [answer] = answersIn(await rig.invoke('composeExtension/querySettingUrl', {}, from));
  const page = expect.stringMatching(
    /^https:\/\/bot\.example\.com\/auth\/sign-out\?state=[\w.-]+$/,
  ) as string;
  const actions = [{ type: 'openUrl', value: page }];
  expect(answer).toEqual({
    status: 200,
    body: { composeExtension: { type: 'config', suggestedActions: { actions } } },
  });
  const { body } = answer as {
    body: { composeExtension: { suggestedActions: { actions: { value: string }[] } } };
  };
  return new URL(body.composeExtension.suggestedActions.actions[0]?.value ?? '');
}

async function close(value: unknown, from = {}): Promise<void> {
  expect(answersIn(await rig.invoke('composeExtension/setting', value, from))).toEqual(quiet);
}

const stateOf = (page: URL): string => page.searchParams.get('state') ?? '';

describe('the settings of the message extension', () => {
  useFakeTime();

  it('sign out whoever opened them', async () => {
    const state = stateOf(await openSettings({ userId: BEN }));
    expect(forgotten).toEqual([]);

    await close({ state }, { userId: BEN });

    expect(forgotten).toMatchObject([{ userId: BEN, tenantId: TENANT }]);
  });

  it('sign out nobody with a state of someone else or of another tenant', async () => {
    const state = stateOf(await openSettings());

    await close({ state }, { userId: BEN });
    await close({ state }, { tenantId: 'c0000000-0000-4000-8000-0000000000fe' });

    expect(forgotten).toEqual([]);
  });

  it.each([
    ['was closed', { state: 'CancelledByUser' }],
    ['has no state', {}],
    ['has an odd state', { state: { sign: 'out' } }],
    ['has a long state', { state: 'x'.repeat(10_000) }],
    ['has nothing', undefined],
  ])('sign out nobody when the page %s', async (_, value) => {
    await close(value);

    expect(forgotten).toEqual([]);
  });

  it('sign out nobody with a state for signing in', async () => {
    const turn = { userId: ADA, tenantId: TENANT, now: new Date() } as Turn;
    const key = Buffer.alloc(32, 7);
    const [signIn, signOut] = (['sign-in', 'sign-out'] as const).map((purpose) =>
      createUserStates(key, purpose).issue(turn),
    );

    await close({ state: signIn });
    expect(forgotten).toEqual([]);

    await close({ state: signOut });
    expect(forgotten).toHaveLength(1);
  });

  it('sign out nobody 15 minutes later, whatever time the state then names', async () => {
    const state = stateOf(await openSettings());

    jest.advanceTimersByTime(15 * 60_000);
    await close({ state });
    const [id, , signature] = state.split('.');
    await close({ state: [id, Date.now(), signature].join('.') });

    expect(forgotten).toEqual([]);
  });
});
