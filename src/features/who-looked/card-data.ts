import type { LooksData } from '../../cards/team-card-data';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { AuditEntry } from '../../domain/ports';
import { joinParts } from '../../text/course-text';
import { formatInstant, type Reader } from '../../text/format';
import { isolate } from '../../text/isolate';
import { textFor } from '../../text/text-for';

/** Looks at one person's courses. */
export interface Looks {
  /** The newest first. */
  readonly entries: readonly Pick<AuditEntry, 'at' | 'viewerId' | 'what' | 'outcome'>[];
  /** False when there was no time for what is older. */
  readonly isComplete: boolean;
  /** Names of those who looked, by user id. Untrusted. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

const NAME_LENGTH = 60;
/** More would be too much for a card, in bytes and to read. */
const MOST_LOOKS = 25;

export function toLooksData({ entries, isComplete, names }: Looks, reader: Reader): LooksData {
  const { team, language } = textFor(reader.locale);
  const texts = team.looks;
  const latest = entries.length > 0 ? [texts.intro] : [];
  const intro = isComplete ? (latest[0] ?? texts.none) : [texts.partly, ...latest].join(' ');
  return {
    speak: `${texts.heading}. ${intro}`,
    heading: texts.heading,
    intro,
    looks: entries.slice(0, MOST_LOOKS).map(({ at, viewerId, what, outcome }) => ({
      who: isolate(toPlainText(names.get(viewerId) ?? '', NAME_LENGTH), language) || texts.somebody,
      what: joinParts(texts.what[what], outcome === 'shown' ? '' : texts.outcomes[outcome]),
      when: formatInstant(at, reader),
    })),
  };
}

/** The card's plain-text twin. */
export function toLooksText(shown: Looks, reader: Reader): string {
  const { speak, looks } = toLooksData(shown, reader);
  const lines = looks.map(({ who, what, when }) => joinParts(when, who, what));
  return toMessageText([speak, ...lines].join('\n'));
}
