import { LRUCache } from 'lru-cache';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { Texts } from './texts';

export type { Texts };

const catalogues: ReadonlyMap<string, Texts> = new Map(
  [en, ar, de, es, fr, ja].map((texts: Texts) => [texts.language.lang, texts]),
);

/** The languages that people are answered in, English first. */
export const languages: readonly string[] = [...catalogues.keys()];

/** Locales come from clients, hence the bounds. */
const MOST_CHARACTERS = 35;
const known = new LRUCache<string, Texts>({ max: 200 });

/** The texts in the language of a locale (BCP 47); in English when it is of another language, broken or not told. */
export function textFor(locale: string | undefined): Texts {
  if (typeof locale !== 'string' || locale.length > MOST_CHARACTERS) return en;
  const texts = known.get(locale) ?? catalogues.get(toLanguage(locale)) ?? en;
  known.set(locale, texts);
  return texts;
}

/** `Intl` throws at what is no locale. */
function toLanguage(locale: string): string {
  try {
    return new Intl.Locale(locale).language;
  } catch {
    return '';
  }
}
