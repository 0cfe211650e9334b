import { LRUCache } from 'lru-cache';
import ar from '../../locales/ar.json';
import de from '../../locales/de.json';
import en from '../../locales/en.json';
import es from '../../locales/es.json';
import fr from '../../locales/fr.json';
import ja from '../../locales/ja.json';

/** Names one text. English has them all. */
export type TextKey = keyof typeof en;

/** Every message of one language, as it stands in its file. */
export type Messages = Readonly<Record<TextKey, string>>;

const textKeys = Object.keys(en) as readonly TextKey[];

/** The keys that begin so, in the order of the English texts. */
export function keysUnder<P extends string>(prefix: P): readonly Extract<TextKey, `${P}${string}`>[] {
  return textKeys.filter((key): key is Extract<TextKey, `${P}${string}`> => key.startsWith(prefix));
}

/** What people type to the bot; messages quote it as `{phrase_myTeam}`. */
export const phraseKeys: readonly TextKey[] = keysUnder('phrase.');

/** A button that sends `phrase.<name>` as if it had been typed, under the title `followUp.<name>`. */
export type FollowUp = {
  [Key in TextKey]: Key extends `followUp.${infer Name}` ? Name : never;
}[TextKey];

/** The languages of the bot, English first. To add one, add an import and a line here. */
const catalogs: ReadonlyMap<string, Messages> = new Map([
  ['en', complete(en)],
  ['ar', complete(ar)],
  ['de', complete(de)],
  ['es', complete(es)],
  ['fr', complete(fr)],
  ['ja', complete(ja)],
]);

export const languages: readonly string[] = [...catalogs.keys()];

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);
const FALLBACK_LOCALE = 'en-US';

/** For documents and cards: the language, and whether it is written from right to left. */
export interface Language {
  readonly lang: string;
  readonly rtl: boolean;
}

/** The language and formats for a locale. */
export interface KnownLocale extends Language {
  readonly messages: Messages;
  /** For `Intl`, with the reader's region, and with the calendar and digits that the texts are written in. */
  readonly dates: string;
  readonly numbers: string;
}

/** Longest locale to parse. Locales come from clients, so length and cache are limited. */
const MOST_CHARACTERS = 35;
const knownLocales = new LRUCache<string, KnownLocale>({ max: 200 });

/** Returns the language for a locale (BCP 47): its own if there are texts in it, otherwise English for its region. */
export function toKnownLocale(locale: string): KnownLocale {
  const asked = locale.length <= MOST_CHARACTERS ? locale : FALLBACK_LOCALE;
  const found = knownLocales.get(asked) ?? find(asked);
  knownLocales.set(asked, found);
  return found;
}

function find(locale: string): KnownLocale {
  const asked = parseLocale(locale) ?? new Intl.Locale(FALLBACK_LOCALE);
  const messages = catalogs.get(asked.language);
  if (messages !== undefined) return toKnown(asked, messages);
  const english = asked.region === undefined ? FALLBACK_LOCALE : `en-${asked.region}`;
  return toKnown(new Intl.Locale(english), en);
}

function toKnown(locale: Intl.Locale, messages: Messages): KnownLocale {
  const lang = locale.language;
  const dates = new Intl.Locale(locale, { calendar: 'gregory', numberingSystem: 'latn' }).toString();
  // With Western digits, only some Arabic regions write an Arabic percent sign: all get the same.
  const numbers = lang === 'ar' ? 'ar-u-nu-latn' : dates;
  return { lang, rtl: RIGHT_TO_LEFT.has(lang), messages, dates, numbers };
}

/** Returns undefined for a malformed locale, at which `Intl` throws. */
function parseLocale(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale);
  } catch {
    return undefined;
  }
}

/** Does not compile where a language lacks a text or has one that English does not have. */
export function complete<T extends Messages>(
  messages: T & Record<Exclude<keyof T, TextKey>, never>,
): Messages {
  return messages;
}
