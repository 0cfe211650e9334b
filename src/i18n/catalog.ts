import { LRUCache } from 'lru-cache';
import {
  phraseKeys,
  toKnownLocale,
  type KnownLocale,
  type Language,
  type Messages,
  type TextKey,
} from './languages';
import { parseMessage, renderMessage, type Message, type MessageValues } from './message';

export { keysUnder, languages, type FollowUp, type Language, type TextKey } from './languages';
export { own, type OwnText } from './message';

/** The texts in one language. */
export interface Texts {
  readonly language: Language;
  /**
   * The text of a key. A string among the values is outside text and is isolated; text of ours goes in through `own`.
   * Throws when a value is missing: `npm run check:texts` finds such calls.
   */
  readonly t: (key: TextKey, values?: MessageValues) => string;
}

/** A message, and the phrases for its placeholders such as `{phrase_myTeam}`: what people type to the bot. */
interface Prepared {
  readonly message: Message;
  readonly phrases: MessageValues;
}

/** Texts of numbers and choices alone, by locale, key and values: a card repeats the same few. They name nobody. */
const rendered = new LRUCache<string, string>({ max: 2_000 });

/** By language and key; a message is parsed when it is first needed. */
const prepared = new Map<string, Map<TextKey, Prepared>>();
/** The texts of each locale; kept, since a card asks for them a hundred times. */
const texts = new WeakMap<KnownLocale, Texts>();

/** The texts in the language of a locale (BCP 47); in English when it is of another language, broken or not given. */
export function textsFor(locale: string | undefined): Texts {
  const known = toKnownLocale(typeof locale === 'string' ? locale : '');
  const made = texts.get(known) ?? createTexts(known);
  texts.set(known, made);
  return made;
}

function createTexts({ lang, rtl, messages, numbers }: KnownLocale): Texts {
  const ofLanguage = prepared.get(lang) ?? new Map<TextKey, Prepared>();
  prepared.set(lang, ofLanguage);
  return {
    language: { lang, rtl },
    t: (key, values) => {
      const found = ofLanguage.get(key) ?? prepare(messages, key);
      ofLanguage.set(key, found);
      const { message, phrases } = found;
      if (message.fixed !== undefined) return message.fixed;
      const render = (): string =>
        renderMessage(message, { ...phrases, ...values }, { locale: numbers, rtl });
      return message.shown.size > 0
        ? render()
        : remember(`${numbers} ${key} ${JSON.stringify(values)}`, render);
    },
  };
}

function remember(key: string, render: () => string): string {
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const text = render();
  rendered.set(key, text);
  return text;
}

function prepare(messages: Messages, key: TextKey): Prepared {
  const message = parseMessage(messages[key]);
  const phrases = phraseKeys
    .map((phrase) => [phrase.replace('.', '_'), messages[phrase]] as const)
    .filter(([name]) => message.shown.has(name));
  return { message, phrases: Object.fromEntries(phrases) };
}
