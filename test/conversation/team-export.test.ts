import type { RunningWorld } from '../../sandbox/start-world';
import type { MessageView } from '../../sandbox/teams/timeline';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, viewsIn } from '../support/audit-log';
import {
  ask,
  findPersonId,
  lastReply,
  alertsOf,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

const OFFER = 'application/vnd.microsoft.teams.card.file.consent';
const CHIP = 'application/vnd.microsoft.teams.card.file.info';

let world: RunningWorld;
let katherine: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld();
  world.graph.settings.reportsDelegated = 'allowed';
  katherine = world.teams.client(findPersonId(world, 'Katherine'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  await ask(katherine, 'team');
  clearAuditLog(world);
});

function offerIn({ attachments }: MessageView): { readonly name?: string; readonly content: Offer } {
  const found = attachments.find(({ contentType }) => contentType === OFFER);
  if (found === undefined) throw new Error('No file is offered.');
  return { ...(found.name !== undefined && { name: found.name }), content: found.content as Offer };
}

interface Offer {
  readonly sizeInBytes: number;
  readonly description: string;
  readonly acceptContext: Readonly<Record<string, unknown>>;
}

function chips(): readonly string[] {
  const { messages } = katherine.timeline(katherine.personalChatId);
  return messages.flatMap(({ attachments }) =>
    attachments.flatMap(({ contentType, content }) =>
      contentType === CHIP ? [(content as { readonly uniqueId: string }).uniqueId] : [],
    ),
  );
}

async function acceptLast(): Promise<string> {
  const before = chips().length;
  await katherine.decideOnFile(lastReply(katherine).id, 'accept');
  const [id] = chips().slice(before);
  return (id && world.drive.findFile(id)?.bytes.toString('utf8')) ?? '';
}

describe('the export of a team', () => {
  it.each(['export my team', 'download the team as a file', 'export as csv'])(
    'can be asked for in words: “%s”',
    async (phrase) => {
      const offer = offerIn(await ask(katherine, phrase));
      const viewsAtOffer = viewsIn(world);
      const csv = await acceptLast();

      expect(offer.name).toBe('Team courses 2026-11-23.csv');
      expect(viewsAtOffer).toEqual([]);
      expect(csv).toContain('Amara Diallo');
      expect(viewsIn(world)).toHaveLength(8);
      expect(viewsIn(world)).toContain('Katherine → Amara: export, shown');
    },
  );

  it.each(['export my team', 'export my courses'])('is not offered without reports: “%s”', async (phrase) => {
    const priya = world.teams.client(findPersonId(world, 'Priya'));

    const reply = await ask(priya, phrase);

    expect(shownText(reply)).toContain('You don’t have any direct reports');
    expect(shownText(reply)).toContain('only a team’s courses can be exported');
    expect(reply.attachments.some(({ contentType }) => contentType === OFFER)).toBe(false);
  });

  it('is offered, uploaded when accepted, and the offer is then deleted', async () => {
    const offerMessage = await pressOn(katherine, 'team/export');
    const offer = offerIn(offerMessage);
    const viewsAtOffer = viewsIn(world);
    const csv = await acceptLast();

    expect(offer.name).toBe('Team courses 2026-11-23.csv');
    expect(offer.content.sizeInBytes).toBe(Buffer.byteLength(csv));
    expect(viewsAtOffer).toEqual([]);
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFPerson,Account,Course,Type,Status,Progress,Assigned,Due,Overdue,Completed,Note',
    );
    expect(lines.filter((line) => line.startsWith('Amara Diallo,amara@contoso.example.com,'))).toHaveLength(
      40,
    );
    expect(lines).toContain('Wei Chen,wei@contoso.example.com,,,,,,,,,No Viva Learning license');
    expect(lines).toContain('Noah Tremblay,noah@contoso.example.com,,,,,,,,,No courses');
    expect(csv).not.toContain('Needed for the partner portal.');
    expect(
      katherine.timeline(katherine.personalChatId).messages.some(({ id }) => id === offerMessage.id),
    ).toBe(false);
    expect(viewsIn(world)).toHaveLength(8);
    expect(viewsIn(world)).toContain('Katherine → Amara: export, shown');
    expect(viewsIn(world)).toContain('Katherine → Wei: export, unreadable');
    expect(alertsOf(katherine).filter((line) => !line.startsWith('info'))).toEqual([]);
  });

  it('contains what the card was filtered to', async () => {
    await pressOn(katherine, 'team/filter', 'Only overdue');
    await pressOn(katherine, 'team/export');
    const lines = (await acceptLast()).trimEnd().split('\r\n').slice(1);

    expect(lines).toHaveLength(13 + 1);
    expect(lines.filter((line) => line.includes(',yes,'))).toHaveLength(13);
  });

  it('uploads nothing when declined', async () => {
    const offer = await pressOn(katherine, 'team/export');
    const before = chips().length;

    await katherine.decideOnFile(offer.id, 'decline');

    expect(chips()).toHaveLength(before);
    expect(katherine.timeline(katherine.personalChatId).messages.some(({ id }) => id === offer.id)).toBe(
      false,
    );
    expect(viewsIn(world)).toEqual([]);
  });

  it('refuses another manager’s offer', async () => {
    const { content } = offerIn(await pressOn(katherine, 'team/export'));
    const marcus = world.teams.client(findPersonId(world, 'Marcus'));
    await ask(marcus, 'team');
    clearAuditLog(world);

    const answer = await accept(marcus, content.acceptContext);

    expect(answer).toContain('belongs to someone else');
    expect(viewsIn(world)).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['another shape', { manager: 'x', page: 'all' }],
    ['a page of no card', { manager: 'self', filter: {}, page: -1 }],
  ])('refuses a context of %s', async (_, context) => {
    expect(await accept(katherine, context)).toContain('This button has expired');
    expect(viewsIn(world)).toEqual([]);
  });

  it('contains only the user’s own reports, whatever the context asks for', async () => {
    const marcus = world.teams.client(findPersonId(world, 'Marcus'));
    await ask(marcus, 'team');
    clearAuditLog(world);
    const filter = { status: 'any', due: 'any', kind: 'any', text: '' };
    const context = { manager: marcus.personId, filter, page: 1, learner: findPersonId(world, 'Amara') };

    await accept(marcus, context);

    expect(viewsIn(world)).toEqual(['Marcus → Chloe: export, shown']);
  });

  it.each([
    ['a host that is not allowed', 'https://files.example.com/upload'],
    ['plain http', 'http://localhost/upload'],
    ['this machine', 'https://127.0.0.1/upload'],
    ['no address', 'upload'],
  ])('is not uploaded to %s', async (_, uploadUrl) => {
    const filter = { status: 'any', due: 'any', kind: 'any', text: '' };

    const answer = await accept(katherine, { manager: katherine.personId, filter, page: 1 }, uploadUrl);

    expect(answer).toContain('I couldn’t save the file to your OneDrive.');
    expect(answer).not.toContain('example.com');
  });

  it('asks again when accepted after a sign-out', async () => {
    const offer = await pressOn(katherine, 'team/export');
    await ask(katherine, 'sign out');

    await katherine.decideOnFile(offer.id, 'accept');

    expect(shownText(lastReply(katherine))).toContain('again');
    expect(viewsIn(world)).toEqual([]);
  });
});

/** Sends an acceptance without the client, as any user could. */
async function accept(client: TeamsClient, context: unknown, uploadUrl?: string): Promise<string> {
  const upload = world.drive.beginUpload(client.personId, 'team.csv');
  const uploadInfo = { ...upload, ...(uploadUrl !== undefined && { uploadUrl }) };
  const { from, conversation } = senderOf(client);
  const value = { type: 'fileUpload', action: 'accept', context, uploadInfo };
  await world.teams.sendRaw({ type: 'invoke', name: 'fileConsent/invoke', from, conversation, value });
  return shownText(lastReply(client));
}

function senderOf({ personId, personalChatId }: TeamsClient) {
  return {
    from: { id: `29:${personId}`, aadObjectId: personId },
    conversation: {
      id: personalChatId,
      conversationType: 'personal',
      tenantId: world.world.tenantId,
    },
  };
}
