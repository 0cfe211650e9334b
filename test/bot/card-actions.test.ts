import { cardAction, type Reply, type SignedInTurn } from '../../src/bot/routes';
import type { SignInOutcome } from '../../src/bot/sign-in/sign-in-port';
import type { Card } from '../../src/cards/define-card';
import { GraphError } from '../../src/graph/errors';
import { textsFor } from '../../src/i18n/catalog';
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

const ANY = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
const OWN = { learner: ADA, filter: ANY, page: 1, activity: 'one' };
const OF_MANAGER = { manager: ADA, filter: ANY, page: 1, learner: BEN };
const CARD: Card = { type: 'AdaptiveCard', body: [] };
const SHOWN = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: CARD };
const { t } = textsFor('en-US');

let rig: BotRig;
let reply: Reply | Error;
/** The calls to a feature: audience of the route, turn and data. */
let handled: { readonly route: string; readonly turn: SignedInTurn; readonly data: unknown }[];

beforeEach(() => {
  reply = { kind: 'card', template: 'course', card: CARD, text: 'A card' };
  handled = [];
  const handle = (route: string) => (turn: SignedInTurn, data: unknown) => {
    handled.push({ route, turn, data });
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  };
  rig = createBotRig([
    cardAction('course/open', handle('own')),
    cardAction('teammate/open', handle('manager')),
    cardAction('shared-course/view', handle('shared')),
  ]);
});

interface Press {
  readonly verb: string;
  readonly data: unknown;
  readonly type?: string;
}

type From = Parameters<BotRig['invoke']>[2];

function press({ verb, data, type = 'Action.Execute' }: Press, from?: From, further: object = {}) {
  return rig.invoke('adaptiveCard/action', { action: { type, verb, data }, ...further }, from);
}

/** Returns the body of the invoke response; fails if anything else was sent. */
async function answerTo(pressed: ReturnType<typeof press>): Promise<unknown> {
  const sent = await pressed;
  expect(messagesIn(sent)).toEqual([]);
  expect(answersIn(sent)).toEqual([{ status: 200, body: expect.anything() as unknown }]);
  return (answersIn(sent)[0] as { readonly body: unknown }).body;
}

function sentence(value: unknown): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/** A notice in place of the card: its sentence, reference and buttons, and nothing else. */
function notice(text: string, ...buttons: readonly object[]): object {
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: expect.objectContaining({
      speak: text,
      actions: buttons.map((button) => expect.objectContaining(button) as unknown),
    }) as unknown,
  };
}

const toMyCourses = (learner: string): object => ({
  title: t('followUp.myCourses'),
  verb: 'my-courses/refresh',
  data: { learner, filter: { ...ANY, status: 'open' }, page: 1 },
});
const TO_CHAT = {
  title: t('notice.openChat'),
  url: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot-id',
};

const OWN_PRESS: Press = { verb: 'course/open', data: OWN };
const MANAGER_PRESS: Press = { verb: 'teammate/open', data: OF_MANAGER };
const SHARED_PRESS: Press = {
  verb: 'shared-course/view',
  data: { provider: 'p', content: 'c', ticket: 't' },
};
const EVERY_PRESS = [OWN_PRESS, MANAGER_PRESS, SHARED_PRESS];

