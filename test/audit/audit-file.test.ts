import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJsonLinesAuditLog } from '../../src/audit/json-lines-audit-log';
import type { AuditEntry, AuditLog } from '../../src/domain/ports';

const ENTRY: AuditEntry = {
  at: '2026-11-23T12:00:00Z',
  tenantId: 'c0000000-0000-4000-8000-0000000000ff',
  viewerId: 'ada00000-0000-4000-8000-00000000000a',
  personId: 'be000000-0000-4000-8000-00000000000b',
  what: 'teammate',
  outcome: 'shown',
  turn: 'ABCD2345',
};
const FILE = 'audit-2026-11-23.jsonl';
/** Node's descriptor for a closed file. */
const CLOSED = -1;

/** Methods that all file handles of `fs/promises` share. */
type FileMethods = Pick<FileHandle, 'datasync' | 'sync' | 'appendFile'>;

let path: string;
let log: AuditLog;
let files: FileMethods;

beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), 'audit-'));
  log = createJsonLinesAuditLog({ path, days: 1, now: () => new Date(ENTRY.at) });
  const any = await open(__filename);
  files = Object.getPrototypeOf(any) as FileMethods;
  await any.close();
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(path, { recursive: true, force: true });
});

describe('the file of a day', () => {
  it('is readable by the bot’s account only, whatever the umask', async () => {
    const mask = process.umask(0);
    try {
      await log.record([ENTRY]);
    } finally {
      process.umask(mask);
    }

    expect(statSync(join(path, FILE)).mode & 0o777).toBe(0o600);
  });

  it('is flushed to disk before anyone is shown anything', async () => {
    const onDisk: string[] = [];
    for (const method of ['datasync', 'sync'] as const) {
      const real = files[method];
      jest.spyOn(files, method).mockImplementation(async function (this: FileHandle) {
        const written = readFileSync(join(path, FILE), 'utf8');
        await real.call(this);
        onDisk.push(written);
      });
    }

    await log.record([ENTRY, ENTRY]);

    expect(onDisk.at(-1)).toBe(`${JSON.stringify(ENTRY)}\n`.repeat(2));
  });

  it('counts as not written when the flush fails', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('EIO'));
    jest.spyOn(files, 'datasync').mockImplementation(fail);
    jest.spyOn(files, 'sync').mockImplementation(fail);

    await expect(log.record([ENTRY])).rejects.toMatchObject({ kind: 'auditLog' });
  });

  it.each([
    ['it is written', false],
    ['it cannot be', true],
  ])('is closed when %s', async (_, isFull) => {
    const opened: FileHandle[] = [];
    const write = files.appendFile;
    jest.spyOn(files, 'appendFile').mockImplementation(function (this: FileHandle, ...values) {
      opened.push(this);
      return isFull ? Promise.reject(new Error('ENOSPC')) : write.apply(this, values);
    });

    await log.record([ENTRY]).catch(() => undefined);

    expect(opened.map(({ fd }) => fd)).toEqual([CLOSED]);
  });
});
