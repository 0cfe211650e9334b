import { quoted } from './fr-filter';
import type { Texts } from './texts';

const tryAgain = `Vous pouvez fermer cette fenêtre. Choisissez de nouveau ${quoted('Se connecter')} dans Teams.`;

export const pages: Texts['pages'] = {
  signIn: {
    title: 'Se connecter à Coursemate',
    starting: 'Ouverture de la page de connexion de votre organisation…',
    ending: 'Finalisation de votre connexion…',
    brokenLink: `Ce lien n’est pas complet. ${tryAgain}`,
    noScript: 'Cette page a besoin de JavaScript. Autorisez-le ici et réessayez.',
    outcomes: {
      Succeeded: 'Vous êtes connecté. Vous pouvez fermer cette fenêtre.',
      ConsentRefused:
        'Vous n’avez pas autorisé Coursemate à lire vos cours, il ne peut donc pas les afficher. Vous pouvez fermer cette fenêtre et vous reconnecter quand vous le souhaitez.',
      AdminConsentRequired:
        'Seul un administrateur de votre organisation peut autoriser Coursemate à lire les cours. Demandez-le-lui. Vous pouvez fermer cette fenêtre.',
      NotAssigned:
        'Votre compte n’a pas encore accès à Coursemate. Demandez-le à un administrateur de votre organisation. Vous pouvez fermer cette fenêtre.',
      BlockedByPolicy:
        'Une règle de votre organisation ne permet pas de se connecter depuis cet appareil ou ce lieu. Vous pouvez fermer cette fenêtre.',
      ProviderUnavailable:
        'Le service de connexion ne répond pas pour le moment. Vous pouvez fermer cette fenêtre. Réessayez dans une minute.',
      StateMismatch: `Cette connexion n’a pas commencé dans cette fenêtre, elle a donc été arrêtée. ${tryAgain}`,
      StorageBlocked:
        'Votre navigateur ne permet pas à cette page de mémoriser la connexion. Autorisez les données de site pour cette page et réessayez. Vous pouvez fermer cette fenêtre.',
      SignInFailed: `La connexion n’a pas fonctionné. ${tryAgain}`,
    },
  },
  course: {
    title: 'Un cours dans Viva Learning',
    sentence:
      'Quelqu’un a partagé un cours avec vous. Collez son lien dans une conversation Teams pour voir où vous en êtes.',
    openCourse: 'Ouvrir le cours',
    openVivaLearning: 'Ouvrir Viva Learning',
  },
};
