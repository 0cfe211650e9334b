import { randomUUID } from 'node:crypto';
import type { RunningWorld } from '../../sandbox/start-world';
import type { BotAnswer } from '../../sandbox/teams/bot-channel';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, viewsIn } from '../support/audit-log';
import { actionsOf, ask, findPersonId, lastReply, pressOn, startTestWorld } from '../support/local-world';

const ANSWERED = { kind: 'answered', status: 200 };

let world: RunningWorld;
let katherine: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
  world.graph.settings.reportsDelegated = 'allowed';
  katherine = world.teams.client(findPersonId(world, 'Katherine'));
  await ask(katherine, 'my courses');
});

afterAll(async () => {
  await world.close();
});

/** The bot's messages in Katherine's chat after the given number of messages. */
function saidSince(count: number): number {
  return said() - count;
}

function said(): number {
  const { messages } = katherine.timeline(katherine.personalChatId);
  return messages.filter(({ author }) => author.isBot).length;
}

/** Creates one activity of Katherine's; each call of the result delivers it once. */
function createDelivery(activity: Readonly<Record<string, unknown>>): () => Promise<BotAnswer> {
  const { personId, personalChatId } = katherine;
  const { tenantId } = world.world;
  const delivered = {
    id: randomUUID(),
    from: { id: `29:${personId}`, aadObjectId: personId },
    conversation: { id: personalChatId, conversationType: 'personal', tenantId },
    ...activity,
  };
  return () => world.teams.sendRaw(delivered);
}

describe('a bot activity that Teams delivers twice', () => {
  it('is answered once if it is a message, at the same time or later', async () => {
    const before = said();
    const deliver = createDelivery({ type: 'message', text: 'what is overdue?' });

    const answers = await Promise.all([deliver(), deliver()]);
    answers.push(await deliver());

    expect(saidSince(before)).toBe(1);
    expect(answers).toEqual(answers.map(() => expect.objectContaining(ANSWERED) as BotAnswer));
  });

  it('counts as new in another conversation and after an edit', async () => {
    const message = { type: 'message', text: 'help', id: randomUUID() };
    const marcus = world.teams.client(findPersonId(world, 'Marcus'));
    const { tenantId } = world.world;
    const before = said();

    await createDelivery({
      ...message,
      from: { id: `29:${marcus.personId}`, aadObjectId: marcus.personId },
      conversation: { id: marcus.personalChatId, conversationType: 'personal', tenantId },
    })();
    await createDelivery({ ...message, type: 'messageUpdate' })();
    await createDelivery(message)();

    expect(saidSince(before)).toBe(1);
  });

  it('greets once for an installation, even when two events report it', async () => {
    const before = said();
    const installation = { type: 'installationUpdate', action: 'add' };
    const deliver = createDelivery(installation);

    await deliver();
    await deliver();
    await createDelivery(installation)();

    expect(saidSince(before)).toBe(1);
  });

  it('gets the full answer each time if it is an invoke', async () => {
    const deliver = createDelivery({
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId: 'myCourses', parameters: [], queryOptions: { skip: 0, count: 5 } },
    });

    const [first, second] = [await deliver(), await deliver()];

    expect(first).toMatchObject({ ...ANSWERED, body: { composeExtension: { type: 'result' } } });
    expect(second).toEqual(first);
  });
});

describe('a team export', () => {
  function pressExport(card: { readonly id: string }): () => Promise<BotAnswer> {
    const [action] = actionsOf(lastReply(katherine), 'team/export');
    return createDelivery({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: card.id,
      value: {
        action: { type: 'Action.Execute', verb: 'team/export', data: action?.data },
        trigger: 'manual',
      },
    });
  }

  it('is offered once for two presses, and both presses are answered', async () => {
    const card = await ask(katherine, 'team');
    const before = said();
    const press = pressExport(card);
    const pressAgain = pressExport(card);

    const answers = [await press(), await press(), await pressAgain()];

    expect(saidSince(before)).toBe(1);
    const body = { statusCode: 200, value: expect.stringContaining('file is ready') as string };
    expect(answers).toMatchObject(answers.map(() => ({ ...ANSWERED, body })));
  });

  it('is written and logged once for two acceptances', async () => {
    await ask(katherine, 'team');
    const offer = (await pressOn(katherine, 'team/export')).attachments[0]?.content as {
      readonly acceptContext: object;
    };
    clearAuditLog(world);
    const deliver = createDelivery({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: {
        type: 'fileUpload',
        action: 'accept',
        context: offer.acceptContext,
        uploadInfo: world.drive.beginUpload(katherine.personId, 'Team.csv'),
      },
    });

    expect(await deliver()).toMatchObject(ANSWERED);
    const views = viewsIn(world).length;
    expect(await deliver()).toMatchObject(ANSWERED);

    expect(views).toBeGreaterThan(0);
    expect(viewsIn(world)).toHaveLength(views);
  });
});
