import { DateTime, Duration } from 'luxon';
import * as z from 'zod/v4';
import { decodeTwice, toWords } from './html-to-text';
import { isRealDate, readUtc } from './date-times';

/*
 * Each schema is a single `transform`: a chain of schemas costs an object for each value, and a large team has a hundred
 * thousand values.
 */

/** Text, or `undefined` for null, blanks and values of another type. */
export const optionalText = z.transform(toText);

/** A name or title, decoded, because some providers encode characters as in html. */
export const optionalName = z.transform((value) => toText(decodeTwice(toText(value) ?? '')));

/** Plain text, without the html that some providers put there. */
export const optionalPlainText = z.transform((value) => toText(toWords(toText(value) ?? '')));

/** `DateTimeOffset` as ISO 8601 in UTC. Without an offset it counts as UTC; `undefined` when no date is meant. */
export const optionalDateTime = z.transform((value) => {
  const text = toText(value);
  if (text === undefined) return undefined;
  const time = readUtc(text) ?? DateTime.fromISO(text, { zone: 'utc' }).toJSDate();
  return isRealDate(time) ? time.toISOString() : undefined;
});

/** An https address, normalised. */
export const optionalHttpsUrl = z.transform((value) => {
  const text = toText(value);
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' ? url.href : undefined;
});

/** ISO 8601 duration in whole minutes, at least one; `undefined` for what is none (a sample has `PDT1H`). */
export const optionalMinutes = z.transform((value) => {
  const text = toText(value);
  const minutes = text === undefined ? NaN : Duration.fromISO(text).as('minutes');
  return minutes > 0 ? Math.max(1, Math.round(minutes)) : undefined;
});

/** Names of a list; nulls, blanks and a list that is null are left out. */
export const nameList = z
  .array(optionalName)
  .catch([])
  .transform((texts) => texts.filter((text) => text !== undefined));

/** The enum member that a text names, in any case; else the fallback, because Graph's enums grow. */
export function enumText<const T extends string, const F>(
  members: readonly T[],
  fallback: F,
): z.ZodType<T | F> {
  return z.transform((value) => {
    const text = toText(value)?.toLowerCase();
    return members.find((member) => member.toLowerCase() === text) ?? fallback;
  });
}

const itemBody = z.object({ content: optionalText, contentType: optionalText }).nullish();

/** `itemBody` as the samples and the metadata have it, or the string that the property table says. */
export const optionalNote = z.transform((value) => {
  if (typeof value === 'string') return toText(toWords(value));
  const { content = '', contentType } = itemBody.safeParse(value).data ?? {};
  return toText(toWords(content, contentType?.toLowerCase() === 'html'));
});

function toText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
