import { toMessageText, toPlainText } from '../../cards/plain-text';
import { anyCourse } from '../../domain/question';
import type { OpenCatalog } from '../../courses/catalog-index';
import { isReadWhole } from '../../courses/learner-courses';
import type { MissingContents } from '../../domain/ports';
import { textFor } from '../../text/text-for';
import type { Reader } from '../../text/format';
import type { OwnCourses } from './own-search';

type Locale = Pick<Reader, 'locale'>;

interface Searched {
  /** Undefined when the list was not there in time. */
  readonly own: OwnCourses | undefined;
  /** Undefined when no provider is named whose contents everybody may see. */
  readonly everybodys: OpenCatalog | undefined;
}

const TYPED_LENGTH = 60;

/** Why a search in the person's own courses shows none. */
export function whyNoneOwn({ locale }: Locale, own: OwnCourses): string {
  const { search, courseList } = textFor(locale);
  const { courses, missing } = own.snapshot;
  const passing = whyMissing(locale, missing);
  if (passing !== undefined) return passing;
  if (own.isUntitled) return search.untitled;
  const isWhole = isReadWhole(own.snapshot);
  if (own.text !== '') return nothingFound(locale, own.text, isWhole);
  if (!isWhole) return courseList.noneReadable;
  return courseList.empty({ ...anyCourse, status: courses.length === 0 ? 'any' : 'open' }, '');
}

/** Why the catalogue shows nothing: of what is still on its way nobody can say that it does not fit. */
export function whyNoContent({ locale }: Locale, text: string, { own, everybodys }: Searched): string {
  const { search } = textFor(locale);
  if (own === undefined || everybodys?.isLoaded === false) return search.stillLoading;
  const passing = whyMissing(locale, own.snapshot.missing);
  if (passing !== undefined) return passing;
  const isWhole = isReadWhole(own.snapshot) && everybodys?.isWhole !== false;
  const none = isWhole ? search.nothingYet : search.nothingReadable;
  const nothing = text === '' ? none : nothingFound(locale, text, isWhole);
  return everybodys === undefined ? `${nothing} ${search.onlyOwn.text}` : nothing;
}

/** Of titles that a later try may bring. */
function whyMissing(locale: string, missing: MissingContents | undefined): string | undefined {
  const { search, faults } = textFor(locale);
  switch (missing?.reason) {
    case undefined:
    case 'refused':
      return undefined;
    case 'notInTime':
      return search.stillLoading;
    case 'failed':
      return search.titlesFailed;
    case 'throttled':
      return faults.graphThrottled((missing.waitMs ?? 0) / 60_000);
  }
}

/** Of titles that cannot be read nobody can say that they do not fit. */
function nothingFound(locale: string, text: string, isWhole: boolean): string {
  const { search } = textFor(locale);
  const typed = toMessageText(toPlainText(text, TYPED_LENGTH));
  return isWhole ? search.nothingFound(typed) : search.noneReadable(typed);
}
