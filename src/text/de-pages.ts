import type { Texts } from './texts';

export const pages: Texts['pages'] = {
  signIn: {
    title: 'Bei Coursemate anmelden',
    starting: 'Sie werden zur Anmeldeseite Ihrer Organisation weitergeleitet …',
    ending: 'Ihre Anmeldung wird abgeschlossen …',
    brokenLink:
      'Dieser Link ist nicht vollständig. Sie können dieses Fenster schließen. Wählen Sie in Teams bitte noch einmal „Anmelden“.',
    noScript:
      'Diese Seite benötigt JavaScript. Bitte lassen Sie es hier zu und versuchen Sie es noch einmal.',
    outcomes: {
      Succeeded: 'Sie sind angemeldet. Sie können dieses Fenster schließen.',
      ConsentRefused:
        'Sie haben Coursemate nicht erlaubt, Ihre Kurse zu lesen, deshalb können sie nicht angezeigt werden. Sie können dieses Fenster schließen und sich jederzeit wieder anmelden.',
      AdminConsentRequired:
        'Nur ein Administrator Ihrer Organisation kann Coursemate erlauben, Kurse zu lesen. Bitten Sie ihn darum. Sie können dieses Fenster schließen.',
      NotAssigned:
        'Ihr Konto hat noch keinen Zugriff auf Coursemate. Bitten Sie einen Administrator Ihrer Organisation darum. Sie können dieses Fenster schließen.',
      BlockedByPolicy:
        'Eine Richtlinie Ihrer Organisation erlaubt die Anmeldung von diesem Gerät oder Ort nicht. Sie können dieses Fenster schließen.',
      ProviderUnavailable:
        'Der Anmeldedienst antwortet gerade nicht. Sie können dieses Fenster schließen. Versuchen Sie es bitte in einer Minute noch einmal.',
      StateMismatch:
        'Diese Anmeldung hat nicht in diesem Fenster begonnen und wurde deshalb abgebrochen. Sie können dieses Fenster schließen. Wählen Sie in Teams bitte noch einmal „Anmelden“.',
      StorageBlocked:
        'Ihr Browser erlaubt dieser Seite nicht, sich die Anmeldung zu merken. Bitte lassen Sie Websitedaten für diese Seite zu und versuchen Sie es noch einmal. Sie können dieses Fenster schließen.',
      SignInFailed:
        'Die Anmeldung hat nicht funktioniert. Sie können dieses Fenster schließen. Wählen Sie in Teams bitte noch einmal „Anmelden“.',
    },
  },
  course: {
    title: 'Ein Kurs in Viva Learning',
    sentence:
      'Jemand hat einen Kurs mit Ihnen geteilt. Fügen Sie den Link in einen Chat in Teams ein, um zu sehen, wie Sie stehen.',
    openCourse: 'Kurs öffnen',
    openVivaLearning: 'Viva Learning öffnen',
  },
};
