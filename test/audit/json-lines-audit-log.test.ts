import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJsonLinesAuditLog } from '../../src/audit/json-lines-audit-log';
import type { AuditEntry, AuditLog } from '../../src/domain/ports';

const TENANT = '00000000-0000-4000-8000-0000000000ff';
const BEN = '00000000-0000-4000-8000-000000000001';
const AMARA = '00000000-0000-4000-8000-000000000002';
const MANAGER = '00000000-0000-4000-8000-000000000009';
const DAY_MS = 86_400_000;

let path: string;
let now: Date;

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'audit-')), 'log');
  now = new Date('2026-11-23T12:00:00Z');
});
afterEach(() => {
  rmSync(join(path, '..'), { recursive: true, force: true });
});

function open(days = 365): AuditLog {
  return createJsonLinesAuditLog({ path, days, now: () => now });
}

function entry(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: now.toISOString(),
    tenantId: TENANT,
    viewerId: MANAGER,
    personId: BEN,
    what: 'teammate',
    outcome: 'shown',
    turn: 'ABCD2345',
    ...changes,
  };
}

async function about(log: AuditLog, personId: string): Promise<readonly AuditEntry[]> {
  const { entries, isComplete } = await log.listAbout(
    { tenantId: TENANT, personId },
    new AbortController().signal,
  );
  expect(isComplete).toBe(true);
  return entries;
}

function aboutBen(log: AuditLog): Promise<readonly AuditEntry[]> {
  return about(log, BEN);
}