describe('a card action', () => {
  beforeEach(() => {
    rig.signIn.keep(ADA);
    rig.signIn.keep(BEN);
  });

  it('returns the card in the invoke response and sends no message', async () => {
    for (const one of EVERY_PRESS) expect(await answerTo(press(one))).toEqual(SHOWN);
  });

  it('calls the feature with the verified sender, their Graph token and the button’s data', async () => {
    for (const one of EVERY_PRESS) await press(one, { userId: ADA.toUpperCase() });

    expect(handled.map(({ route, data }) => [route, data])).toEqual([
      ['own', OWN],
      ['manager', OF_MANAGER],
      ['shared', SHARED_PRESS.data],
    ]);
    for (const { turn } of handled)
      expect(turn).toMatchObject({ userId: ADA, tenantId: TENANT, graphToken: GRAPH_TOKEN });
  });

  it('returns text when the reply is not a card', async () => {
    reply = { kind: 'text', text: 'Gone.' };

    expect(await answerTo(press(OWN_PRESS))).toEqual(sentence('Gone.'));
  });

  it('refuses anyone else on a personal card, but no one on a shared card', async () => {
    const foreign = { userId: BEN };

    const refusal = notice(t('notice.foreignCard'), toMyCourses(BEN));
    expect(await answerTo(press(OWN_PRESS, foreign))).toEqual(refusal);
    expect(await answerTo(press(MANAGER_PRESS, foreign))).toEqual(refusal);
    expect(handled).toEqual([]);
    expect(await answerTo(press(SHARED_PRESS, foreign))).toEqual(SHOWN);
    expect(handled.map(({ turn }) => turn.userId)).toEqual([BEN]);
  });

  it.each(['groupChat', 'channel', ''])(
    'refuses a manager’s card in a conversation of type “%s”',
    async (conversationType) => {
      const elsewhere = { conversationType };

      expect(await answerTo(press(MANAGER_PRESS, elsewhere))).toEqual(
        notice(t('team.personalChatOnly'), TO_CHAT),
      );
      expect(handled).toEqual([]);
      expect(await answerTo(press(OWN_PRESS, elsewhere))).toEqual(SHOWN);
      expect(await answerTo(press(SHARED_PRESS, elsewhere))).toEqual(SHOWN);
    },
  );

  it.each<[string, Press]>([
    ['an unknown verb', { verb: 'team/delete', data: OF_MANAGER }],
    ['the name of an Object.prototype member', { verb: 'constructor', data: OWN }],
    ['a verb that is too long', { verb: 'x'.repeat(101), data: OWN }],
    ['another kind of action', { ...OWN_PRESS, type: 'Action.Submit' }],
    ['data of another card', { verb: 'teammate/open', data: OWN }],
    ['no data', { verb: 'teammate/open', data: undefined }],
  ])('says that the button has expired: %s', async (_, pressed) => {
    expect(await answerTo(press(pressed))).toEqual(notice(t('notice.unknownAction'), toMyCourses(ADA)));
    expect(handled).toEqual([]);
  });

  it('says that the button has expired when there is no action', async () => {
    expect(await answerTo(rig.invoke('adaptiveCard/action', undefined))).toEqual(
      notice(t('notice.unknownAction'), toMyCourses(ADA)),
    );
  });

  it('offers to try again, without details, when the feature fails', async () => {
    reply = new Error('down');

    const answer = await answerTo(press(OWN_PRESS));

    expect(answer).toEqual(
      notice(t('faults.unexpected'), { title: t('notice.tryAgain'), verb: 'course/open', data: OWN }),
    );
    expect(JSON.stringify(answer)).not.toContain('down');
  });

  it('leaves a card that refreshes automatically as it is when the feature fails', async () => {
    reply = new Error('down');
    const trigger = { trigger: 'automatic' };

    expect(await answerTo(press(SHARED_PRESS, {}, trigger))).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining(t('faults.unexpected')) as string,
    });
  });

  it('returns text and offers a file in a separate message', async () => {
    const context = { manager: ADA, filter: ANY, page: 1 };
    reply = { kind: 'fileOffer', name: 'team.csv', description: 'All', bytes: 3, context, text: 'Here.' };

    const sent = await press(MANAGER_PRESS);

    expect(sent.map(({ type }) => type)).toEqual(['invokeResponse', 'message']);
    expect(answersIn(sent)).toEqual([{ status: 200, body: sentence('Here.') }]);
    expect(messagesIn(sent)[0]?.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'team.csv',
        content: { description: 'All', sizeInBytes: 3, acceptContext: context, declineContext: context },
      },
    ]);
  });

  it('offers a file once however often the same button is selected', async () => {
    const offersTo = async (manager: string, filter: object): Promise<number> => {
      const context = { manager, filter: { ...ANY, ...filter }, page: 1 };
      reply = { kind: 'fileOffer', name: 'team.csv', description: 'All', bytes: 3, context, text: 'Here.' };
      const data = { ...OF_MANAGER, manager };
      return messagesIn(await press({ ...MANAGER_PRESS, data }, { userId: manager })).length;
    };

    expect([await offersTo(ADA, {}), await offersTo(ADA, {})]).toEqual([1, 0]);
    expect([await offersTo(ADA, { kind: 'required' }), await offersTo(BEN, {})]).toEqual([1, 1]);
  });
});

