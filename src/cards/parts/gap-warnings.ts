import type { ListGaps, MissingContents } from '../../domain/ports';
import { textsFor } from '../../i18n/catalog';
import type { Locale } from '../../i18n/format';
import { toWaitMinutes } from '../../i18n/spans';

/** Says what a list lacks. Titles that Graph refuses are marked in their rows instead. */
export function toGapWarnings({ isComplete, unreadable = 0, missing, locale }: ListGaps & Locale): string[] {
  const { t } = textsFor(locale);
  return [
    ...(isComplete ? [] : [t('courseList.notAllLoaded')]),
    ...(unreadable === 0 ? [] : [t('courseList.unreadable', { count: unreadable })]),
    ...toMissingWarnings(missing, { locale }),
  ];
}

function toMissingWarnings(missing: MissingContents | undefined, { locale }: Locale): readonly string[] {
  const { t } = textsFor(locale);
  switch (missing?.reason) {
    case undefined:
    case 'refused':
      return [];
    case 'notInTime':
      return [t('courseList.contentsMissing')];
    case 'failed':
      return [t('courseList.contentsFailed')];
    case 'throttled':
      return [t('courseList.contentsThrottled', { minutes: toWaitMinutes(missing.waitMs ?? 0) })];
  }
}
