import { toSignInId, type PendingQuestion } from '../../src/bot/sign-in/pending-question';
import { openQuestion, question, type SignedInTurn } from '../../src/bot/routes';
import type { SignInCard } from '../../src/bot/sign-in/sign-in-card';
import { textsFor } from '../../src/i18n/catalog';
import { useFakeTime } from '../support/fake-time';
import {
  ADA,
  answersIn,
  BEN,
  createBotRig,
  GRAPH_TOKEN,
  messagesIn,
  SIGNED_IN,
  TENANT,
  type BotRig,
} from './bot-rig';

const OTHER_TENANT = 'd0000000-0000-4000-8000-0000000000ee';
const SECOND_MS = 1_000;
const ASKED = new Date('2026-11-23T09:00:00Z');
const { t } = textsFor('en-US');

type Sent = Awaited<ReturnType<BotRig['invoke']>>;

let rig: BotRig;
let answered: SignedInTurn[];

useFakeTime(ASKED);
beforeEach(() => {
  answered = [];
  rig = createBotRig([
    question('courseDetails', (turn, { text }) => {
      answered.push(turn);
      return Promise.resolve({ kind: 'text', text: `About ${text}` });
    }),
    openQuestion('signOut', () => Promise.resolve({ kind: 'text', text: 'Signed out' }), {
      isReadOnly: false,
    }),
  ]);
});

function anId(changes: Partial<PendingQuestion> = {}): string {
  return toSignInId({
    question: { intent: 'courseDetails', text: 'gdpr' },
    askedAt: ASKED,
    attempt: 1,
    hasSeenPage: false,
    ...changes,
  });
}

function exchange(id: string, token = 'sso-token'): Promise<Sent> {
  return rig.invoke('signin/tokenExchange', { id, connectionName: 'Coursemate', token });
}

/** The same exchange from three clients of one user, each with its own token. */
function exchangeFromAll(id: string): Promise<readonly Sent[]> {
  return Promise.all(['desktop', 'web', 'phone'].map((client) => exchange(id, client)));
}

function statusesOf(sent: readonly Sent[]): readonly unknown[] {
  return sent.flatMap(answersIn).map((answer) => (answer as { readonly status: number }).status);
}

function textsOf(sent: readonly Sent[]): readonly unknown[] {
  return sent.flatMap(messagesIn).map(({ text, summary }) => text ?? summary);
}

describe('signin/tokenExchange', () => {
  it('responds 200, then answers the question', async () => {
    const sent = await exchange(anId());

    expect(sent.map(({ type, text }) => [type, text])).toEqual([
      ['invokeResponse', undefined],
      ['message', 'About gdpr'],
    ]);
    expect(statusesOf([sent])).toEqual([200]);
    expect(rig.signIn.exchanged).toEqual(['sso-token']);
  });

  it('answers for the verified sender, as of the time the question was asked', async () => {
    jest.advanceTimersByTime(20 * SECOND_MS);

    await exchange(anId());

    expect(answered).toMatchObject([
      { userId: ADA, tenantId: TENANT, graphToken: GRAPH_TOKEN, askedAt: ASKED },
    ]);
  });

  it('responds to each of the user’s clients and answers the question once', async () => {
    const sent = await exchangeFromAll(anId());

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual(['About gdpr']);
  });

  it('answers each question that was asked', async () => {
    const sent = [await exchange(anId()), await exchange(anId())];

    expect(textsOf(sent)).toEqual(['About gdpr', 'About gdpr']);
  });

  it.each([
    ['an id that the bot did not issue', { id: '123456', connectionName: 'Coursemate', token: 'sso-token' }],
    [
      'a question that changes something',
      { id: anId({ question: { intent: 'signOut' } }), connectionName: 'Coursemate', token: 'sso-token' },
    ],
    ['no token', { id: anId(), connectionName: 'Coursemate' }],
    ['no value', undefined],
  ])('responds 400 and exchanges nothing for %s', async (_, value) => {
    const sent = await rig.invoke('signin/tokenExchange', value);

    expect(statusesOf([sent])).toEqual([400]);
    expect(messagesIn(sent)).toEqual([]);
    expect(rig.signIn.exchanged).toEqual([]);
  });
});

describe('signin/tokenExchange with an SSO token that is refused', () => {
  it('responds 412 and sends nothing else when the user must sign in themselves', async () => {
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'interactionRequired' };
    const id = anId();

    const sent = await exchangeFromAll(id);

    expect(sent.flatMap(messagesIn)).toEqual([]);
    for (const answer of sent.flatMap(answersIn)) {
      expect(answer).toEqual({
        status: 412,
        body: {
          id,
          connectionName: 'Coursemate',
          failureDetail: expect.stringContaining('interactionRequired') as string,
        },
      });
    }
    expect(statusesOf(sent)).toHaveLength(3);
  });

  it('answers the question when a valid token follows', async () => {
    const id = anId();
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'staleToken' };
    await exchange(id, 'stale');
    rig.signIn.outcome = SIGNED_IN;

    expect(textsOf([await exchange(id, 'fresh')])).toEqual(['About gdpr']);
  });

  it.each([
    ['adminConsentNeeded', t('outcomes.adminConsentNeeded')],
    ['notAssigned', t('outcomes.notAssigned')],
  ] as const)('says once for all clients when the outcome is %s', async (kind, sentence) => {
    rig.signIn.outcome = { kind };

    const sent = await exchangeFromAll(anId());

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual([sentence]);
  });

  it('asks for the user’s consent first, and for admin consent after the sign-in page', async () => {
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'consentRequired' };

    const first = await exchange(anId());
    const second = await exchange(anId({ hasSeenPage: true }));

    expect(statusesOf([first, second])).toEqual([412, 200]);
    expect(textsOf([first, second])).toEqual([t('outcomes.adminConsentNeeded')]);
  });

  it('sends one error message for all clients when the exchange fails', async () => {
    rig.signIn.outcome = Object.assign(new Error('no answer'), { kind: 'signInUnavailable' });

    const sent = await exchangeFromAll(anId());

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual([expect.stringContaining(t('faults.signInUnavailable'))]);
  });
});