describe('a card action of a user without a Graph token', () => {
  const withSsoToken = { authentication: { token: 'sso-token' } };

  it('refuses a sender who may not use the card before any sign-in', async () => {
    const outside = { conversationType: 'groupChat' };

    expect(await answerTo(press(OWN_PRESS, { userId: BEN }, withSsoToken))).toEqual(
      notice(t('notice.foreignCard'), toMyCourses(BEN)),
    );
    expect(await answerTo(press(MANAGER_PRESS, outside, withSsoToken))).toEqual(
      notice(t('team.personalChatOnly'), TO_CHAT),
    );
    expect(await answerTo(press({ verb: 'none', data: OWN }, {}, withSsoToken))).toEqual(
      notice(t('notice.unknownAction'), toMyCourses(ADA)),
    );
    expect(rig.signIn.exchanged).toEqual([]);
  });

  it('asks the client for an SSO token', async () => {
    expect(await answerTo(press(OWN_PRESS))).toMatchObject({
      statusCode: 401,
      type: 'application/vnd.microsoft.activity.loginRequest',
      value: {
        text: t('signIn.prompt'),
        tokenExchangeResource: { uri: 'api://bot.example.com/app' },
        buttons: [{ type: 'signin', value: expect.stringContaining(`tenant=${TENANT}`) as string }],
      },
    });
    expect(handled).toEqual([]);
  });

  it('exchanges the SSO token of the invoke', async () => {
    expect(await answerTo(press(OWN_PRESS, {}, withSsoToken))).toEqual(SHOWN);
    expect(rig.signIn.exchanged).toEqual(['sso-token']);
  });

  it('asks for another SSO token when the one sent is too long', async () => {
    const endless = { authentication: { token: 'x'.repeat(16_001) } };

    expect(await answerTo(press(OWN_PRESS, {}, endless))).toMatchObject({ statusCode: 401 });
    expect(rig.signIn.exchanged).toEqual([]);
  });

  it('returns 412 when the user must sign in themselves', async () => {
    rig.signIn.outcome = { kind: 'signInNeeded', reason: 'interactionRequired' };

    expect(await answerTo(press(OWN_PRESS, {}, withSsoToken))).toEqual({
      statusCode: 412,
      type: 'application/vnd.microsoft.error.preconditionFailed',
      value: { code: '412', message: expect.stringContaining('interactionRequired') as string },
    });
    expect(handled).toEqual([]);
  });

  it('asks for admin consent when consent is still missing after the sign-in page', async () => {
    const consent = { kind: 'signInNeeded', reason: 'consentRequired' } as const;
    const asked = (await answerTo(press(OWN_PRESS))) as {
      readonly value: { readonly tokenExchangeResource: { readonly id: string } };
    };
    const state = asked.value.tokenExchangeResource.id;
    rig.signIn.outcome = consent;
    const before = await answerTo(press(OWN_PRESS, {}, withSsoToken));

    const after = await answerTo(press(OWN_PRESS, {}, { ...withSsoToken, state }));

    expect(before).toMatchObject({ statusCode: 412 });
    expect(JSON.stringify(after)).toContain('/adminconsent?client_id=client-id');
  });

  it.each<[SignInOutcome, string]>([
    [{ kind: 'adminConsentNeeded' }, `https://login.example.com/${TENANT}/adminconsent?client_id=client-id`],
    [{ kind: 'notAssigned' }, t('outcomes.notAssigned')],
  ])('says what to do when the outcome is %j', async (outcome, said) => {
    rig.signIn.outcome = outcome;

    const answer = await answerTo(press(OWN_PRESS, {}, withSsoToken));

    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(answer)).toContain(said);
    expect(handled).toEqual([]);
  });
});

describe('a card action whose Graph token is refused', () => {
  beforeEach(() => {
    reply = new GraphError('graphUnauthorized', { status: 401, claims: 'claims' });
  });

  it('forgets the token and asks the client for an SSO token', async () => {
    rig.signIn.keep(ADA);

    expect(await answerTo(press(OWN_PRESS))).toMatchObject({ statusCode: 401 });
    expect(rig.signIn.forgotten).toEqual(['claims']);
  });

  it('returns an error instead of asking again when the token was just exchanged', async () => {
    rig.signIn.outcome = SIGNED_IN;
    const pressed = press(OWN_PRESS, {}, { authentication: { token: 'sso-token' } });

    expect(await answerTo(pressed)).toMatchObject({ statusCode: 200 });
    expect(rig.signIn.exchanged).toHaveLength(1);
    expect(handled).toHaveLength(1);
  });
});
