import type { AuditEntry } from '../domain/ports';
import { joinParts } from '../text/course-text';
import { formatInstant, type Reader } from '../text/format';
import { isolate } from '../text/isolate';
import { textFor } from '../text/text-for';
import { defineCard } from './define-card';
import { toMessageText, toPlainText } from './plain-text';

/** Who looked at the reader's courses. */
export interface Looks extends Reader {
  /** The newest first. */
  readonly entries: readonly Pick<AuditEntry, 'at' | 'viewerId' | 'what' | 'outcome'>[];
  /** False when there was no time to read older entries. */
  readonly isComplete: boolean;
  /** Names of the people who looked, by user id. Untrusted. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

export const looksCard = defineCard('looks', { toData, toText });

const NAME_LENGTH = 60;
/** Keeps the card small enough for Teams, and short enough to read. */
const MOST_LOOKS = 25;

function toData(view: Looks) {
  const { entries, isComplete, names, locale } = view;
  const { team, language } = textFor(locale);
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
      when: formatInstant(at, view),
    })),
  };
}

function toText(view: Looks): string {
  const { speak, looks } = toData(view);
  const lines = looks.map(({ who, what, when }) => joinParts(when, who, what));
  return toMessageText([speak, ...lines].join('\n'));
}
