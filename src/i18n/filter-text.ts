import type { CourseFilter } from '../domain/question';
import { textsFor, type TextKey } from './catalog';
import type { Reader } from './format';

type Locale = Pick<Reader, 'locale'>;
/** What a filter asks for, its text aside. */
type Choices = Pick<CourseFilter, 'status' | 'due' | 'kind'>;

/** "Overdue required courses". */
export function courseListHeading({ status, due, kind }: CourseFilter, { locale }: Locale): string {
  return textsFor(locale).t('courseList.heading', { status, due, kind });
}

/** Why a person's list shows no course. `text` is the filter's text, fit to be shown. */
export function emptyListText({ status, due, kind, text }: CourseFilter, { locale }: Locale): string {
  const { t } = textsFor(locale);
  const choices = { status, due, kind };
  if (text !== '') return t('courseList.noneMatching', { ...choices, text });
  const usual = toUsual(choices);
  return usual === undefined ? t('courseList.empty', choices) : t(usual);
}

/** The questions that people ask most have a warmer sentence. */
function toUsual({
  status,
  due,
  kind,
}: Choices): Extract<TextKey, `courseList.emptyStates.${string}`> | undefined {
  if (kind === 'required') {
    return status === 'open' && due === 'any' ? 'courseList.emptyStates.required' : undefined;
  }
  if (kind !== 'any') return undefined;
  if (due === 'any') return toUsualStatus(status);
  if (status !== 'any' && status !== 'open') return undefined;
  if (due === 'overdue') return 'courseList.emptyStates.overdue';
  return due === 'soon' ? 'courseList.emptyStates.dueSoon' : undefined;
}

function toUsualStatus(
  status: Choices['status'],
):
  | 'courseList.emptyStates.all'
  | 'courseList.emptyStates.open'
  | 'courseList.emptyStates.completed'
  | undefined {
  if (status === 'any') return 'courseList.emptyStates.all';
  return status === 'open' || status === 'completed' ? `courseList.emptyStates.${status}` : undefined;
}
