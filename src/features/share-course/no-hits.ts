import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { OpenCatalog } from '../../domain/catalog-index';
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
const anyCourse = { status: 'any', due: 'any', kind: 'any', text: '' } as const;

/** Why a search in the person's own courses shows none. */
export function whyNoneOwn({ locale }: Locale, own: OwnCourses): string {
  const { search, courseList } = textFor(locale);
  const { courses, hasAllContents } = own.snapshot;
  if (!hasAllContents) return search.stillLoading;
  if (own.isUntitled) return search.untitled;
  if (own.text !== '') return nothingFound(locale, own.text);
  return courseList.empty({ ...anyCourse, status: courses.length === 0 ? 'any' : 'open' }, '');
}

/** Why the catalogue shows nothing: of what is still on its way nobody can say that it does not fit. */
export function whyNoContent({ locale }: Locale, text: string, { own, everybodys }: Searched): string {
  const { search } = textFor(locale);
  const isWhole = own?.snapshot.hasAllContents === true && everybodys?.isLoaded !== false;
  if (!isWhole) return search.stillLoading;
  const nothing = text === '' ? search.nothingYet : nothingFound(locale, text);
  return everybodys === undefined ? `${nothing} ${search.onlyOwn.text}` : nothing;
}

function nothingFound(locale: string, text: string): string {
  return textFor(locale).search.nothingFound(toMessageText(toPlainText(text, TYPED_LENGTH)));
}
