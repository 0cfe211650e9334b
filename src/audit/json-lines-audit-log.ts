import { mkdir, open, readdir, readFile, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import * as z from 'zod/v4';
import type { AuditEntry, AuditLog } from '../domain/ports';
import { parseJson } from '../lib/parse-json';
import { countAuditEntry } from '../logging/measures';
import { AuditLogError } from './errors';

interface Options {
  /** Folder, made when it is missing; several instances of the bot may share one. */
  readonly path: string;
  /** A file is deleted when its day is so many days past. */
  readonly days: number;
  readonly now?: () => Date;
}

const DAY_MS = 86_400_000;
const MOST_ENTRIES = 25;
const FILE = /^audit-(\d{4}-\d\d-\d\d)\.jsonl$/;

const auditEntry = z.object({
  at: z.string(),
  tenantId: z.string(),
  viewerId: z.string(),
  personId: z.string(),
  what: z.enum(['team', 'teammate', 'course', 'export']),
  outcome: z.enum(['shown', 'unreadable', 'refused']),
  turn: z.string(),
}) satisfies z.ZodType<AuditEntry>;

/** Who looked at whom, in a file of JSON lines for each day (UTC). Holds ids and no names. */
export function createJsonLinesAuditLog({ path, days, now = () => new Date() }: Options): AuditLog {
  let today = '';

  /** The first entry of a day also makes the folder and clears away what is old. */
  async function startDay(day: string): Promise<void> {
    await mkdir(path, { recursive: true });
    const oldest = toDay(new Date(now().getTime() - days * DAY_MS));
    const old = (await listFiles()).filter((file) => dayOf(file) < oldest);
    await Promise.all(old.map((file) => unlink(join(path, file)).catch(ignoreMissing)));
    today = day;
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
        const day = toDay(now());
        if (day !== today) await startDay(day);
        const file = await open(join(path, `audit-${day}.jsonl`), 'a+', 0o600);
        try {
          await file.appendFile((await isCutOff(file)) ? `\n${lines}` : lines);
          // What is shown must be on record even if the machine fails now.
          await file.datasync();
        } finally {
          await file.close();
        }
        for (const { outcome } of entries) countAuditEntry(outcome);
      } catch (error) {
        // The folder may have gone since.
        today = '';
        throw new AuditLogError(error);
      }
    },

    async listAbout(person, signal) {
      const entries: AuditEntry[] = [];
      try {
        for (const file of await listFiles()) {
          if (entries.length >= MOST_ENTRIES) break;
          if (signal.aborted) return { entries, isComplete: false };
          entries.push(...(await findIn(join(path, file), person)).reverse());
        }
      } catch (error) {
        throw new AuditLogError(error);
      }
      return { entries: entries.slice(0, MOST_ENTRIES), isComplete: true };
    },
  };
}

/** Whether the last line is incomplete, so that the next entry needs a new line. */
async function isCutOff(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

async function findIn(
  file: string,
  person: { readonly tenantId: string; readonly personId: string },
): Promise<AuditEntry[]> {
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

function dayOf(file: string): string {
  return FILE.exec(file)?.[1] ?? '';
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function ignoreMissing(error: unknown): undefined {
  if (!(types.isNativeError(error) && 'code' in error && error.code === 'ENOENT')) throw error;
}
