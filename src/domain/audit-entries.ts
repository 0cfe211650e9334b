import type { AuditEntry } from './ports';

/** One look of a turn's sender at several people. */
export function toAuditEntries(
  turn: { readonly id: string; readonly now: Date; readonly tenantId: string; readonly userId: string },
  what: AuditEntry['what'],
  people: readonly Pick<AuditEntry, 'personId' | 'outcome'>[],
): readonly AuditEntry[] {
  const { id, now, tenantId, userId: viewerId } = turn;
  return people.map((person) => ({ at: now.toISOString(), tenantId, viewerId, what, turn: id, ...person }));
}
