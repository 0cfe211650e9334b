import { quoted } from './de-filter';
import { createPlural } from './plural';
import { createSpans } from './spans';
import { createTeamHeading } from './team-heading';
import type { Texts } from './texts';

const spans = createSpans('de');
const plural = createPlural('de');

function people(count: number): string {
  return plural(count, { one: '# Person', other: '# Personen' });
}

const showTheRest = 'Rest anzeigen';

export const team: Texts['team'] = {
  nameless: 'Person ohne Namen',
  heading: createTeamHeading({
    course: 'Ihr Team in einem Kurs',
    overdueRequired: 'Ihr Team: überfällige Pflichtkurse',
    overdue: 'Wer im Verzug ist',
    due: 'Ihr Team: was fällig ist',
    required: 'Ihr Team: Pflichtkurse',
    completed: 'Ihr Team: abgeschlossene Kurse',
    open: 'Ihr Team: offene Kurse',
    all: 'Ihr Team',
  }),
  counts: { people: 'Personen', late: 'Im Verzug', overdue: 'Überfällig', open: 'Offen' },
  courseCounts: {
    finished: 'Fertig',
    inProgress: 'In Arbeit',
    notStarted: 'Nicht begonnen',
    notAssigned: 'Nicht zugeteilt',
  },
  teamSummary: (title, counts) =>
    `${title}. ${people(counts.people)}, davon mit überfälligen Kursen: ${counts.late}.`,
  courseSummary: (title, { finished, inProgress, notStarted, notAssigned }) =>
    `${title}. Fertig: ${finished}, in Arbeit: ${inProgress}, nicht begonnen: ${notStarted}, nicht zugeteilt: ${notAssigned}.`,
  summary: (title, { overdue, dueSoon, open, completed }) =>
    `${title}. Überfällig: ${overdue}, bald fällig: ${dueSoon}, offen: ${open}, abgeschlossen: ${completed}.`,
  overdue: (count) => `${count}\u00A0überfällig`,
  open: (count) => `${count}\u00A0offen`,
  completed: (count) => `${count}\u00A0erledigt`,
  noneAssigned: 'Keine Kurse',
  share: (percent) => `${percent}\u00A0erledigt`,
  soFar: (count, total) =>
    `Bisher ${count} von ${people(total)}. Der Rest wird geladen: Wählen Sie gleich ${quoted(showTheRest)}.`,
  showTheRest,
  notEverybody: 'Nicht alle Personen, die Ihnen unterstellt sind, konnten aufgelistet werden.',
  unreadable: {
    unlicensed: 'Keine Lizenz für Viva Learning',
    forbidden: 'Viva Learning lässt die Kurse dieser Person nicht lesen',
    notFound: 'Viva Learning kennt diese Person nicht',
    failed: 'Gerade nicht lesbar',
  },
  busy: (minutes) => `versuchen Sie es ${spans.inMinutes(minutes)} noch einmal`,
  disabled: 'Konto deaktiviert',
  filters: {
    all: 'Alle',
    overdue: 'Überfällig',
    required: 'Erforderlich',
    unfinished: 'Nicht fertig',
    finished: 'Fertig',
  },
  oneCourse: 'Ein Kurs',
  chooseCourse: 'Kurs auswählen',
  showCourse: 'Kurs anzeigen',
  export: 'Exportieren',
  refresh: 'Aktualisieren',
  back: 'Zurück zur Liste',
  backToTeam: 'Mein Team',
  nobody: 'Auf niemanden in Ihrem Team trifft das zu.',
  noSuchCourse: 'Einen solchen Kurs habe ich auf den Listen Ihres Teams nicht gefunden.',
  noSuchTitle: 'Unter den lesbaren Titeln habe ich einen solchen Kurs nicht gefunden.',
  noCourses: 'Auf der Liste dieser Person stehen keine solchen Kurse.',
  courseGone: 'Dieser Kurs steht nicht mehr auf der Liste dieser Person.',
  noReports: `Im Verzeichnis Ihrer Organisation ist Ihnen niemand unterstellt, deshalb kann ich kein Team zeigen. Ihre eigenen Kurse zeige ich Ihnen gern: Schreiben Sie ${quoted('my courses')}.`,
  guest: 'Gäste einer Organisation können die Kurse anderer nicht ansehen.',
  off: 'Das Ansehen der Kurse anderer ist in Ihrer Organisation ausgeschaltet. Ihr Administrator kann es einschalten.',
  personalChatOnly: 'Die Kurse anderer zeige ich nur in einem Chat zwischen Ihnen und mir.',
  noSuchReport: `Niemand, der Ihnen unterstellt ist, heißt so. Schreiben Sie ${quoted('my team')}, um alle zu sehen.`,
  notYourReport: 'Diese Person ist Ihnen nicht unterstellt, deshalb kann ich ihre Kurse nicht zeigen.',
  severalReports: 'Mehrere Personen, die Ihnen unterstellt sind, heißen so. Wen meinen Sie?',
  file: {
    name: 'Teamkurse',
    description: 'Kurse der Personen, die Ihnen unterstellt sind, als CSV für Excel',
    offered:
      'Ihre Datei ist bereit: Nehmen Sie sie im Chat an, dann wird sie auf Ihrem OneDrive gespeichert.',
    incomplete: 'Es wurden noch nicht alle gelesen. Versuchen Sie es gleich noch einmal.',
    columns: {
      person: 'Name',
      account: 'Konto',
      course: 'Kurs',
      kind: 'Art',
      status: 'Status',
      progress: 'Fortschritt',
      assigned: 'Zugewiesen',
      due: 'Fällig',
      overdue: 'Überfällig',
      completed: 'Abgeschlossen',
      note: 'Bemerkung',
    },
    yes: 'ja',
  },
  looks: {
    heading: 'Wer Ihre Kurse angesehen hat',
    none: 'Niemand hat Ihre Kurse in Coursemate angesehen.',
    partly: 'Das Protokoll ist lang: ältere Blicke konnten nicht rechtzeitig gelesen werden.',
    intro:
      'Führungskräfte können die Kurse der Personen ansehen, die ihnen unterstellt sind. Jeder Blick wird festgehalten. Die letzten:',
    what: {
      team: 'Teamliste',
      teammate: 'Ihre Liste',
      course: 'Einer Ihrer Kurse',
      export: 'Datei mit den Teamkursen',
    },
    outcomes: { unreadable: 'nichts lesbar', refused: 'abgelehnt' },
    somebody: 'Jemand in Ihrer Organisation',
  },
};
