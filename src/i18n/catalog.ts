import { phraseKeys, toKnownLocale, type Language, type TextKey } from './languages';
import { parseMessage, renderMessage, type Message, type MessageValues } from './message';

export { keysUnder, languages, type Language, type TextKey } from './languages';
export { own } from './message';

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

/** By language and key; a message is parsed when it is first needed. */
const prepared = new Map<string, Map<TextKey, Prepared>>();

/** The texts in the language of a locale (BCP 47); in English when it is of another language, broken or not given. */
export function textsFor(locale: string | undefined): Texts {
  const { lang, rtl, messages, numbers } = toKnownLocale(typeof locale === 'string' ? locale : '');
  const ofLanguage = prepared.get(lang) ?? new Map<TextKey, Prepared>();
  prepared.set(lang, ofLanguage);

  function find(key: TextKey): Prepared {
    const found = ofLanguage.get(key);
    if (found !== undefined) return found;
    const message = parseMessage(messages[key]);
    const phrases = phraseKeys
      .map((phrase) => [phrase.replace('.', '_'), messages[phrase]] as const)
      .filter(([name]) => message.shown.has(name));
    const made = { message, phrases: Object.fromEntries(phrases) };
    ofLanguage.set(key, made);
    return made;
  }

  return {
    language: { lang, rtl },
    t: (key, values) => {
      const { message, phrases } = find(key);
      return renderMessage(message, { ...phrases, ...values }, { locale: numbers, rtl });
    },
  };
}
