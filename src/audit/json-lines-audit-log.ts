import { mkdir, open, readdir, readFile, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import * as z from 'zod/v4';
import type { AuditEntry, AuditLog, LoggedViews } from '../domain/ports';
import { parseJson } from '../lib/parse-json';
import { countAuditEntry } from '../logging/measures';
import { AuditLogError } from './errors';

interface Options {
  /** Folder, created when missing; several instances of the bot may share one. */
  readonly path: string;
  /** Days that a file is kept. */
  readonly days: number;
  readonly now?: () => Date;
}

const DAY_MS = 86_400_000;
const MOST_ENTRIES = 200;
const FILE = /^audit-\d{4}-\d\d-\d\d\.jsonl$/;

const auditEntry = z.object({
  at: z.string(),
  tenantId: z.string(),
  viewerId: z.string(),
  personId: z.string(),
  what: z.enum(['team', 'teammate', 'course', 'export']),
  outcome: z.enum(['shown', 'unreadable', 'refused']),
  turn: z.string(),
}) satisfies z.ZodType<AuditEntry>;

/** The audit log in one file of JSON lines for each day (UTC). It has ids and no names. */
export function createJsonLinesAuditLog({ path, days, now = () => new Date() }: Options): AuditLog {
  /** The file of the day that has started. */
  let today = '';

  /** Creates the folder and deletes old files, at the first entry of a day. */
  async function startDay(file: string): Promise<void> {
    await mkdir(path, { recursive: true });
    const oldest = toFile(new Date(now().getTime() - days * DAY_MS));
    const old = (await listFiles()).filter((name) => name < oldest);
    await Promise.all(old.map((name) => unlink(join(path, name)).catch(ignoreMissing)));
    today = file;
  }

  /** The newest first. */
  async function listFiles(): Promise<readonly string[]> {
    const names = await readdir(path).catch(ignoreMissing);
    return (names ?? [])
      .filter((name) => FILE.test(name))
      .sort()
      .reverse();
  }

  return {
    async record(entries) {
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      try {
        const name = toFile(now());
        if (name !== today) await startDay(name);
        const file = await open(join(path, name), 'a+', 0o600);
        try {
          await file.appendFile((await isCutOff(file)) ? `\n${lines}` : lines);
          // The entry must be on disk before anything is shown.
          await file.datasync();
        } finally {
          await file.close();
        }
        for (const { outcome } of entries) countAuditEntry(outcome);
      } catch (error) {
        // The folder may have been deleted.
        today = '';
        throw new AuditLogError(error);
      }
    },

    async listAbout(person, signal) {
      const entries: AuditEntry[] = [];
      try {
        for (const file of await listFiles()) {
          if (entries.length > MOST_ENTRIES) break;
          if (signal.aborted) return toViews(entries, false);
          entries.push(...(await findIn(join(path, file), person)).reverse());
        }
      } catch (error) {
        throw new AuditLogError(error);
      }
      return toViews(entries, true);
    },
  };
}

function toViews(entries: readonly AuditEntry[], isComplete: boolean): LoggedViews {
  return { entries: entries.slice(0, MOST_ENTRIES), isComplete, hasOlder: entries.length > MOST_ENTRIES };
}

/** Whether the last line is incomplete, so that the next entry must start a new one. */
async function isCutOff(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

async function findIn(file: string, person: Parameters<AuditLog['listAbout']>[0]): Promise<AuditEntry[]> {
  const bytes = await readFile(file);
  // Parsing is slow, and most days and lines are about others.
  if (!bytes.includes(person.personId)) return [];
  return (
    bytes
      .toString()
      .split('\n')
      .filter((line) => line.includes(person.personId))
      // A line that a full disk cut off hides no other.
      .flatMap((line) => auditEntry.safeParse(parseJson(line)).data ?? [])
      .filter(({ personId, tenantId }) => personId === person.personId && tenantId === person.tenantId)
  );
}

/** The file of a day; the names sort by day. */
function toFile(day: Date): string {
  return `audit-${day.toISOString().slice(0, 10)}.jsonl`;
}

function ignoreMissing(error: unknown): undefined {
  if (!(types.isNativeError(error) && 'code' in error && error.code === 'ENOENT')) throw error;
}
