/** A progress bar as the templates bind it. */
export interface Bar {
  /** Percent, 0 to 100. */
  readonly value: number;
  /** The two parts of the bar for clients that do not know the element, in box-drawing characters. */
  readonly filled: string;
  readonly rest: string;
  /** "60% done": what the bar says, for those who do not see it. */
  readonly words: string;
}

const BAR_LENGTH = 20;

/**
 * Returns the bar of a started course as a list, which a template repeats: `[]` for 0 and 100 percent. A started course
 * shows at least one filled sign, an unfinished one never a full bar.
 */
export function toBar(percentage: number, words: string): readonly Bar[] {
  if (!(percentage > 0 && percentage < 100)) return [];
  const filled = Math.min(Math.max(Math.round((percentage / 100) * BAR_LENGTH), 1), BAR_LENGTH - 1);
  return [
    {
      value: Math.round(percentage),
      filled: '━'.repeat(filled),
      rest: '━'.repeat(BAR_LENGTH - filled),
      words,
    },
  ];
}
