import type { AuditEntry } from './ports';

/** Audit entries for one view: the sender of the turn saw, or could not see, these people. */
export function toAuditEntries(
  turn: { readonly id: string; readonly now: Date; readonly tenantId: string; readonly userId: string },
  what: AuditEntry['what'],
  people: readonly Pick<AuditEntry, 'personId' | 'outcome'>[],
): readonly AuditEntry[] {
  const { id, now, tenantId, userId: viewerId } = turn;
  return people.map((person) => ({ at: now.toISOString(), tenantId, viewerId, what, turn: id, ...person }));
}
