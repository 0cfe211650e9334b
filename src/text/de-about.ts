import type { Texts } from './texts';

export const about: Texts['about'] = {
  home: {
    link: 'Info',
    sentence:
      'Viva Learning in der Teams-Unterhaltung: fragen, was fällig ist, einen Kurs finden, ihn teilen.',
    sections: [
      {
        heading: 'So verwenden Sie es',
        paragraphs: [
          'Fügen Sie Coursemate in Teams hinzu, öffnen Sie den Chat und fragen Sie in eigenen Worten auf Englisch, zum Beispiel „what is overdue?“. Mit „help“ sehen Sie, was Sie sonst noch fragen können.',
        ],
      },
      {
        heading: 'Wenn etwas nicht funktioniert',
        paragraphs: [
          'Jede Fehlermeldung endet mit einer Referenz-ID aus acht Buchstaben und Ziffern. Geben Sie sie denjenigen, die Coursemate in Ihrer Organisation betreiben: Damit finden sie im Protokoll, was geschehen ist.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Datenschutz',
    sentence: 'Was Coursemate liest, wer es sieht, was wie lange aufbewahrt wird.',
    sections: [
      {
        heading: 'Wer verantwortlich ist',
        paragraphs: [
          'Ihre Organisation betreibt diese Installation von Coursemate und entscheidet über sie. Was gelesen wird, geht von Microsoft 365 an diese Installation und an Teams, sonst nirgendwohin.',
        ],
      },
      {
        heading: 'Was gelesen wird',
        paragraphs: [
          'Wenn Sie fragen, liest Coursemate in Ihrem Namen aus Microsoft Graph: Ihre Kurse mit Status, Fortschritt, Terminen und Notizen, Titel und Einzelheiten dieser Kurse und den Namen der Person, die sie zugewiesen hat.',
          'Wenn eine Führungskraft nach ihrem Team fragt, liest Coursemate, wer ihr unterstellt ist, und die Kurse dieser Personen. Nur die direkte Führungskraft einer Person erhält Auskunft über sie.',
          'Coursemate ändert nichts in Viva Learning.',
        ],
      },
      {
        heading: 'Wer es sieht',
        paragraphs: [
          'Ihr Status, Ihre Termine und Ihr Fortschritt werden nur Ihnen angezeigt, oder Ihrer Führungskraft, wenn sie danach fragt; Notizen zu Ihren Kursen nur Ihnen. In einem Chat oder Kanal geteilt wird der Kurs; darin sehen alle ihren eigenen Status.',
        ],
      },
      {
        heading: 'Was aufbewahrt wird',
        paragraphs: [
          'Nur im Arbeitsspeicher, und nach einem Neustart von Coursemate weg: Ihre Kursliste oder die Listen der Personen, die Ihnen unterstellt sind, und Ihre letzte Sucheingabe für eine Minute; wer Ihnen unterstellt ist für fünf Minuten; auf wie vielen Listen ein Kurs steht, ohne Namen, für einen Tag; Titel und Einzelheiten von Kursen für bis zu vier Stunden, länger, wenn sie zum Katalog gehören, den alle in Ihrer Organisation sehen dürfen; die Token Ihrer Anmeldung, bis sie ablaufen oder Sie „sign out“ eingeben.',
          'In einem Überwachungsprotokoll: dass eine Führungskraft die Kurse einer Person angesehen hat, mit wer, wen, wann, was und Ergebnis. Es wird ein Jahr aufbewahrt, wenn Ihre Organisation nichts anderes festgelegt hat. Fragen Sie „who looked at my courses?“, um die Einträge über Sie zu sehen.',
          'Im technischen Protokoll: Referenz-IDs, Arten von Fehlern und Dauern; keine Namen, Kurstitel, Nachrichten oder Token.',
          'Ihre Nachrichten und die Karten bleiben in Teams, nach den Regeln Ihrer Organisation.',
        ],
      },
      {
        heading: 'Ihre Wahl',
        paragraphs: [
          'Geben Sie „sign out“ ein, um Ihre Anmeldung zu beenden, oder entfernen Sie die App in Teams. Mit Fragen zu Ihren Daten und zu deren Berichtigung wenden Sie sich an Ihre Organisation.',
        ],
      },
    ],
  },
  terms: {
    link: 'Nutzungsbedingungen',
    sentence: 'Was Sie von Coursemate erwarten können, und was nicht.',
    sections: [
      {
        heading: 'Nutzung',
        paragraphs: [
          'Coursemate wird von Ihrer Organisation für ihre eigenen Leute betrieben, nach den Regeln, die sie für Teams und Viva Learning hat.',
          'Was es zeigt, stammt aus Viva Learning und von den Anbietern dahinter. Anbieter melden Fortschritt mit Verzögerung: Bei Abweichungen gilt, was in Viva Learning steht.',
          'Führungskräfte dürfen, was sie über ihre direkt Unterstellten sehen, nur zu den Zwecken verwenden, die ihre Organisation erlaubt. Jeder Blick wird festgehalten.',
        ],
      },
      {
        heading: 'Lizenz und Gewährleistung',
        paragraphs: [
          'Coursemate ist Open Source unter der MIT-Lizenz: Es wird bereitgestellt, wie es ist, ohne jede Gewährleistung.',
          'Microsoft, Teams und Viva sind Marken von Microsoft, das an Coursemate nicht beteiligt ist.',
          'Diese Seite gibt es in mehreren Sprachen. Wo sie sich unterscheiden, gilt die englische.',
        ],
      },
    ],
  },
};
