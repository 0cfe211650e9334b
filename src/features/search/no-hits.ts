import type { SignedInTurn } from '../../bot/routes';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import { anyCourse } from '../../domain/question';
import type { OpenCatalog } from '../../courses/catalog-index';
import { isReadWhole, type MissingContents } from '../../domain/ports';
import { own as ownText, textsFor } from '../../i18n/catalog';
import { emptyListText } from '../../i18n/filter-text';
import { toWaitMinutes } from '../../i18n/spans';
import type { OwnCourses } from './own-search';

export interface Searched {
  /** Undefined if the list did not load in time. */
  readonly own: OwnCourses | undefined;
  /** Undefined if no shared provider is configured. */
  readonly shared: OpenCatalog | undefined;
  /** The list could not be read. */
  readonly hasFailed?: boolean;
}

const TYPED_LENGTH = 60;

/** Says why a search in the person's own courses returns nothing. */
export function whyNoneOwn({ locale }: SignedInTurn, own: OwnCourses): string {
  const { t } = textsFor(locale);
  const { courses, missing } = own.snapshot;
  if (own.isLoading) return t('search.stillLoading');
  const passing = whyMissing(locale, missing);
  if (passing !== undefined) return passing;
  if (own.titled.length === 0 && courses.length > 0) return t('search.untitled');
  const isWhole = isReadWhole(own.snapshot);
  if (own.text !== '') return nothingFound(locale, own.text, isWhole);
  if (!isWhole) return t('courseList.noneReadable');
  return emptyListText({ ...anyCourse, status: courses.length === 0 ? 'any' : 'open' }, { locale });
}

/** Says why the catalog shows nothing. Says "no match" only if everything has loaded and could be read. */
export function whyNoContent({ locale }: SignedInTurn, text: string, { own, shared }: Searched): string {
  const { t } = textsFor(locale);
  if (own?.isLoading !== false) return t('search.stillLoading');
  if (shared?.isLoaded === false) return t('search.catalogLoading');
  const passing = whyMissing(locale, own.snapshot.missing);
  if (passing !== undefined) return passing;
  const nothing = nothingFound(locale, text, isReadWhole(own.snapshot) && shared?.isWhole !== false);
  if (shared !== undefined) return nothing;
  return t('join.sentences', { first: ownText(nothing), second: ownText(t('search.onlyOwn.text')) });
}

/** Whether a later try may bring the titles that are missing. */
export function mayComeLater(missing: MissingContents | undefined): boolean {
  return missing !== undefined && missing.reason !== 'refused';
}

/** Says why titles are missing, if a later try may bring them. */
function whyMissing(locale: string, missing: MissingContents | undefined): string | undefined {
  const { t } = textsFor(locale);
  switch (missing?.reason) {
    case undefined:
    case 'refused':
      return undefined;
    case 'notInTime':
      return t('search.stillLoading');
    case 'failed':
      return t('search.titlesFailed');
    case 'throttled':
      return t('faults.graphThrottled', { minutes: toWaitMinutes(missing.waitMs ?? 0) });
  }
}

/** Says that nothing was found, or, if some titles could not be read, that no readable course matches. */
function nothingFound(locale: string, text: string, isWhole: boolean): string {
  const { t } = textsFor(locale);
  if (text === '') return isWhole ? t('search.nothingYet') : t('search.nothingReadable');
  const typed = toMessageText(toPlainText(text, TYPED_LENGTH));
  return isWhole ? t('search.nothingFound', { text: typed }) : t('search.noneReadable', { text: typed });
}
