import { DateTime, Duration } from 'luxon';
import * as z from 'zod/v4';
import { htmlToText } from './html-to-text';

/** Text that is there, or `undefined`: null, blanks and values of another type count as absent. */
export const optionalText = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => emptyToAbsent(text));

/** Text in which some providers put html although it is none. */
export const optionalPlainText = optionalText.transform((text) =>
  text !== undefined && /<\/?[a-z][^>]*>/i.test(text) ? emptyToAbsent(htmlToText(text)) : text,
);

/** `DateTimeOffset` as ISO 8601 in UTC. Without an offset it counts as UTC; .NET's year 1 stands for nothing. */
export const optionalDateTime = optionalText.transform((text) => {
  const time = text === undefined ? undefined : DateTime.fromISO(text, { zone: 'utc' });
  return time?.isValid === true && time.year > 1 ? time.toISO() : undefined;
});

/** An https address, normalised. */
export const optionalHttpsUrl = optionalText.transform((text) => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' ? url.href : undefined;
});

/** ISO 8601 duration in whole minutes, at least one; `undefined` for what is none (a sample has `PDT1H`). */
export const optionalMinutes = optionalText.transform((text) => {
  const minutes = text === undefined ? NaN : Duration.fromISO(text).as('minutes');
  return minutes > 0 ? Math.max(1, Math.round(minutes)) : undefined;
});

/** Strings of a list; nulls, blanks and a list that is null are left out. */
export const textList = z
  .array(optionalText)
  .catch([])
  .transform((texts) => texts.filter((text) => text !== undefined));

/** The member that a text names, whatever its case; else the fallback. Graph's enums grow. */
export function enumText<const T extends string, const F>(
  members: readonly T[],
  fallback: F,
): z.ZodType<T | F> {
  return optionalText.transform(
    (text) => members.find((member) => member.toLowerCase() === text?.toLowerCase()) ?? fallback,
  );
}

/** `itemBody` as the samples and the metadata have it, or the string that the property table says. */
export const optionalNote = z
  .union([z.string(), z.object({ content: z.string().nullish(), contentType: optionalText })])
  .nullish()
  .catch(undefined)
  .transform((note) => {
    if (typeof note === 'string') return emptyToAbsent(note);
    const isHtml = note?.contentType?.toLowerCase() === 'html';
    return emptyToAbsent(isHtml ? htmlToText(note.content ?? '') : note?.content);
  });

function emptyToAbsent(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
