import type { CourseFilter } from '../domain/question';
import { createQuoted } from './isolate';

export const quoted = createQuoted(['„', '“'], { rtl: false });

/** Adjectives without their ending. */
const dueWords: Readonly<Record<CourseFilter['due'], string>> = {
  any: '',
  overdue: 'überfällig',
  today: 'heute fällig',
  tomorrow: 'morgen fällig',
  thisWeek: 'diese Woche fällig',
  nextWeek: 'nächste Woche fällig',
  thisMonth: 'diesen Monat fällig',
  nextMonth: 'nächsten Monat fällig',
  soon: 'in den nächsten 7 Tagen fällig',
};

const statusWords: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: 'offen',
  completed: 'abgeschlossen',
  notStarted: 'noch nicht begonnen',
  inProgress: '',
};

const kindWords: Readonly<Record<CourseFilter['kind'], string>> = {
  any: '',
  required: '',
  recommended: 'empfohlen',
  selfInitiated: 'selbst begonnen',
};

const emptyStates: ReadonlyMap<string, string> = new Map([
  ['Kurse', 'Auf Ihrer Liste stehen noch keine Kurse. Neue Zuweisungen erscheinen hier.'],
  ['offenen Kurse', 'Zurzeit ist nichts offen. Sie sind auf dem neuesten Stand.'],
  ['überfälligen Kurse', 'Nichts ist überfällig. Sehr gut.'],
  ['in den nächsten 7 Tagen fälligen Kurse', 'In den nächsten 7 Tagen ist nichts fällig.'],
  ['offenen Pflichtkurse', 'Kein Pflichtkurs ist offen. Sie sind auf dem neuesten Stand.'],
  [
    'abgeschlossenen Kurse',
    'Noch ist kein Kurs abgeschlossen. Jeder Kurs, den Sie abschließen, erscheint hier.',
  ],
]);

/** "überfällige Pflichtkurse"; "-en" after "keine". */
function filterPhrase({ status, due, kind }: CourseFilter, ending: 'e' | 'en'): string {
  const isOpenImplied = status === 'open' && due !== 'any';
  const adjectives = [dueWords[due], isOpenImplied ? '' : statusWords[status], kindWords[kind]];
  return [
    ...adjectives.filter((adjective) => adjective !== '').map((adjective) => `${adjective}${ending}`),
    kind === 'required' ? 'Pflichtkurse' : 'Kurse',
    ...(status === 'inProgress' ? ['in Bearbeitung'] : []),
  ].join(' ');
}

export function filterHeading(filter: CourseFilter): string {
  const phrase = filterPhrase(filter, 'e');
  return phrase === 'Kurse' ? 'Alle Kurse' : phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

export function emptyList(filter: CourseFilter, text: string): string {
  const phrase = filterPhrase(filter, 'en');
  if (text !== '') return `Sie haben keine ${phrase}, die zu ${quoted(text)} passen.`;
  return emptyStates.get(phrase) ?? `Sie haben keine ${phrase}.`;
}
