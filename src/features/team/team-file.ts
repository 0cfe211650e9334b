import type { AcceptedFile, Reply, SignedInTurn } from '../../bot/routes';
import type { ListPage } from '../../cards/actions';
import { dueDay } from '../../domain/due';
import type { CourseFilter } from '../../domain/question';
import type { TeammateStanding } from '../../domain/team-standing';
import { textsFor } from '../../i18n/catalog';
import { toTeamCsv } from './csv';
import type { LookAtTeam } from './look-at-team';

/** A team's courses as a file. */
export interface TeamFile {
  offer(turn: SignedInTurn, list: ListPage): Promise<Reply>;
  /** Creates the file again when the offer is accepted: nothing is handed out before that. */
  create(turn: SignedInTurn, filter: CourseFilter): Promise<AcceptedFile>;
}

export function createTeamFile(look: LookAtTeam): TeamFile {
  /** Returns the file and the people in it, or a sentence that says there is none. */
  async function prepare(
    turn: SignedInTurn,
    filter: CourseFilter,
  ): Promise<{ readonly content: Buffer; readonly members: readonly TeammateStanding[] } | string> {
    const snapshot = await look.load(turn, false);
    if (typeof snapshot === 'string') return snapshot;
    if (snapshot.outcomes.size < snapshot.reports.length)
      return textsFor(turn.locale).t('team.file.incomplete');
    const { standing } = await look.rate(turn, snapshot, { filter, mostContents: Infinity });
    const { members } = standing;
    return { content: toTeamCsv(members, { filter, viewer: turn }), members };
  }

  function toName(turn: SignedInTurn): string {
    const today = dueDay({ kind: 'instant', dateTime: turn.now.toISOString() }, turn);
    return `${textsFor(turn.locale).t('team.file.name')} ${today}.csv`;
  }

  return {
    async offer(turn, { filter, page }) {
      const prepared = await prepare(turn, filter);
      if (typeof prepared === 'string') return { kind: 'text', text: prepared };
      const { t } = textsFor(turn.locale);
      return {
        kind: 'fileOffer',
        name: toName(turn),
        description: t('team.file.description'),
        bytes: prepared.content.length,
        context: { manager: turn.userId, filter, page },
        text: t('team.file.offered'),
      };
    },

    async create(turn, filter) {
      const prepared = await prepare(turn, filter);
      if (typeof prepared === 'string') return { kind: 'text', text: prepared };
      await look.record(turn, 'export', prepared.members);
      return { kind: 'file', name: toName(turn), content: prepared.content };
    },
  };
}
