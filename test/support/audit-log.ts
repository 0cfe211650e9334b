import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningWorld } from '../../sandbox/start-world';
import type { AuditEntry } from '../../src/domain/ports';

/** What is on record, in the order of the entries. */
export function auditEntriesOf({ auditLogPath }: RunningWorld): readonly AuditEntry[] {
  return readdirSync(auditLogPath)
    .sort()
    .flatMap((file) => readFileSync(join(auditLogPath, file), 'utf8').trim().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AuditEntry);
}

/** The same for reading: who looked at whom, and what came of it. */
export function looksIn(world: RunningWorld): readonly string[] {
  const nameOf = (id: string): string => world.world.findPerson(id)?.user.givenName ?? 'nobody known';
  return auditEntriesOf(world).map(
    ({ viewerId, personId, what, outcome }) =>
      `${nameOf(viewerId)} → ${nameOf(personId)}: ${what}, ${outcome}`,
  );
}

/** Empties the log, as if no one had looked yet. */
export function clearAuditLog({ auditLogPath }: RunningWorld): void {
  for (const file of readdirSync(auditLogPath)) rmSync(join(auditLogPath, file));
}
