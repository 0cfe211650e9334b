import type { BotRoutes } from '../../bot/routes';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { RenderCard } from '../../cards/render-card';
import type { AuditEntry, AuditLog, Directory, GraphAccess } from '../../domain/ports';
import { joinParts } from '../../text/course-text';
import { formatInstant } from '../../text/format';
import { isolate } from '../../text/isolate';
import { textFor } from '../../text/text-for';

interface Dependencies {
  readonly audit: Pick<AuditLog, 'listAbout'>;
  readonly directory: Pick<Directory, 'findDisplayName'>;
  readonly renderCard: RenderCard;
}

const NAME_LENGTH = 80;

/** "who looked at my courses?": the looks on record about whoever asks, and about nobody else. */
export function registerWhoLooked(bot: BotRoutes, { audit, directory, renderCard }: Dependencies): void {
  /** The log holds ids; names are asked for once each. */
  async function findNames(
    access: GraphAccess,
    entries: readonly AuditEntry[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const ids = [...new Set(entries.map(({ viewerId }) => viewerId))];
    return new Map(
      await Promise.all(ids.map(async (id) => [id, await directory.findDisplayName(access, id)] as const)),
    );
  }

  bot.question('whoLooked', async (turn) => {
    const { team, language } = textFor(turn.locale);
    const texts = team.looks;
    const entries = await audit.listAbout({ tenantId: turn.tenantId, personId: turn.userId });
    const names = await findNames(turn, entries);
    const looks = entries.map(({ at, viewerId, what, outcome }) => ({
      who: isolate(toPlainText(names.get(viewerId) ?? '', NAME_LENGTH), language) || texts.somebody,
      what: joinParts(texts.what[what], outcome === 'shown' ? '' : texts.outcomes[outcome]),
      when: formatInstant(at, turn),
    }));
    const intro = looks.length === 0 ? texts.none : texts.intro;
    const speak = `${texts.heading}. ${intro}`;
    const lines = looks.map(({ who, what, when }) => joinParts(when, who, what));
    return {
      kind: 'card',
      card: renderCard('looks', { speak, heading: texts.heading, intro, looks }, language),
      text: toMessageText([speak, ...lines].join('\n')),
    };
  });
}