describe('signin/verifyState', () => {
  it('answers the question', async () => {
    rig.signIn.keep(ADA);

    const sent = await rig.invoke('signin/verifyState', { state: anId() });

    expect(sent.map(({ type }) => type)).toEqual(['invokeResponse', 'message']);
    expect(textsOf([sent])).toEqual(['About gdpr']);
  });

  it('tries once more without a token, and then asks for admin consent', async () => {
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'consentRequired' };
    const back = await rig.invoke('signin/verifyState', { state: anId() });
    const [card] = messagesIn(back).flatMap(({ attachments = [] }) => attachments);
    const { id } = (card?.content as SignInCard).tokenExchangeResource;

    const sent = await exchange(id);

    expect(textsOf([sent])).toEqual([t('outcomes.adminConsentNeeded')]);
  });

  it.each([['123456'], [''], [7], [undefined]])(
    'says that the question was lost for the state %j',
    async (state) => {
      rig.signIn.keep(ADA);

      const sent = await rig.invoke('signin/verifyState', { state });

      expect(statusesOf([sent])).toEqual([200]);
      expect(textsOf([sent])).toEqual([t('signIn.questionLost')]);
    },
  );
});

describe.each(['channel', 'groupChat'])('in a %s', (conversationType) => {
  beforeEach(() => {
    rig.signIn.keep(ADA);
  });

  it('answers no question of a token exchange', async () => {
    const value = { id: anId(), connectionName: 'Coursemate', token: 'sso-token' };

    const sent = await rig.invoke('signin/tokenExchange', value, { conversationType });

    expect(statusesOf([sent])).toEqual([400]);
    expect(messagesIn(sent)).toEqual([]);
    expect(answered).toEqual([]);
  });

  it('answers no question after the sign-in page', async () => {
    const sent = await rig.invoke('signin/verifyState', { state: anId() }, { conversationType });

    expect(textsOf([sent])).toEqual([t('signIn.questionLost')]);
    expect(answered).toEqual([]);
  });
});

describe('signin/failure', () => {
  const fail = (from?: Parameters<BotRig['invoke']>[2]): Promise<Sent> =>
    rig.invoke('signin/failure', { code: 'resourcematchfailed', message: 'whatever' }, from);

  it('sends one message for all of the user’s clients', async () => {
    const sent = await Promise.all([fail(), fail(), fail()]);

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual([t('signIn.clientFailed')]);
  });

  it('sends no second message for 30 seconds', async () => {
    await fail();
    await jest.advanceTimersByTimeAsync(29 * SECOND_MS);
    const soon = await fail();
    await jest.advanceTimersByTimeAsync(32 * SECOND_MS);
    const later = await fail();

    expect(textsOf([soon])).toEqual([]);
    expect(textsOf([later])).toEqual([t('signIn.clientFailed')]);
  });

  it('sends a message to other users, and to the same user id in another tenant', async () => {
    const sent = [await fail(), await fail({ userId: BEN }), await fail({ tenantId: OTHER_TENANT })];

    expect(sent.map((one) => textsOf([one]))).toEqual(Array(3).fill([t('signIn.clientFailed')]));
  });

  it('ignores the case of user and tenant ids', async () => {
    const sent = [await fail(), await fail({ userId: ADA.toUpperCase(), tenantId: TENANT.toUpperCase() })];

    expect(textsOf(sent)).toEqual([t('signIn.clientFailed')]);
  });

  it.each(['signin/failure', 'signin/verifyState'])(
    'offers nobody’s courses to a channel after %s',
    async (name) => {
      const sent = await rig.invoke(
        name,
        { code: 'resourcematchfailed', message: 'x' },
        { conversationType: 'channel' },
      );

      const cards = JSON.stringify(messagesIn(sent));
      expect(cards).toContain('https://teams.microsoft.com/l/chat/0/0?users=28:bot-id');
      expect(cards).not.toContain('Action.Execute');
    },
  );

  it.each([
    ['resourcematchfailed', 'resourcematchfailed'],
    ['a name: Ada', 'unreadable'],
    [undefined, 'unreadable'],
  ])('logs the code %j as %s, and never the message', async (code, logged) => {
    await rig.invoke('signin/failure', { code, message: 'Ada could not sign in' });

    expect(rig.log.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { fields: { code: logged } },
    ]);
    expect(JSON.stringify(rig.log.lines)).not.toContain('Ada');
  });
});
