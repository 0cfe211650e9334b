import type { CourseFilter } from '../domain/question';
import { createQuoted } from './isolate';

export const quoted = createQuoted(['«\u00A0', '\u00A0»'], { rtl: false });

/** Adjectives take an "s" in the plural, tails do not. */
const kindAdjectives: Readonly<Record<CourseFilter['kind'], string>> = {
  any: '',
  required: 'obligatoire',
  recommended: 'recommandé',
  selfInitiated: 'librement choisi',
};

const statusAdjectives: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: '',
  completed: 'terminé',
  notStarted: 'non commencé',
  inProgress: '',
};

const statusTails: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: 'à terminer',
  completed: '',
  notStarted: '',
  inProgress: 'en cours',
};

const dueTails: Readonly<Record<CourseFilter['due'], string>> = {
  any: '',
  overdue: 'en retard',
  today: 'à terminer aujourd’hui',
  tomorrow: 'à terminer demain',
  thisWeek: 'à terminer cette semaine',
  nextWeek: 'à terminer la semaine prochaine',
  thisMonth: 'à terminer ce mois-ci',
  nextMonth: 'à terminer le mois prochain',
  soon: 'à terminer dans les 7 prochains jours',
};

const emptyStates: ReadonlyMap<string, string> = new Map([
  ['cours', 'Votre liste ne contient pas encore de cours. Les nouvelles affectations apparaîtront ici.'],
  ['cours à terminer', 'Il n’y a rien à terminer pour le moment. Vous êtes à jour.'],
  ['cours en retard', 'Rien n’est en retard. Bravo.'],
  ['cours à terminer dans les 7 prochains jours', 'Il n’y a rien à terminer dans les 7 prochains jours.'],
  ['cours obligatoire à terminer', 'Il n’y a aucun cours obligatoire à terminer. Vous êtes à jour.'],
  ['cours terminé', 'Aucun cours n’est encore terminé. Chaque cours que vous terminerez apparaîtra ici.'],
]);

/** "cours obligatoires en retard"; without "s" after "aucun". */
function filterPhrase({ status, due, kind }: CourseFilter, ending: 's' | ''): string {
  const isOpenImplied = status === 'open' && due !== 'any';
  return [
    'cours',
    ...[kindAdjectives[kind], statusAdjectives[status]]
      .filter((adjective) => adjective !== '')
      .map((adjective) => `${adjective}${ending}`),
    isOpenImplied ? '' : statusTails[status],
    dueTails[due],
  ]
    .filter((word) => word !== '')
    .join(' ');
}

export function filterHeading(filter: CourseFilter): string {
  const phrase = filterPhrase(filter, 's');
  return phrase === 'cours' ? 'Tous les cours' : phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

export function emptyList(filter: CourseFilter, text: string): string {
  const phrase = filterPhrase(filter, '');
  if (text !== '') return `Vous n’avez aucun ${phrase} correspondant à ${quoted(text)}.`;
  return emptyStates.get(phrase) ?? `Vous n’avez aucun ${phrase}.`;
}
