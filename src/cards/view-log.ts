import type { AuditEntry, LoggedViews } from '../domain/ports';
import { own, textsFor } from '../i18n/catalog';
import { joinParts } from '../i18n/course-text';
import { formatInstant, type Reader } from '../i18n/format';
import { defineCard } from './define-card';
import { toIsolatedText, toMessageLines } from './plain-text';

/** Who viewed the reader's courses. */
export interface ViewLog extends Reader, Omit<LoggedViews, 'entries'> {
  /** The newest first. */
  readonly entries: readonly Pick<AuditEntry, 'at' | 'viewerId' | 'what' | 'outcome'>[];
  /** Names of the people who viewed, by user id. Untrusted. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

export const viewLogCard = defineCard('view-log', { toData, toText });

const NAME_LENGTH = 60;
/** Keeps the card small enough for Teams, and short enough to read. */
const MOST_VIEWS = 25;

function toData(view: ViewLog) {
  const { entries, names, locale } = view;
  const { t } = textsFor(locale);
  const heading = t('viewLog.heading');
  const intro = toIntro(view);
  return {
    speak: t('join.heading', { heading: own(heading), sentence: own(intro) }),
    heading,
    intro,
    views: entries.slice(0, MOST_VIEWS).map(({ at, viewerId, what, outcome }) => ({
      who: toIsolatedText(names.get(viewerId), NAME_LENGTH, view) || t('viewLog.somebody'),
      what: joinParts(t(`viewLog.what.${what}`), outcome === 'shown' ? '' : t(`viewLog.outcomes.${outcome}`)),
      when: formatInstant(at, view),
    })),
  };
}

function toIntro({ entries, isComplete, locale }: ViewLog): string {
  const { t } = textsFor(locale);
  const latest = t('viewLog.intro');
  if (isComplete) return entries.length > 0 ? latest : t('viewLog.none');
  const partly = t('viewLog.partly');
  return entries.length > 0 ? t('join.sentences', { first: own(partly), second: own(latest) }) : partly;
}

function toText(view: ViewLog): string {
  const { speak, views } = toData(view);
  const lines = views.map(({ who, what, when }) => joinParts(when, who, what));
  return toMessageLines([speak, ...lines], view);
}
