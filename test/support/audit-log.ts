import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningWorld } from '../../sandbox/start-world';
import type { AuditEntry } from '../../src/domain/ports';

/** The entries of the log, in order. */
export function auditEntriesOf({ auditLogPath }: RunningWorld): readonly AuditEntry[] {
  return readdirSync(auditLogPath)
    .sort()
    .flatMap((file) => readFileSync(join(auditLogPath, file), 'utf8').trim().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AuditEntry);
}

/** The entries in readable form: viewer, person and outcome. */
export function viewsIn(world: RunningWorld): readonly string[] {
  const nameOf = (id: string): string => world.world.findPerson(id)?.user.givenName ?? 'nobody known';
  return auditEntriesOf(world).map(
    ({ viewerId, personId, what, outcome }) =>
      `${nameOf(viewerId)} → ${nameOf(personId)}: ${what}, ${outcome}`,
  );
}

/** Clears the log. */
export function clearAuditLog({ auditLogPath }: RunningWorld): void {
  for (const file of readdirSync(auditLogPath)) rmSync(join(auditLogPath, file));
}
