import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { toKnownLocale } from './languages';
import type { Locale } from './format';

const weekInfo = z.object({ weekend: z.array(z.number()) });
const SATURDAY_AND_SUNDAY = [6, 7];

/** By locale: clients may send any number of them. */
const weekends = new LRUCache<string, readonly number[]>({ max: 200 });

/** The weekend of the reader's region; Monday is 1. */
export function weekendOf({ locale }: Locale): readonly number[] {
  const { dates } = toKnownLocale(locale);
  const known = weekends.get(dates) ?? findWeekend(dates);
  weekends.set(dates, known);
  return known;
}

function findWeekend(locale: string): readonly number[] {
  // Node 20 has a property where later versions have a method.
  const known: Intl.Locale & { readonly weekInfo?: unknown; readonly getWeekInfo?: () => unknown } =
    new Intl.Locale(locale);
  return weekInfo.safeParse(known.getWeekInfo?.() ?? known.weekInfo).data?.weekend ?? SATURDAY_AND_SUNDAY;
}
