import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { auditEntriesOf, clearAuditLog } from '../support/audit-log';
import {
  actionsOf,
  ask,
  findPersonId,
  lastReply,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

let world: RunningWorld;
let katherine: TeamsClient;
let amara: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld();
  world.graph.settings.reportsDelegated = 'allowed';
  katherine = world.teams.client(findPersonId(world, 'Katherine'));
  amara = world.teams.client(findPersonId(world, 'Amara'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  clearAuditLog(world);
});

const QUESTION = 'who looked at my courses?';

describe('who looked at my courses?', () => {
  it('says who viewed what on which day', async () => {
    await ask(katherine, 'team');
    await ask(katherine, 'status of Amara');
    await pressOn(katherine, 'teammate/course');

    const text = shownText(await ask(amara, QUESTION));

    expect(text).toMatch(/^\n*1 person viewed your courses\n/);
    expect(text).toMatch(
      /Katherine Walsh\n · 3 views\nNov 23, 2026 · One of your courses · Your list · Team overview/,
    );
  });

  it('lists refused views, too', async () => {
    const marcus = world.teams.client(findPersonId(world, 'Marcus'));
    await ask(marcus, 'help');
    const filter = { status: 'any', due: 'any', kind: 'any', text: '' };
    const data = { manager: marcus.personId, learner: amara.personId, filter, page: 1 };
    await marcus.press(lastReply(marcus).id, { verb: 'teammate/open', data });

    const text = shownText(await ask(amara, QUESTION));

    expect(text).toContain('Marcus Bell');
    expect(text).toContain('access denied');
  });

  it('does not list views of other people', async () => {
    await ask(katherine, 'team');
    await ask(katherine, 'status of Jonas');

    const priya = world.teams.client(findPersonId(world, 'Priya'));
    const [hers, managers] = [await ask(priya, QUESTION), await ask(katherine, QUESTION)].map(shownText);

    expect(hers).toContain('No one has viewed your courses');
    expect(managers).toContain('No one has viewed your courses');
    expect(shownText(await ask(amara, QUESTION)).match(/Katherine Walsh/g)).toHaveLength(1);
  });

  it('needs no license, and only names from Graph', async () => {
    await ask(katherine, 'team');
    const wei = world.teams.client(findPersonId(world, 'Wei'));
    await ask(wei, 'help');
    world.graph.requests.length = 0;

    expect(shownText(await ask(wei, QUESTION))).toContain('not available');
    expect(world.graph.requests.map(({ path }) => path.split('?')[0])).toEqual([
      `/users/${katherine.personId}`,
    ]);
  });
});

describe('an audit log that cannot be written', () => {
  beforeEach(() => {
    rmSync(world.auditLogPath, { recursive: true });
    writeFileSync(world.auditLogPath, '');
  });

  afterEach(() => {
    rmSync(world.auditLogPath, { recursive: true, force: true });
    mkdirSync(world.auditLogPath, { recursive: true });
  });

  it.each(['team', 'who is overdue?', 'status of Amara', QUESTION])(
    'shows nothing for “%s” and says why',
    async (question) => {
      const text = shownText(await ask(katherine, question));

      expect(text).toMatch(/can’t log this view right now/);
      expect(text).toMatch(/Reference: [A-Z2-9]{8}/);
      expect(text).not.toMatch(/Amara|Jonas|\d overdue/);
    },
  );

  it('shows nothing for a button of an earlier card', async () => {
    rmSync(world.auditLogPath);
    mkdirSync(world.auditLogPath);
    const team = await ask(katherine, 'team');
    const [open] = actionsOf(team, 'teammate/open');
    if (open === undefined) throw new Error('The team is empty.');
    rmSync(world.auditLogPath, { recursive: true });
    writeFileSync(world.auditLogPath, '');

    await katherine.press(team.id, open);

    expect(shownText(lastReply(katherine))).toContain('I can’t log this view right now');
    expect(shownText(lastReply(katherine))).not.toContain('overdue');
  });

  it('does not refuse anyone without a log entry either', async () => {
    await ask(katherine, 'help');
    const data = {
      manager: katherine.personId,
      learner: findPersonId(world, 'Priya'),
      filter: { status: 'any', due: 'any', kind: 'any', text: '' },
      page: 1,
    };
    await katherine.press(lastReply(katherine).id, { verb: 'teammate/open', data });

    expect(shownText(lastReply(katherine))).toContain('I can’t log this view right now');
  });

  it('shows courses again when the log can be written', async () => {
    rmSync(world.auditLogPath);
    mkdirSync(world.auditLogPath);

    expect(shownText(await ask(katherine, 'team'))).toContain('Amara Diallo');
    expect(auditEntriesOf(world)).toHaveLength(8);
  });
});

describe('what the audit log holds', () => {
  it('is ids without names, in entries that lead to the technical log', async () => {
    await ask(katherine, 'status of Amara');

    const [entry] = auditEntriesOf(world);
    expect(entry).toEqual({
      at: expect.stringMatching(/^2026-11-23T\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      tenantId: world.world.tenantId,
      viewerId: katherine.personId,
      personId: amara.personId,
      what: 'teammate',
      outcome: 'shown',
      turn: expect.stringMatching(/^[A-Z2-9]{8}$/) as string,
    });
    expect((world.bot?.logLines ?? []).some((line) => line.includes(entry?.turn ?? ''))).toBe(true);
  });
});

describe('what is logged about a manager’s view', () => {
  it('contains no name, account, title, course id or question', async () => {
    for (const question of ['team', 'status of Amara', 'status of Ben', 'status of Zebediah', QUESTION])
      await ask(katherine, question);
    await ask(katherine, 'status of Jonas');
    await pressOn(katherine, 'teammate/course');
    await ask(katherine, 'team');
    await pressOn(katherine, 'team/export');
    world.graph.settings.personFaults.set(findPersonId(world, 'Jonas'), 'serverError');
    await ask(katherine, 'team');
    await pressOn(katherine, 'team/refresh');
    world.graph.settings.personFaults.clear();

    const logged = (world.bot?.logLines ?? []).join('\n');
    const people = world.world.people.flatMap(({ user }) => [
      user.displayName,
      user.surname,
      user.mail,
      user.id,
    ]);
    const titles = [...world.world.contents.values()].flat().map(({ title }) => String(title));
    const ids = world.world.activities.map(({ id }) => String(id));
    const personal = [...people, ...ids, ...titles.filter((title) => title.length > 8), 'Zebediah'];
    expect(personal.filter((text) => logged.includes(text))).toEqual([]);
    expect(logged).not.toMatch(/eyJ[\w-]+\./);
  });
});
