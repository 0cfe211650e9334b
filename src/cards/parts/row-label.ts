import { own, textsFor } from '../../i18n/catalog';
import type { Locale } from '../../i18n/format';

/** What separates the parts of a label, by language; kept, since a list has many labels. */
const separators = new Map<string, string>();

/**
 * What a screen reader says of a row: "Code of conduct 2026, Required · 30 min, 6 days overdue". Begins with the texts of
 * the row in their order, so that people who speak to their computer can say what they see (WCAG 2.5.3).
 */
export function toRowLabel(parts: readonly string[], { locale }: Locale): string {
  const { t, language } = textsFor(locale);
  const separator =
    separators.get(language.lang) ??
    t('join.comma', { first: own('|'), second: own('|') }).replaceAll('|', '');
  separators.set(language.lang, separator);
  return parts.filter((part) => part !== '').join(separator);
}