/** Skips empty lines: an instance that sees another's unfinished line starts a new one. */
function linesOf(day: string): readonly string[] {
  return readFileSync(join(path, `audit-${day}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function passDays(days: number): void {
  now = new Date(now.getTime() + days * DAY_MS);
}

describe('record', () => {
  it('creates the folder and adds a line for each entry to the day’s file', async () => {
    const log = open();
    await log.record([entry(), entry({ personId: AMARA, outcome: 'refused' })]);
    await log.record([entry({ what: 'export' })]);

    const written = linesOf('2026-11-23').map((line) => JSON.parse(line) as AuditEntry);
    expect(written).toEqual([
      entry(),
      entry({ personId: AMARA, outcome: 'refused' }),
      entry({ what: 'export' }),
    ]);
  });

  it('writes nothing for no entries', async () => {
    await open().record([]);

    expect(await aboutBen(open())).toEqual([]);
  });

  it('loses no entry when several instances write to one folder at once', async () => {
    const instances = [open(), open(), open()];
    const views = Array.from({ length: 30 }, (_, view) =>
      (instances[view % 3] ?? open()).record(
        Array.from({ length: 50 }, () => entry({ personId: AMARA, turn: `T${view}` })),
      ),
    );
    await Promise.all(views);

    const turns = linesOf('2026-11-23').map((line) => (JSON.parse(line) as AuditEntry).turn);
    expect(turns).toHaveLength(1_500);
    expect(new Set(turns).size).toBe(30);
  });

  it('starts a file each UTC day and deletes expired files', async () => {
    const log = open(3);
    for (let day = 0; day < 6; day++) {
      await log.record([entry()]);
      passDays(1);
    }

    expect(readdirSync(path).sort()).toEqual([
      'audit-2026-11-25.jsonl',
      'audit-2026-11-26.jsonl',
      'audit-2026-11-27.jsonl',
      'audit-2026-11-28.jsonl',
    ]);
  });

  it('leaves other files alone', async () => {
    mkdirSync(path);
    writeFileSync(join(path, 'audit-notes.txt'), 'x');
    writeFileSync(join(path, 'audit-2000-01-01.jsonl.gz'), 'x');
    await open(1).record([entry()]);

    expect(readdirSync(path)).toHaveLength(3);
  });

  it('starts a new line after a truncated one', async () => {
    await open().record([entry()]);
    appendFileSync(join(path, 'audit-2026-11-23.jsonl'), '{"at":"2026-11-23T12:0');
    await open().record([entry({ turn: 'AFTER234' })]);

    expect((await aboutBen(open())).map(({ turn }) => turn)).toEqual(['AFTER234', 'ABCD2345']);
  });

  it('fails when the folder is a file', async () => {
    writeFileSync(path, '');

    await expect(open().record([entry()])).rejects.toMatchObject({ kind: 'auditLog' });
    await expect(aboutBen(open())).rejects.toMatchObject({ kind: 'auditLog' });
  });

  it('fails while the folder is a file, and works again when it is a folder', async () => {
    const log = open();
    await log.record([entry()]);
    rmSync(path, { recursive: true });
    writeFileSync(path, '');
    await expect(log.record([entry()])).rejects.toMatchObject({ kind: 'auditLog' });
    rmSync(path);

    await log.record([entry()]);

    expect(await aboutBen(log)).toHaveLength(1);
  });

  it('fails when the folder is gone, and creates it again for the next entry', async () => {
    const log = open();
    await log.record([entry()]);
    rmSync(path, { recursive: true });
    await expect(log.record([entry()])).rejects.toMatchObject({ kind: 'auditLog' });

    await log.record([entry()]);

    expect(await aboutBen(log)).toHaveLength(1);
  });

  it('names no path in what it throws', async () => {
    writeFileSync(path, '');

    const error: unknown = await open()
      .record([entry()])
      .catch((thrown: unknown) => thrown);

    expect(String(error)).not.toContain(path);
  });
});

describe('listAbout', () => {
  it('is empty while nothing is logged', async () => {
    expect(await aboutBen(open())).toEqual([]);
  });

  it('lists only that person in that tenant', async () => {
    const log = open();
    await log.record([
      entry(),
      entry({ personId: AMARA }),
      entry({ viewerId: BEN, personId: AMARA }),
      entry({ tenantId: AMARA }),
    ]);

    expect(await aboutBen(log)).toEqual([entry()]);
    expect(await about(log, MANAGER)).toEqual([]);
  });

  it('lists at most 200 entries over several days, newest first, and says that there are older ones', async () => {
    const log = open();
    const turns: string[] = [];
    for (let day = 0; day < 3; day++) {
      const views = Array.from({ length: 80 }, (__, view) => entry({ turn: `D${day}L${view}` }));
      turns.unshift(...views.map(({ turn }) => turn).reverse());
      await log.record(views);
      passDays(1);
    }
    const { entries, hasOlder } = await log.listAbout(
      { tenantId: TENANT, personId: BEN },
      new AbortController().signal,
    );

    expect(entries.map(({ turn }) => turn)).toEqual(turns.slice(0, 200));
    expect(hasOlder).toBe(true);
  });

  it('says that there are no older entries when 200 are all', async () => {
    const log = open();
    await log.record(Array.from({ length: 200 }, () => entry()));

    const { entries, hasOlder } = await log.listAbout(
      { tenantId: TENANT, personId: BEN },
      new AbortController().signal,
    );

    expect(entries).toHaveLength(200);
    expect(hasOlder).toBe(false);
  });

  it('leaves out older days when time runs out', async () => {
    const log = open();
    const time = new AbortController();
    await log.record([entry({ turn: 'OLDER234' })]);
    passDays(1);
    await log.record([entry({ turn: 'NEWER234' })]);

    const reading = log.listAbout({ tenantId: TENANT, personId: BEN }, time.signal);
    setImmediate(() => {
      time.abort();
    });
    const { entries, isComplete } = await reading;

    expect(isComplete).toBe(false);
    expect(entries.map(({ turn }) => turn)).not.toContain('OLDER234');
  });

  it.each([
    ['a line that was cut off', `{"at":"2026-11-23T12:00:00Z","personId":"${BEN}"`],
    ['a line of another shape', JSON.stringify({ personId: BEN })],
    ['a line that is no entry', `"${BEN}"`],
    ['an empty line', ''],
  ])('skips %s', async (_, line) => {
    const log = open();
    await log.record([entry({ turn: 'BEFORE23' })]);
    appendFileSync(join(path, 'audit-2026-11-23.jsonl'), `${line}\n`);
    await log.record([entry({ turn: 'AFTER234' })]);

    expect((await aboutBen(log)).map(({ turn }) => turn)).toEqual(['AFTER234', 'BEFORE23']);
  });

  it('fails when a file cannot be read', async () => {
    mkdirSync(join(path, 'audit-2026-11-22.jsonl'), { recursive: true });

    await expect(aboutBen(open())).rejects.toMatchObject({ kind: 'auditLog' });
  });
});
