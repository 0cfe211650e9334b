/** Spans of time in the words of a language. */
export interface Spans {
  /** "5 days", "10 months". */
  long(days: number): string;
  /** "today", "tomorrow", "in 3 days". */
  ahead(days: number): string;
  /** "in 5 minutes"; at least one. */
  inMinutes(minutes: number): string;
}

export function createSpans(lang: string): Spans {
  const locale = `${lang}-u-nu-latn`;
  const named = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const counted = new Intl.RelativeTimeFormat(locale);
  const lengths = {
    day: createLength(locale, 'day'),
    month: createLength(locale, 'month'),
    year: createLength(locale, 'year'),
  };
  return {
    long(days) {
      const { count, unit } = toGraspable(days);
      return lengths[unit].format(count);
    },
    ahead(days) {
      const { count, unit } = toGraspable(days);
      return days < 2 ? named.format(days, 'day') : counted.format(count, unit);
    },
    inMinutes: (minutes) => counted.format(Math.max(1, Math.ceil(minutes)), 'minute'),
  };
}

function createLength(locale: string, unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
}

/** Long spans in units that can be grasped: nobody counts 1,500 days. */
function toGraspable(days: number): { readonly count: number; readonly unit: 'day' | 'month' | 'year' } {
  if (days < 100) return { count: days, unit: 'day' };
  if (days < 730) return { count: Math.floor(days / 30.4), unit: 'month' };
  return { count: Math.floor(days / 365.2), unit: 'year' };
}
