import type { Texts } from './texts';

export const about: Texts['about'] = {
  home: {
    link: 'À propos',
    sentence:
      'Viva Learning dans la conversation Teams\u00A0: demander ce qui est à rendre, trouver un cours, le partager.',
    sections: [
      {
        heading: 'L’utiliser',
        paragraphs: [
          'Ajoutez Coursemate dans Teams, ouvrez sa conversation et posez votre question en anglais, avec vos propres mots, par exemple «\u00A0what is overdue?\u00A0». Tapez «\u00A0help\u00A0» pour voir ce que vous pouvez demander d’autre.',
        ],
      },
      {
        heading: 'Quand quelque chose ne fonctionne pas',
        paragraphs: [
          'Chaque message d’erreur se termine par un identifiant de référence de huit lettres et chiffres. Donnez-le à l’équipe qui gère Coursemate dans votre organisation\u00A0: il permet de retrouver dans le journal ce qui s’est passé.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Confidentialité',
    sentence: 'Ce que Coursemate lit, qui le voit, ce qui est conservé et combien de temps.',
    sections: [
      {
        heading: 'Qui est responsable',
        paragraphs: [
          'Votre organisation gère cette installation de Coursemate et en décide. Ce qui est lu va de Microsoft 365 à cette installation et à Teams, et nulle part ailleurs.',
        ],
      },
      {
        heading: 'Ce qui est lu',
        paragraphs: [
          'Lorsque vous posez une question, Coursemate lit dans Microsoft Graph, en votre nom\u00A0: vos cours avec leur état, leur progression, leurs dates et leurs notes, les titres et les détails de ces cours, et le nom de la personne qui les a attribués.',
          'Lorsqu’un responsable pose une question sur son équipe, Coursemate lit qui lui est rattaché et les cours de ces personnes. Seul le responsable direct d’une personne obtient une réponse à son sujet.',
          'Coursemate ne modifie rien dans Viva Learning.',
        ],
      },
      {
        heading: 'Qui le voit',
        paragraphs: [
          'Votre état, vos dates et votre progression ne sont montrés qu’à vous, ou à votre responsable s’il le demande\u00A0; les notes sur vos cours, à vous seul. Ce qui est partagé dans une conversation ou un canal, c’est le cours\u00A0; chacun y voit son propre état.',
        ],
      },
      {
        heading: 'Ce qui est conservé',
        paragraphs: [
          'Seulement en mémoire, et effacé au redémarrage de Coursemate\u00A0: votre liste de cours, ou celles des personnes qui vous sont rattachées, et votre dernière recherche, pendant une minute\u00A0; qui vous est rattaché, pendant cinq minutes\u00A0; le nombre de listes où figure un cours, sans noms, pendant un jour\u00A0; les titres et détails des cours, jusqu’à quatre heures, ou plus longtemps s’ils font partie du catalogue que tous peuvent voir dans votre organisation\u00A0; les jetons de votre connexion, jusqu’à leur expiration ou jusqu’à ce que vous tapiez «\u00A0sign out\u00A0».',
          'Dans un journal d’audit\u00A0: le fait qu’un responsable a consulté les cours d’une personne, avec qui, de qui, quand, quoi et le résultat. Il est conservé un an, sauf si votre organisation a choisi une autre durée. Demandez «\u00A0who looked at my courses?\u00A0» pour voir les entrées qui vous concernent.',
          'Dans le journal technique\u00A0: des identifiants de référence, des types d’erreurs et des durées\u00A0; ni noms, ni titres de cours, ni messages, ni jetons.',
          'Vos messages et les cartes restent dans Teams, selon les règles de votre organisation.',
        ],
      },
      {
        heading: 'Votre choix',
        paragraphs: [
          'Tapez «\u00A0sign out\u00A0» pour mettre fin à votre connexion, ou supprimez l’application dans Teams. Pour toute question sur vos données, ou pour les faire corriger, adressez-vous à votre organisation.',
        ],
      },
    ],
  },
  terms: {
    link: 'Conditions d’utilisation',
    sentence: 'Ce que vous pouvez attendre de Coursemate, et ce que vous ne pouvez pas en attendre.',
    sections: [
      {
        heading: 'Utilisation',
        paragraphs: [
          'Coursemate est géré par votre organisation pour ses propres membres, selon les règles qu’elle applique à Teams et à Viva Learning.',
          'Ce qu’il montre vient de Viva Learning et des fournisseurs qui l’alimentent. Les fournisseurs signalent la progression avec retard\u00A0: en cas de différence, c’est ce qui figure dans Viva Learning qui compte.',
          'Les responsables ne peuvent utiliser ce qu’ils voient des personnes qui leur sont rattachées qu’aux fins autorisées par leur organisation. Chaque consultation est enregistrée.',
        ],
      },
      {
        heading: 'Licence et garantie',
        paragraphs: [
          'Coursemate est un logiciel libre sous licence MIT\u00A0: il est fourni tel quel, sans garantie d’aucune sorte.',
          'Microsoft, Teams et Viva sont des marques de Microsoft, qui ne participe pas à Coursemate.',
          'Cette page existe en plusieurs langues. En cas de différence, la version anglaise fait foi.',
        ],
      },
    ],
  },
};
