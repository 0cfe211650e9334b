import { LRUCache } from 'lru-cache';

/** Caches formatters: creating one costs a hundred times its use. Bounded, because clients send locale and zone. */
const MOST = 200;
const numberFormats = new LRUCache<string, Intl.NumberFormat>({ max: MOST });
const dateFormats = new LRUCache<string, Intl.DateTimeFormat>({ max: MOST });
const pluralRules = new LRUCache<string, Intl.PluralRules>({ max: MOST });

export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remembered(numberFormats, [locale, options], () => new Intl.NumberFormat(locale, options));
}

/** Throws at a time zone that is not known. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(dateFormats, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

export function pluralRulesOf(locale: string, options?: Intl.PluralRulesOptions): Intl.PluralRules {
  return remembered(pluralRules, [locale, options], () => new Intl.PluralRules(locale, options));
}

function remembered<T extends object>(
  cache: LRUCache<string, T>,
  parts: readonly [locale: string, options: object | undefined],
  make: () => T,
): T {
  const [locale, options] = parts;
  const key = options === undefined ? locale : `${locale} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
