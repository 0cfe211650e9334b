import type { AuditEntry, LoggedViews } from '../domain/ports';
import { own, textsFor } from '../i18n/catalog';
import { joinParts } from '../i18n/course-text';
import { formatDayOf, type Reader } from '../i18n/format';
import { defineCard } from './define-card';
import { toIsolatedText, toMessageLines } from './plain-text';

type View = Pick<AuditEntry, 'at' | 'viewerId' | 'what' | 'outcome'>;

/** Who viewed the reader's courses. */
export interface ViewLog extends Reader, Omit<LoggedViews, 'entries'> {
  /** The newest first. */
  readonly entries: readonly View[];
  /** Names of the people who viewed, by user id. Untrusted. */
  readonly names: ReadonlyMap<string, string | undefined>;
}

/** The ids of the people whom the card names. */
export function namedViewers(entries: readonly View[]): readonly string[] {
  return [...new Set(entries.map(({ viewerId }) => viewerId))].slice(0, MOST_PEOPLE);
}

export const viewLogCard = defineCard('view-log', { toData, toText });

const NAME_LENGTH = 60;
/** These keep the card small enough for Teams, and short enough to read. */
const MOST_PEOPLE = 8;
const MOST_DAYS = 5;

function toData(log: ViewLog) {
  const { entries, locale } = log;
  const { t } = textsFor(locale);
  const heading = toHeading(log);
  const intro = toIntro(log);
  const people = [...groupBy(entries, ({ viewerId }) => viewerId)];
  const others = people.length - MOST_PEOPLE;
  return {
    speak: t('join.heading', { heading: own(heading), sentence: own(intro) }),
    heading,
    intro,
    people: people.slice(0, MOST_PEOPLE).map(([viewerId, views]) => toPerson(viewerId, views, log)),
    others: others > 0 ? t('viewLog.morePeople', { count: others }) : '',
  };
}

function toText(log: ViewLog): string {
  const { speak, people, others } = toData(log);
  const lines = people.flatMap(({ who, count, days }) => [
    joinParts(who, count),
    ...days.map(({ line }) => `- ${line}`),
  ]);
  return toMessageLines([speak, ...lines, others], log);
}

/** Counts the people who saw something; an attempt that was refused is not a view. */
function toHeading({ entries, isComplete, hasOlder, locale }: ViewLog): string {
  const { t } = textsFor(locale);
  if (!isComplete || hasOlder) return t('viewLog.latestHeading');
  return t('viewLog.heading', { count: groupBy(entries.filter(wasShown), ({ viewerId }) => viewerId).size });
}

function toIntro({ entries, isComplete, hasOlder, locale }: ViewLog): string {
  const { t } = textsFor(locale);
  const sentences = [
    ...(isComplete ? [] : [t('viewLog.partly')]),
    ...(hasOlder ? [t('viewLog.latestOnly', { count: entries.length })] : []),
    t('viewLog.intro'),
  ];
  return sentences.reduce((first, second) => t('join.sentences', { first: own(first), second: own(second) }));
}

function toPerson(viewerId: string, views: readonly View[], log: ViewLog) {
  const { t } = textsFor(log.locale);
  const days = [...groupBy(views, ({ at }) => formatDayOf(at, log))];
  const shown = views.filter(wasShown).length;
  return {
    who: toIsolatedText(log.names.get(viewerId), NAME_LENGTH, log) || t('viewLog.somebody'),
    count: shown === 0 ? '' : t('viewLog.views', { count: shown }),
    days: [
      ...days.slice(0, MOST_DAYS).map(([day, those]) => ({ line: joinParts(day, toWhat(those, log)) })),
      ...(days.length > MOST_DAYS ? [{ line: t('viewLog.earlierDays') }] : []),
    ],
  };
}

/** "Team overview ×3 · Your list (access denied)" */
function toWhat(views: readonly View[], { locale }: ViewLog): string {
  const { t } = textsFor(locale);
  const kinds = groupBy(views, ({ what, outcome }) => {
    const words = t(`viewLog.what.${what}`);
    return outcome === 'shown'
      ? words
      : t('viewLog.unsuccessful', { what: own(words), outcome: own(t(`viewLog.outcomes.${outcome}`)) });
  });
  return joinParts(
    ...[...kinds].map(([what, { length: count }]) =>
      count === 1 ? what : t('viewLog.times', { what: own(what), count }),
    ),
  );
}

function wasShown({ outcome }: View): boolean {
  return outcome === 'shown';
}

/** The groups in the order of their first items. */
function groupBy<Item>(items: readonly Item[], toKey: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(toKey(item));
    if (group === undefined) groups.set(toKey(item), [item]);
    else group.push(item);
  }
  return groups;
}
