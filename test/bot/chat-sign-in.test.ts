import { toSignInId, type PendingQuestion } from '../../src/bot/sign-in/pending-question';
import { openQuestion, question, type SignedInTurn } from '../../src/bot/routes';
import type { SignInCard } from '../../src/bot/sign-in/sign-in';
import { textFor } from '../../src/text/text-for';
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
const { signIn: signInTexts, outcomes, faults } = textFor('en-US');

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

/** The same exchange from three clients of one person, each with a token of its own. */
function exchangeFromAll(id: string): Promise<readonly Sent[]> {
  return Promise.all(['desktop', 'web', 'phone'].map((client) => exchange(id, client)));
}

function statusesOf(sent: readonly Sent[]): readonly unknown[] {
  return sent.flatMap(answersIn).map((answer) => (answer as { readonly status: number }).status);
}

function textsOf(sent: readonly Sent[]): readonly unknown[] {
  return sent.flatMap(messagesIn).map(({ text, summary }) => text ?? summary);
}

describe('a token from a silent sign-in', () => {
  it('is answered, and then the question is', async () => {
    const sent = await exchange(anId());

    expect(sent.map(({ type, text }) => [type, text])).toEqual([
      ['invokeResponse', undefined],
      ['message', 'About gdpr'],
    ]);
    expect(statusesOf([sent])).toEqual([200]);
    expect(rig.signIn.exchanged).toEqual(['sso-token']);
  });

  it('answers the question for its sender, as of the time it was asked', async () => {
    jest.advanceTimersByTime(20 * SECOND_MS);

    await exchange(anId());

    expect(answered).toMatchObject([
      { userId: ADA, tenantId: TENANT, graphToken: GRAPH_TOKEN, askedAt: ASKED },
    ]);
  });

  it('is answered to each client of a user, and the question only once', async () => {
    const sent = await exchangeFromAll(anId());

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual(['About gdpr']);
  });

  it('is asked for once per question', async () => {
    const sent = [await exchange(anId()), await exchange(anId())];

    expect(textsOf(sent)).toEqual(['About gdpr', 'About gdpr']);
  });

  it.each([
    ['an id that is none of ours', { id: '123456', connectionName: 'Coursemate', token: 'sso-token' }],
    [
      'a question that changes something',
      { id: anId({ question: { intent: 'signOut' } }), connectionName: 'Coursemate', token: 'sso-token' },
    ],
    ['no token', { id: anId(), connectionName: 'Coursemate' }],
    ['nothing', undefined],
  ])('is refused with %s without a token exchange', async (_, value) => {
    const sent = await rig.invoke('signin/tokenExchange', value);

    expect(statusesOf([sent])).toEqual([400]);
    expect(messagesIn(sent)).toEqual([]);
    expect(rig.signIn.exchanged).toEqual([]);
  });
});

describe('a token that does not sign its user in', () => {
  it('returns 412 with what the client needs, and sends nothing else in that turn', async () => {
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

  it('does not keep a better token from answering the question', async () => {
    const id = anId();
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'staleToken' };
    await exchange(id, 'stale');
    rig.signIn.outcome = SIGNED_IN;

    expect(textsOf([await exchange(id, 'fresh')])).toEqual(['About gdpr']);
  });

  it.each([
    ['adminConsentNeeded', outcomes.adminConsentNeeded],
    ['notAssigned', outcomes.notAssigned],
  ] as const)('is explained once for all clients when the outcome is %s', async (kind, sentence) => {
    rig.signIn.outcome = { kind };

    const sent = await exchangeFromAll(anId());

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual([sentence]);
  });

  it('asks for consent first, and for an administrator after the sign-in page', async () => {
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'consentRequired' };

    const first = await exchange(anId());
    const second = await exchange(anId({ hasSeenPage: true }));

    expect(statusesOf([first, second])).toEqual([412, 200]);
    expect(textsOf([first, second])).toEqual([outcomes.adminConsentNeeded]);
  });

  it('is one sentence for all clients when the exchange fails', async () => {
    rig.signIn.outcome = Object.assign(new Error('no answer'), { kind: 'signInUnavailable' });

    const sent = await exchangeFromAll(anId());

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual([expect.stringContaining(faults.signInUnavailable)]);
  });
});

describe('a user back from the sign-in page', () => {
  it('gets an answer to the question', async () => {
    rig.signIn.keep(ADA);

    const sent = await rig.invoke('signin/verifyState', { state: anId() });

    expect(sent.map(({ type }) => type)).toEqual(['invokeResponse', 'message']);
    expect(textsOf([sent])).toEqual(['About gdpr']);
  });

  it('signs in once more without a token, and is then sent to an administrator', async () => {
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'consentRequired' };
    const back = await rig.invoke('signin/verifyState', { state: anId() });
    const [card] = messagesIn(back).flatMap(({ attachments = [] }) => attachments);
    const { id } = (card?.content as SignInCard).tokenExchangeResource;

    const sent = await exchange(id);

    expect(textsOf([sent])).toEqual([outcomes.adminConsentNeeded]);
  });

  it.each([['123456'], [''], [7], [undefined]])('is asked to ask again with the state %j', async (state) => {
    rig.signIn.keep(ADA);

    const sent = await rig.invoke('signin/verifyState', { state });

    expect(statusesOf([sent])).toEqual([200]);
    expect(textsOf([sent])).toEqual([signInTexts.askAgain]);
  });
});

describe('a client that cannot sign in', () => {
  const fail = (from?: Parameters<BotRig['invoke']>[2]): Promise<Sent> =>
    rig.invoke('signin/failure', { code: 'resourcematchfailed', message: 'whatever' }, from);

  it('is explained in one sentence for all clients of a user', async () => {
    const sent = await Promise.all([fail(), fail(), fail()]);

    expect(statusesOf(sent)).toEqual([200, 200, 200]);
    expect(textsOf(sent)).toEqual([signInTexts.clientFailed]);
  });

  it('is explained again only after half a minute', async () => {
    await fail();
    await jest.advanceTimersByTimeAsync(29 * SECOND_MS);
    const soon = await fail();
    await jest.advanceTimersByTimeAsync(32 * SECOND_MS);
    const later = await fail();

    expect(textsOf([soon])).toEqual([]);
    expect(textsOf([later])).toEqual([signInTexts.clientFailed]);
  });

  it('does not affect other users, even with the same id in another tenant', async () => {
    const sent = [await fail(), await fail({ userId: BEN }), await fail({ tenantId: OTHER_TENANT })];

    expect(sent.map((one) => textsOf([one]))).toEqual(Array(3).fill([signInTexts.clientFailed]));
  });

  it('is one user in any case of the id', async () => {
    const sent = [await fail(), await fail({ userId: ADA.toUpperCase(), tenantId: TENANT.toUpperCase() })];

    expect(textsOf(sent)).toEqual([signInTexts.clientFailed]);
  });

  it.each([
    ['resourcematchfailed', 'resourcematchfailed'],
    ['a name: Ada', 'unreadable'],
    [undefined, 'unreadable'],
  ])('is logged with its code if that is a plain word: %j', async (code, logged) => {
    await rig.invoke('signin/failure', { code, message: 'Ada could not sign in' });

    expect(rig.log.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { fields: { code: logged } },
    ]);
    expect(JSON.stringify(rig.log.lines)).not.toContain('Ada');
  });
});
