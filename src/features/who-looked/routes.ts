import { question, type Reply, type Route, type SignedInTurn } from '../../bot/routes';
import { namedViewers, viewLogCard } from '../../cards/view-log';
import { withDeadline } from '../../lib/deadline';
import type { AuditLog, Directory } from '../../domain/ports';

interface Dependencies {
  readonly audit: Pick<AuditLog, 'listAbout'>;
  readonly directory: Pick<Directory, 'findDisplayName'>;
}

/** Maximum time for reading the log; the rest of the turn is for the names. */
const READ_WITHIN_MS = 4_000;

/** "who looked at my courses?": shows the logged views of the user's own courses only. */
export function whoLookedRoutes({ audit, directory }: Dependencies): readonly Route[] {
  async function show(turn: SignedInTurn): Promise<Reply> {
    const person = { tenantId: turn.tenantId, personId: turn.userId };
    const onRecord = await withDeadline(
      READ_WITHIN_MS,
      (signal) => audit.listAbout(person, signal),
      turn.signal,
    );
    const names = await Promise.all(
      namedViewers(onRecord.entries).map(
        async (id) => [id, await directory.findDisplayName(turn, id)] as const,
      ),
    );
    return viewLogCard({ ...onRecord, names: new Map(names), locale: turn.locale, zone: turn.zone });
  }

  return [question('whoLooked', show)];
}
