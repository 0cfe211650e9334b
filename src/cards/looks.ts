import type { AuditEntry, LooksOnRecord } from '../domain/ports';
import { own, textsFor } from '../i18n/catalog';
import { joinParts } from '../i18n/course-text';
import { formatInstant, type Reader } from '../i18n/format';
import { defineCard } from './define-card';
import { toIsolatedText, toMessageLines } from './plain-text';

/** Who looked at the reader's courses. */
export interface Looks extends Reader, Omit<LooksOnRecord, 'entries'> {
  /** The newest first. */
  readonly entries: readonly Pick<AuditEntry, 'at' | 'viewerId' | 'what' | 'outcome'>[];
  /** Names of the people who looked, by user id. Untrusted. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

export const looksCard = defineCard('looks', { toData, toText });

const NAME_LENGTH = 60;
/** Keeps the card small enough for Teams, and short enough to read. */
const MOST_LOOKS = 25;

function toData(view: Looks) {
  const { entries, names, locale } = view;
  const { t } = textsFor(locale);
  const heading = t('team.looks.heading');
  const intro = toIntro(view);
  return {
    speak: t('join.heading', { heading: own(heading), sentence: own(intro) }),
    heading,
    intro,
    looks: entries.slice(0, MOST_LOOKS).map(({ at, viewerId, what, outcome }) => ({
      who: toIsolatedText(names.get(viewerId), NAME_LENGTH, view) || t('team.looks.somebody'),
      what: joinParts(
        t(`team.looks.what.${what}`),
        outcome === 'shown' ? '' : t(`team.looks.outcomes.${outcome}`),
      ),
      when: formatInstant(at, view),
    })),
  };
}

function toIntro({ entries, isComplete, locale }: Looks): string {
  const { t } = textsFor(locale);
  const latest = t('team.looks.intro');
  if (isComplete) return entries.length > 0 ? latest : t('team.looks.none');
  const partly = t('team.looks.partly');
  return entries.length > 0 ? t('join.sentences', { first: own(partly), second: own(latest) }) : partly;
}

function toText(view: Looks): string {
  const { speak, looks } = toData(view);
  const lines = looks.map(({ who, what, when }) => joinParts(when, who, what));
  return toMessageLines([speak, ...lines], view);
}
