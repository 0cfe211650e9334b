import { quoted } from './fr-filter';
import { createPlural } from './plural';
import { createSpans } from './spans';
import { createTeamHeading } from './team-heading';
import type { Texts } from './texts';

const spans = createSpans('fr');
const plural = createPlural('fr');

function people(count: number): string {
  return plural(count, { one: '# personne', other: '# personnes' });
}

const showTheRest = 'Afficher le reste';

export const team: Texts['team'] = {
  nameless: 'Personne sans nom',
  heading: createTeamHeading({
    course: 'Votre équipe dans un cours',
    overdueRequired: 'Votre équipe\u00A0: cours obligatoires en retard',
    overdue: 'Qui est en retard',
    due: 'Votre équipe\u00A0: cours à terminer bientôt',
    required: 'Votre équipe\u00A0: cours obligatoires',
    completed: 'Votre équipe\u00A0: cours terminés',
    open: 'Votre équipe\u00A0: cours à terminer',
    all: 'Votre équipe',
  }),
  counts: { people: 'Équipe', late: 'Avec retard', overdue: 'Retards', open: 'À terminer' },
  courseCounts: {
    finished: 'Terminé',
    inProgress: 'En cours',
    notStarted: 'Pas débuté',
    notAssigned: 'Pas affecté',
  },
  teamSummary: (title, counts) =>
    `${title}. ${people(counts.people)}, dont avec des cours en retard\u00A0: ${counts.late}.`,
  courseSummary: (title, { finished, inProgress, notStarted, notAssigned }) =>
    `${title}. Terminé\u00A0: ${finished}, en cours\u00A0: ${inProgress}, pas débuté\u00A0: ${notStarted}, pas affecté\u00A0: ${notAssigned}.`,
  summary: (title, { overdue, dueSoon, open, completed }) =>
    `${title}. En retard\u00A0: ${overdue}, bientôt dus\u00A0: ${dueSoon}, à terminer\u00A0: ${open}, terminés\u00A0: ${completed}.`,
  overdue: (count) => `${count}\u00A0en\u00A0retard`,
  open: (count) => `${count}\u00A0à\u00A0terminer`,
  completed: (count) => plural(count, { one: '#\u00A0terminé', other: '#\u00A0terminés' }),
  noneAssigned: 'Aucun cours',
  share: (percent) => `${percent}\u00A0terminé`,
  soFar: (count, total) =>
    `${count} sur ${people(total)} pour le moment. Le reste est en cours de chargement\u00A0: choisissez ${quoted(showTheRest)} dans un instant.`,
  showTheRest,
  notEverybody: 'Les personnes qui vous sont rattachées n’ont pas toutes pu être affichées.',
  unreadable: {
    unlicensed: 'Pas de licence Viva Learning',
    forbidden: 'Viva Learning ne permet pas de lire les cours de cette personne',
    notFound: 'Viva Learning ne connaît pas cette personne',
    failed: 'Illisible pour le moment',
  },
  busy: (minutes) => `réessayez ${spans.inMinutes(minutes)}`,
  disabled: 'Compte désactivé',
  filters: {
    all: 'Tous',
    overdue: 'En retard',
    required: 'Obligatoires',
    unfinished: 'Non terminé',
    finished: 'Terminé',
  },
  oneCourse: 'Un cours',
  chooseCourse: 'Choisir un cours',
  showCourse: 'Afficher le cours',
  export: 'Exporter',
  refresh: 'Actualiser',
  back: 'Retour à la liste',
  backToTeam: 'Mon équipe',
  nobody: 'Personne dans votre équipe ne correspond.',
  noSuchCourse: 'Je n’ai trouvé aucun cours de ce nom sur les listes de votre équipe.',
  noSuchTitle: 'Je n’ai trouvé aucun cours de ce nom parmi les titres que je peux lire.',
  noCourses: 'La liste de cette personne ne contient aucun cours de ce type.',
  courseGone: 'Ce cours n’est plus dans la liste de cette personne.',
  noReports: `Personne ne vous est rattaché dans l’annuaire de votre organisation, je n’ai donc pas d’équipe à vous montrer. Je peux vous montrer vos propres cours\u00A0: écrivez ${quoted('my courses')}.`,
  guest: 'Les invités d’une organisation ne peuvent pas consulter les cours des autres.',
  off: 'La consultation des cours des autres est désactivée dans votre organisation. Votre administrateur peut l’activer.',
  personalChatOnly: 'Je ne montre les cours des autres que dans une conversation entre vous et moi.',
  noSuchReport: `Aucune des personnes qui vous sont rattachées ne porte ce nom. Écrivez ${quoted('my team')} pour les voir toutes.`,
  notYourReport: 'Cette personne ne vous est pas rattachée, je ne peux donc pas montrer ses cours.',
  severalReports:
    'Plusieurs personnes qui vous sont rattachées portent ce nom. De qui voulez-vous parler\u00A0?',
  file: {
    name: 'Cours de mon équipe',
    description: 'Cours des personnes qui vous sont rattachées, en CSV pour Excel',
    offered:
      'Votre fichier est prêt\u00A0: acceptez-le dans la conversation et il sera enregistré dans votre OneDrive.',
    incomplete: 'Tout le monde n’a pas encore été lu. Réessayez dans un instant.',
    columns: {
      person: 'Personne',
      account: 'Compte',
      course: 'Cours',
      kind: 'Type',
      status: 'État',
      progress: 'Avancement',
      assigned: 'Affecté',
      due: 'Échéance',
      overdue: 'En retard',
      completed: 'Terminé',
      note: 'Remarque',
    },
    yes: 'oui',
  },
  looks: {
    heading: 'Qui a consulté vos cours',
    none: 'Personne n’a consulté vos cours dans Coursemate.',
    partly: 'Le journal est long\u00A0: les consultations plus anciennes n’ont pas pu être lues à temps.',
    intro:
      'Les responsables peuvent consulter les cours des personnes qui leur sont rattachées. Chaque consultation est enregistrée. Les dernières\u00A0:',
    what: {
      team: 'Liste de l’équipe',
      teammate: 'Votre liste',
      course: 'Un de vos cours',
      export: 'Fichier des cours de l’équipe',
    },
    outcomes: { unreadable: 'rien n’a pu être lu', refused: 'refusé' },
    somebody: 'Quelqu’un de votre organisation',
  },
};
