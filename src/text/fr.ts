import { about } from './fr-about';
import { faults } from './fr-faults';
import { emptyList, filterHeading, quoted } from './fr-filter';
import { pages } from './fr-pages';
import { team } from './fr-team';
import { isolate } from './isolate';
import { createPlural } from './plural';
import { createSpans } from './spans';
import type { Texts } from './texts';

const language = { lang: 'fr', rtl: false };
const spans = createSpans('fr');
const plural = createPlural('fr');

const kindHeadings: Texts['course']['kindHeadings'] = {
  required: 'Cours obligatoire',
  recommended: 'Cours recommandé',
  peerRecommended: 'Cours recommandé par un collègue',
  assigned: 'Cours affecté',
  selfInitiated: 'Cours choisi librement',
};

const intro =
  'Je vous montre vos cours Viva Learning\u00A0: où vous en êtes et ce qui est à terminer. Posez vos questions en anglais, avec vos propres mots.';

/** With "vous"; French puts a space that does not break before a colon and inside its quotation marks. */
export const fr: Texts = {
  language,
  labelled: (label, value) => `${label}\u00A0: ${isolate(value, language)}`,
  followed: (first, second) => `${isolate(first, language)}. ${second}`,

  course: {
    kinds: {
      required: 'Obligatoire',
      recommended: 'Recommandé',
      peerRecommended: 'Recommandé par un collègue',
      assigned: 'Affecté',
      selfInitiated: 'Choisi librement',
    },
    kindHeadings,
    statuses: {
      notStarted: 'Non commencé',
      inProgress: 'En cours',
      completed: 'Terminé',
      unknown: 'État inconnu',
    },
    untitled: (kind) => `${kindHeadings[kind]} (détails non communiqués par le fournisseur)`,
    titleNotShared: 'Détails non communiqués par le fournisseur',
    due: (date) => `Échéance le ${date}`,
    dueWhen: (relative) => `Échéance ${relative}`,
    noDueDate: 'Sans échéance',
    wasDue: 'Échéance le',
    completedOn: (date) => `Terminé le ${date}`,
    onDay: (date) => `Le ${date}`,
    noCompletionDate: 'Date inconnue',
    dueIn: (days) => spans.ahead(days),
    overdueFor: (days) => (days === 0 ? 'en retard depuis aujourd’hui' : `${spans.long(days)} de retard`),
    progress: (percent) => `${percent}\u00A0terminé`,
    pages: (pages) => plural(pages, { one: '# page', other: '# pages' }),
    levels: { beginner: 'Débutant', intermediate: 'Intermédiaire', advanced: 'Avancé' },
    thumbnailAlt: 'Image du cours',
    assignedBy: 'Affecté par',
    assignedOn: 'Affecté le',
    startedOn: 'Commencé le',
    note: 'Remarque',
    open: 'Ouvrir le cours',
    share: 'Partager',
    refresh: 'Actualiser',
    back: 'Retour à mes cours',
  },

  courseList: {
    heading: filterHeading,
    matching: (text) => `Correspondant à ${quoted(text)}`,
    counts: { overdue: 'En retard', dueSoon: 'Bientôt dus', open: 'À terminer', completed: 'Terminés' },
    filters: {
      allOpen: 'Tous à terminer',
      overdue: 'En retard',
      dueSoon: 'Bientôt dus',
      required: 'Obligatoires',
      completed: 'Terminés',
    },
    chosenFilter: (name) => `✓ ${name}`,
    empty: emptyList,
    shown: (from, to, total) => `${from}–${to} sur ${total}`,
    previousPage: 'Précédent',
    nextPage: 'Suivant',
    refresh: 'Actualiser',
    asOf: (time) => `Actualisé à ${time}`,
    notAllLoaded: 'Tous les cours n’ont pas pu être chargés à temps. Actualisez pour voir les autres.',
    contentsMissing: 'Certains titres n’ont pas pu être chargés à temps. Actualisez pour les voir.',
    contentsFailed: 'Certains titres n’ont pas pu être chargés. Actualisez pour réessayer.',
    contentsThrottled: (minutes) =>
      `Viva Learning est très sollicité et certains titres manquent. Actualisez ${spans.inMinutes(minutes)} pour les voir.`,
    unreadable: (count) =>
      plural(count, {
        one: '# entrée n’a pas pu être lue\u00A0: la liste et les totaux peuvent être incomplets.',
        other: '# entrées n’ont pas pu être lues\u00A0: la liste et les totaux peuvent être incomplets.',
      }),
    noneReadable: 'Rien à afficher parmi les cours que j’ai pu lire.',
    summary: team.summary,
  },

  sharedCourse: {
    heading: 'Cours dans Viva Learning',
    own: (words) => `Vous\u00A0: ${words}`,
    notYours: 'Pas dans vos cours',
    noDetails: 'Les détails du cours ne peuvent pas être affichés pour le moment.',
    onlyYou: 'Vous seul voyez ceci.',
    seeMine: 'Voir mon état',
    refresh: 'Actualiser',
    anonymous: 'Un cours dans Viva Learning. Ajoutez Coursemate pour voir où vous en êtes.',
  },

  search: {
    nothingFound: (text) =>
      `Aucun cours ne correspond à ${quoted(text)}. Essayez avec moins de mots ou d’autres mots.`,
    nothingYet: 'Il n’y a pas encore de cours ici.',
    untitled: `Les titres de vos cours ne peuvent pas être lus ici, et aucun ne peut donc être trouvé ni partagé. Écrivez-moi ${quoted('my courses')} dans notre conversation pour les voir.`,
    stillLoading: 'Vos cours sont en cours de chargement. Continuez à taper ou réessayez dans un instant.',
    titlesFailed: 'Je n’ai pas pu charger les titres de vos cours. Réessayez dans un instant.',
    noneReadable: (text) =>
      `Aucun des titres que je peux lire ne correspond à ${quoted(text)}. Certains titres ne sont pas disponibles pour le moment.`,
    nothingReadable: 'Je ne peux pas lire les cours pour le moment. Réessayez dans quelques minutes.',
    onlyOwn: {
      title: 'Voici les cours de votre propre liste',
      text: 'Aucun fournisseur dont tout le monde peut voir les cours n’est configuré ici.',
    },
  },

  help: {
    headings: {
      help: 'Ce que vous pouvez me demander',
      greeting: 'Bonjour, je suis Coursemate',
      notUnderstood: 'Je n’ai pas compris',
    },
    intros: {
      help: intro,
      greeting: intro,
      notUnderstood:
        'Je connais vos cours Viva Learning et je comprends les questions en anglais. Essayez par exemple\u00A0:',
    },
    topics: [
      { label: 'Tout ce que vous avez à terminer', example: quoted('my courses') },
      {
        label: 'Ce qui est en retard ou bientôt dû',
        example: `${quoted('what is overdue?')} · ${quoted('what is due this week?')}`,
      },
      {
        label: 'Un type ou un sujet',
        example: `${quoted('required courses')} · ${quoted('my security courses')}`,
      },
      { label: 'Un seul cours', example: quoted('tell me about the data privacy training') },
      { label: 'Ce que vous avez terminé', example: quoted('completed courses') },
      {
        label: 'Les personnes qui vous sont rattachées',
        example: `${quoted('my team')} · ${quoted('who is overdue?')} · ${quoted('status of Ben')}`,
      },
      { label: 'Qui a consulté vos cours', example: quoted('who looked at my courses?') },
      { label: 'Se déconnecter', example: quoted('sign out') },
    ],
    suggestions: {
      myCourses: { title: 'Mes cours', phrase: 'my courses' },
      overdue: { title: 'Qu’est-ce qui est en retard\u00A0?', phrase: 'what is overdue?' },
      dueThisWeek: { title: 'À terminer cette semaine', phrase: 'what is due this week?' },
      required: { title: 'Cours obligatoires', phrase: 'required courses' },
      completed: { title: 'Cours terminés', phrase: 'completed courses' },
      help: { title: 'Que puis-je demander\u00A0?', phrase: 'help' },
    },
  },

  signIn: {
    prompt: 'Connectez-vous pour voir vos cours',
    button: 'Se connecter',
    signedOut: 'Vous êtes déconnecté. Votre prochaine question vous reconnectera.',
    askAgain: 'Vous êtes connecté, mais je ne sais plus ce que vous avez demandé. Reposez votre question.',
    clientFailed:
      'Teams n’a pas pu vous connecter à Coursemate. Reposez votre question. Si cela se reproduit, votre administrateur peut vérifier que l’application est autorisée et installée pour vous.',
    canceled:
      'La connexion a été annulée, je ne peux donc pas afficher vos cours. Reposez votre question quand vous voulez.',
    adminConsent: 'Demander l’accès',
  },

  notice: {
    reference: (id) => `Référence\u00A0: ${isolate(id, language)}`,
    personalChatOnly:
      'Je ne montre les données de formation que dans une conversation entre vous et moi. Posez-moi la question là-bas.',
    answeredInPersonalChat:
      'Je ne montre les données de formation que dans une conversation entre vous et moi. Votre réponse s’y trouve.',
    openChat: 'Ouvrir la conversation',
    unknownSender:
      'Teams ne m’a pas dit qui vous êtes, je ne peux donc pas montrer de données de formation ici.',
    foreignCard: `Cette carte a été créée pour quelqu’un d’autre. Écrivez-moi ${quoted('my courses')} pour obtenir la vôtre.`,
    unknownAction: `Je ne connais plus ce bouton. Écrivez-moi ${quoted('my courses')} pour obtenir une nouvelle carte.`,
  },

  file: {
    askAgain: 'Je ne sais plus que vous êtes connecté. Redemandez la liste, puis le fichier.',
  },

  team,
  faults,
  pages,
  about,

  outcomes: {
    adminConsentNeeded:
      'Seul un administrateur peut autoriser Coursemate à lire les données de formation ici. Demandez au vôtre.',
    notAssigned:
      'Votre compte ne fait pas partie de ceux qui peuvent utiliser Coursemate. Votre administrateur peut l’ajouter.',
    courseNotFound: (text) =>
      `Je n’ai trouvé aucun de vos cours correspondant à ${quoted(text)}. Écrivez ${quoted('all my courses')} pour voir toute la liste.`,
    courseUnsure: (text) =>
      `Aucun des titres que je peux lire ne correspond à ${quoted(text)}, mais certains ne sont pas disponibles pour le moment. Écrivez ${quoted('all my courses')} pour voir toute la liste.`,
  },
};
