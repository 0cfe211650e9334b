import { formatPercent, type Locale } from '../../i18n/format';

/** A progress bar as the templates bind it. */
export interface Bar {
  /** Percent, 0 to 100. */
  readonly value: number;
  /** The two parts of the bar for clients that do not know the element, in box-drawing characters. */
  readonly filled: string;
  readonly rest: string;
  /** "60%": what the bar says, for those who do not see it; the line of facts says it in words. */
  readonly percent: string;
}

/** With its percentage it fits into a row of a list on a phone. */
const BAR_LENGTH = 12;

/**
 * Returns the bar of a started course as a list, which a template repeats: `[]` for 0 and 100 percent. A started course
 * shows at least one filled sign, an unfinished one never a full bar.
 */
export function toBar(percentage: number, locale: Locale): readonly Bar[] {
  if (!(percentage > 0 && percentage < 100)) return [];
  const filled = Math.min(Math.max(Math.round((percentage / 100) * BAR_LENGTH), 1), BAR_LENGTH - 1);
  const value = Math.round(percentage);
  return [
    {
      value,
      filled: '━'.repeat(filled),
      rest: '━'.repeat(BAR_LENGTH - filled),
      percent: formatPercent(value, locale),
    },
  ];
}
