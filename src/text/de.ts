import { about } from './de-about';
import { faults } from './de-faults';
import { emptyList, filterHeading, quoted } from './de-filter';
import { pages } from './de-pages';
import { team } from './de-team';
import { isolate } from './isolate';
import { createPlural } from './plural';
import { createSpans } from './spans';
import type { Texts } from './texts';

const language = { lang: 'de', rtl: false };
const spans = createSpans('de');
const plural = createPlural('de');

const kindHeadings: Texts['course']['kindHeadings'] = {
  required: 'Pflichtkurs',
  recommended: 'Empfohlener Kurs',
  peerRecommended: 'Von Kollegen empfohlener Kurs',
  assigned: 'Zugewiesener Kurs',
  selfInitiated: 'Selbst begonnener Kurs',
};

const intro =
  'Ich zeige Ihnen Ihre Kurse aus Viva Learning: wie Sie stehen und was fällig ist. Stellen Sie Ihre Fragen auf Englisch, in Ihren eigenen Worten.';

/** In the formal address, as Teams speaks German. */
export const de: Texts = {
  language,
  labelled: (label, value) => `${label}: ${isolate(value, language)}`,
  followed: (first, second) => `${isolate(first, language)}. ${second}`,

  course: {
    kinds: {
      required: 'Erforderlich',
      recommended: 'Empfohlen',
      peerRecommended: 'Von Kollegen empfohlen',
      assigned: 'Zugewiesen',
      selfInitiated: 'Selbst begonnen',
    },
    kindHeadings,
    statuses: {
      notStarted: 'Nicht begonnen',
      inProgress: 'In Bearbeitung',
      completed: 'Abgeschlossen',
      unknown: 'Status nicht bekannt',
    },
    untitled: (kind) => `${kindHeadings[kind]} (Angaben vom Anbieter nicht freigegeben)`,
    titleNotShared: 'Angaben vom Anbieter nicht freigegeben',
    due: (date) => `Fällig am ${date}`,
    dueWhen: (relative) => `Fällig ${relative}`,
    noDueDate: 'Ohne Fälligkeit',
    wasDue: 'War fällig am',
    completedOn: (date) => `Abgeschlossen am ${date}`,
    onDay: (date) => `Am ${date}`,
    noCompletionDate: 'Datum nicht bekannt',
    dueIn: (days) => spans.ahead(days),
    overdueFor: (days) => (days === 0 ? 'seit heute überfällig' : `${spans.long(days)} überfällig`),
    progress: (percent) => `${percent}\u00A0erledigt`,
    pages: (pages) => plural(pages, { one: '# Seite', other: '# Seiten' }),
    levels: { beginner: 'Einsteiger', intermediate: 'Fortgeschrittene', advanced: 'Experten' },
    thumbnailAlt: 'Bild zum Kurs',
    assignedBy: 'Zugewiesen von',
    assignedOn: 'Zugewiesen am',
    startedOn: 'Begonnen am',
    note: 'Notiz',
    open: 'Kurs öffnen',
    share: 'Teilen',
    refresh: 'Aktualisieren',
    back: 'Zurück zu meinen Kursen',
  },

  courseList: {
    heading: filterHeading,
    matching: (text) => `Passend zu ${quoted(text)}`,
    counts: { overdue: 'Überfällig', dueSoon: 'Bald fällig', open: 'Offen', completed: 'Erledigt' },
    filters: {
      allOpen: 'Alle offenen',
      overdue: 'Überfällig',
      dueSoon: 'Bald fällig',
      required: 'Erforderlich',
      completed: 'Abgeschlossen',
    },
    chosenFilter: (name) => `✓ ${name}`,
    empty: emptyList,
    shown: (from, to, total) => `${from}–${to} von ${total}`,
    previousPage: 'Zurück',
    nextPage: 'Weiter',
    refresh: 'Aktualisieren',
    asOf: (time) => `Stand: ${time}`,
    notAllLoaded:
      'Nicht alle Kurse konnten rechtzeitig geladen werden. Aktualisieren Sie, um die übrigen zu sehen.',
    contentsMissing:
      'Einige Titel konnten nicht rechtzeitig geladen werden. Aktualisieren Sie, um sie zu sehen.',
    contentsFailed:
      'Einige Titel konnten nicht geladen werden. Aktualisieren Sie, um es noch einmal zu versuchen.',
    contentsThrottled: (minutes) =>
      `Viva Learning ist stark ausgelastet, deshalb fehlen einige Titel. Aktualisieren Sie ${spans.inMinutes(minutes)}, um sie zu sehen.`,
    unreadable: (count) =>
      plural(count, {
        one: '# Eintrag war nicht lesbar und kann in Liste und Zahlen fehlen.',
        other: '# Einträge waren nicht lesbar und können in Liste und Zahlen fehlen.',
      }),
    noneReadable: 'Unter den Kursen, die ich lesen konnte, ist dazu nichts.',
    summary: team.summary,
  },

  sharedCourse: {
    heading: 'Kurs in Viva Learning',
    own: (words) => `Sie: ${words}`,
    notYours: 'Nicht unter Ihren Kursen',
    noDetails: 'Die Angaben zum Kurs können gerade nicht angezeigt werden.',
    onlyYou: 'Das sehen nur Sie.',
    seeMine: 'Meinen Status anzeigen',
    refresh: 'Aktualisieren',
    anonymous: 'Ein Kurs in Viva Learning. Fügen Sie Coursemate hinzu, um zu sehen, wie Sie stehen.',
  },

  search: {
    nothingFound: (text) =>
      `Kein Kurs passt zu ${quoted(text)}. Versuchen Sie es mit weniger oder anderen Wörtern.`,
    nothingYet: 'Hier gibt es noch keine Kurse.',
    untitled: `Die Titel Ihrer Kurse können hier nicht gelesen werden, daher lässt sich keiner suchen oder teilen. Schreiben Sie mir in unserem Chat ${quoted('my courses')}, um sie zu sehen.`,
    stillLoading:
      'Ihre Kurse werden noch geladen. Tippen Sie weiter oder versuchen Sie es gleich noch einmal.',
    titlesFailed: 'Die Titel Ihrer Kurse konnten nicht geladen werden. Versuchen Sie es gleich noch einmal.',
    noneReadable: (text) =>
      `Keiner der lesbaren Titel passt zu ${quoted(text)}. Einige Titel sind gerade nicht verfügbar.`,
    nothingReadable:
      'Die Kurse sind hier gerade nicht lesbar. Versuchen Sie es in ein paar Minuten noch einmal.',
    onlyOwn: {
      title: 'Das sind die Kurse Ihrer eigenen Liste',
      text: 'Hier ist kein Anbieter eingerichtet, dessen Kurse alle sehen dürfen.',
    },
  },

  help: {
    headings: {
      help: 'Was Sie mich fragen können',
      greeting: 'Hallo, ich bin Coursemate',
      notUnderstood: 'Das habe ich nicht verstanden',
    },
    intros: {
      help: intro,
      greeting: intro,
      notUnderstood:
        'Ich kenne Ihre Kurse aus Viva Learning und verstehe Fragen auf Englisch. Versuchen Sie zum Beispiel:',
    },
    topics: [
      { label: 'Alles, was offen ist', example: quoted('my courses') },
      {
        label: 'Was überfällig oder bald fällig ist',
        example: `${quoted('what is overdue?')} · ${quoted('what is due this week?')}`,
      },
      {
        label: 'Eine Art oder ein Thema',
        example: `${quoted('required courses')} · ${quoted('my security courses')}`,
      },
      { label: 'Ein einzelner Kurs', example: quoted('tell me about the data privacy training') },
      { label: 'Was Sie abgeschlossen haben', example: quoted('completed courses') },
      {
        label: 'Personen, die Ihnen unterstellt sind',
        example: `${quoted('my team')} · ${quoted('who is overdue?')} · ${quoted('status of Ben')}`,
      },
      { label: 'Wer Ihre Kurse angesehen hat', example: quoted('who looked at my courses?') },
      { label: 'Abmelden', example: quoted('sign out') },
    ],
    suggestions: {
      myCourses: { title: 'Meine Kurse', phrase: 'my courses' },
      overdue: { title: 'Was ist überfällig?', phrase: 'what is overdue?' },
      dueThisWeek: { title: 'Diese Woche fällig', phrase: 'what is due this week?' },
      required: { title: 'Pflichtkurse', phrase: 'required courses' },
      completed: { title: 'Abgeschlossene Kurse', phrase: 'completed courses' },
      help: { title: 'Was kann ich fragen?', phrase: 'help' },
    },
  },

  signIn: {
    prompt: 'Melden Sie sich an, um Ihre Kurse zu sehen',
    button: 'Anmelden',
    signedOut: 'Sie sind abgemeldet. Ihre nächste Frage meldet Sie wieder an.',
    askAgain:
      'Sie sind angemeldet, aber ich weiß nicht mehr, was Sie gefragt haben. Bitte fragen Sie noch einmal.',
    clientFailed:
      'Teams konnte Sie nicht bei Coursemate anmelden. Fragen Sie noch einmal. Wenn es wieder passiert, kann Ihr Administrator prüfen, ob die App zugelassen und für Sie installiert ist.',
    canceled:
      'Die Anmeldung wurde abgebrochen, deshalb kann ich Ihre Kurse nicht zeigen. Fragen Sie einfach noch einmal, wenn Sie so weit sind.',
    adminConsent: 'Administrator fragen',
  },

  notice: {
    reference: (id) => `Referenz: ${isolate(id, language)}`,
    personalChatOnly: 'Lerndaten zeige ich nur in einem Chat zwischen Ihnen und mir. Fragen Sie mich dort.',
    answeredInPersonalChat:
      'Lerndaten zeige ich nur in einem Chat zwischen Ihnen und mir. Ihre Antwort steht dort.',
    openChat: 'Chat öffnen',
    unknownSender: 'Teams hat mir nicht gesagt, wer Sie sind. Deshalb kann ich hier keine Lerndaten zeigen.',
    foreignCard: `Diese Karte wurde für jemand anderen erstellt. Schreiben Sie mir ${quoted('my courses')}, um Ihre eigene zu bekommen.`,
    unknownAction: `Diese Schaltfläche kenne ich nicht mehr. Schreiben Sie mir ${quoted('my courses')}, um eine neue Karte zu bekommen.`,
  },

  file: {
    askAgain:
      'Ich weiß nicht mehr, dass Sie angemeldet sind. Fragen Sie noch einmal nach der Liste und dann nach der Datei.',
  },

  team,
  faults,
  pages,
  about,

  outcomes: {
    adminConsentNeeded:
      'Nur ein Administrator kann Coursemate erlauben, hier Lerndaten zu lesen. Bitte fragen Sie Ihren.',
    notAssigned:
      'Ihr Konto gehört nicht zu denen, die Coursemate nutzen dürfen. Ihr Administrator kann es hinzufügen.',
    courseNotFound: (text) =>
      `Ich habe keinen Kurs von Ihnen gefunden, der zu ${quoted(text)} passt. Schreiben Sie ${quoted('all my courses')}, um die ganze Liste zu sehen.`,
    courseUnsure: (text) =>
      `Unter den lesbaren Titeln passt keiner zu ${quoted(text)}, aber einige sind gerade nicht verfügbar. Schreiben Sie ${quoted('all my courses')}, um die ganze Liste zu sehen.`,
  },
};
