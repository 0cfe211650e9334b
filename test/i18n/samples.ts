import { textsFor, type TextKey } from '../../src/i18n/catalog';
import { own, parseMessage, type MessageValues } from '../../src/i18n/message';
import type { CourseFilter } from '../../src/domain/question';
import en from '../../locales/en.json';

/** Every question about courses, without a text. */
export const filters: readonly CourseFilter[] = (
  ['any', 'open', 'notStarted', 'inProgress', 'completed'] as const
).flatMap((status) =>
  (
    ['any', 'overdue', 'today', 'tomorrow', 'thisWeek', 'nextWeek', 'thisMonth', 'nextMonth', 'soon'] as const
  ).flatMap((due) =>
    (['any', 'required', 'recommended', 'selfInitiated'] as const).map((kind) => ({
      status,
      due,
      kind,
      text: '',
    })),
  ),
);

/** Numbers that cover every plural form of the languages. */
const counts = [0, 1, 2, 3, 11, 100, 102, 103, 111, 1200];
const choices: ReadonlyMap<string, readonly string[]> = new Map([
  ['status', [...new Set(filters.map(({ status }) => status))]],
  ['due', [...new Set(filters.map(({ due }) => due))]],
  ['known', ['all', 'some']],
  ['unit', ['day', 'month', 'year']],
  ['state', ['notStarted', 'percent', 'other']],
  ['turn', ['yearly', 'other']],
  ['time', ['past', 'other']],
]);
const courseKinds = ['required', 'recommended', 'peerRecommended', 'assigned', 'selfInitiated'];
const filterKinds = [...new Set(filters.map(({ kind }) => kind))];

export interface Sample {
  readonly key: TextKey;
  readonly values: MessageValues;
  readonly text: string;
}

const keys = Object.keys(en) as readonly TextKey[];

/** Every text of a language: with each choice, with numbers of each plural form, and with recognizable text values. */
export function samplesOf(language: string): readonly Sample[] {
  const { t } = textsFor(language);
  return keys.flatMap((key) => toValues(key).map((values) => ({ key, values, text: t(key, values) })));
}

function toValues(key: TextKey): readonly MessageValues[] {
  const kinds = new Map(parseMessage(en[key]).placeholders.map(({ name, kind }) => [name, kind]));
  const names = [...kinds.keys()].filter((name) => !name.startsWith('phrase_'));
  const ofKind = (kind: string): readonly string[] => names.filter((name) => kinds.get(name) === kind);
  const texts = Object.fromEntries(ofKind('text').map((name, index) => [name, own(`Kiwi${index + 1}`)]));
  const numbers = ofKind('number');
  const rounds = numbers.length === 0 ? [0] : counts.keys();
  const numbered = [...rounds].map((round): MessageValues => {
    const given = numbers.map((name, index) => [name, counts[(round + index) % counts.length] ?? 0] as const);
    return { ...texts, ...Object.fromEntries(given) };
  });
  return ofKind('choice').reduce<readonly MessageValues[]>(
    (all, name) =>
      all.flatMap((values) => choicesOf(key, name).map((choice) => ({ ...values, [name]: choice }))),
    numbered,
  );
}

function choicesOf(key: TextKey, name: string): readonly string[] {
  if (name === 'kind')
    return key.startsWith('courseList.') || key === 'team.onlyKind' ? filterKinds : courseKinds;
  const known = choices.get(name);
  if (known === undefined) throw new Error(`test/i18n/samples.ts knows no choices for {${name}}`);
  return known;
}
