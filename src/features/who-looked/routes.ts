import { question, type Reply, type Route, type SignedInTurn } from '../../bot/routes';
import { looksCard } from '../../cards/looks';
import { withDeadline } from '../../lib/deadline';
import type { AuditEntry, AuditLog, Directory, GraphAccess } from '../../domain/ports';

interface Dependencies {
  readonly audit: Pick<AuditLog, 'listAbout'>;
  readonly directory: Pick<Directory, 'findDisplayName'>;
}

/** Maximum time for reading the log; the rest of the turn is for the names. */
const READ_WITHIN_MS = 4_000;

/** "who looked at my courses?": shows the logged views of the user's own courses only. */
export function whoLookedRoutes({ audit, directory }: Dependencies): readonly Route[] {
  /** Looks up the names for the ids in the log, each once. */
  async function findNames(
    access: GraphAccess,
    entries: readonly AuditEntry[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const ids = [...new Set(entries.map(({ viewerId }) => viewerId))];
    return new Map(
      await Promise.all(ids.map(async (id) => [id, await directory.findDisplayName(access, id)] as const)),
    );
  }

  async function show(turn: SignedInTurn): Promise<Reply> {
    const person = { tenantId: turn.tenantId, personId: turn.userId };
    const onRecord = await withDeadline(
      READ_WITHIN_MS,
      (signal) => audit.listAbout(person, signal),
      turn.signal,
    );
    const names = await findNames(turn, onRecord.entries);
    return looksCard({ ...onRecord, names, locale: turn.locale, zone: turn.zone });
  }

  return [question('whoLooked', show)];
}
