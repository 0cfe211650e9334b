import { about } from './es-about';
import { faults } from './es-faults';
import { emptyList, filterHeading, quoted } from './es-filter';
import { pages } from './es-pages';
import { team } from './es-team';
import { isolate } from './isolate';
import { createPlural } from './plural';
import { createSpans } from './spans';
import type { Texts } from './texts';

const language = { lang: 'es', rtl: false };
const spans = createSpans('es');
const plural = createPlural('es');

const kindHeadings: Texts['course']['kindHeadings'] = {
  required: 'Curso obligatorio',
  recommended: 'Curso recomendado',
  peerRecommended: 'Curso recomendado por un compañero',
  assigned: 'Curso asignado',
  selfInitiated: 'Curso por iniciativa propia',
};

const intro =
  'Te muestro tus cursos de Viva Learning: cómo vas y qué vence. Haz tus preguntas en inglés, con tus propias palabras.';

/** With "tú", and in words that Spain and America share. */
export const es: Texts = {
  language,
  labelled: (label, value) => `${label}: ${isolate(value, language)}`,
  followed: (first, second) => `${isolate(first, language)}. ${second}`,

  course: {
    kinds: {
      required: 'Obligatorio',
      recommended: 'Recomendado',
      peerRecommended: 'Recomendado por un compañero',
      assigned: 'Asignado',
      selfInitiated: 'Por iniciativa propia',
    },
    kindHeadings,
    statuses: {
      notStarted: 'No iniciado',
      inProgress: 'En curso',
      completed: 'Completado',
      unknown: 'Estado desconocido',
    },
    untitled: (kind) => `${kindHeadings[kind]} (el proveedor no comparte los detalles)`,
    titleNotShared: 'El proveedor no comparte los detalles',
    due: (date) => `Vence el ${date}`,
    dueWhen: (relative) => `Vence ${relative}`,
    noDueDate: 'Sin vencimiento',
    wasDue: 'Vencía el',
    completedOn: (date) => `Completado el ${date}`,
    onDay: (date) => `El ${date}`,
    noCompletionDate: 'Fecha desconocida',
    dueIn: (days) => spans.ahead(days),
    overdueFor: (days) => (days === 0 ? 'vencido desde hoy' : `${spans.long(days)} de retraso`),
    progress: (percent) => `${percent}\u00A0hecho`,
    pages: (pages) => plural(pages, { one: '# página', other: '# páginas' }),
    levels: { beginner: 'Principiante', intermediate: 'Intermedio', advanced: 'Avanzado' },
    thumbnailAlt: 'Imagen del curso',
    assignedBy: 'Asignado por',
    assignedOn: 'Asignado el',
    startedOn: 'Iniciado el',
    note: 'Nota',
    open: 'Abrir curso',
    share: 'Compartir',
    refresh: 'Actualizar',
    back: 'Volver a mis cursos',
  },

  courseList: {
    heading: filterHeading,
    matching: (text) => `Coincidencias con ${quoted(text)}`,
    counts: { overdue: 'Vencidos', dueSoon: 'Por vencer', open: 'Por hacer', completed: 'Hechos' },
    filters: {
      allOpen: 'Pendientes',
      overdue: 'Vencidos',
      dueSoon: 'Por vencer',
      required: 'Obligatorios',
      completed: 'Completados',
    },
    chosenFilter: (name) => `✓ ${name}`,
    empty: emptyList,
    shown: (from, to, total) => `${from}–${to} de ${total}`,
    previousPage: 'Anterior',
    nextPage: 'Siguiente',
    refresh: 'Actualizar',
    asOf: (time) => `Actualizado: ${time}`,
    notAllLoaded: 'No todos los cursos se cargaron a tiempo. Actualiza para ver los demás.',
    contentsMissing: 'Algunos títulos no se cargaron a tiempo. Actualiza para verlos.',
    contentsFailed: 'No se pudieron cargar algunos títulos. Actualiza para volver a intentarlo.',
    contentsThrottled: (minutes) =>
      `Viva Learning está muy ocupado y faltan algunos títulos. Actualiza ${spans.inMinutes(minutes)} para verlos.`,
    unreadable: (count) =>
      plural(count, {
        one: 'No se pudo leer # entrada, así que puede faltar algo en la lista y en los totales.',
        other: 'No se pudieron leer # entradas, así que puede faltar algo en la lista y en los totales.',
      }),
    noneReadable: 'No hay nada que mostrar entre los cursos que pude leer.',
    summary: team.summary,
  },

  sharedCourse: {
    heading: 'Curso de Viva Learning',
    own: (words) => `Tú: ${words}`,
    notYours: 'No está entre tus cursos',
    noDetails: 'Los detalles del curso no se pueden mostrar en este momento.',
    onlyYou: 'Solo tú ves esto.',
    seeMine: 'Ver mi estado',
    refresh: 'Actualizar',
    anonymous: 'Un curso de Viva Learning. Agrega Coursemate para ver cómo vas.',
  },

  search: {
    nothingFound: (text) =>
      `Ningún curso coincide con ${quoted(text)}. Prueba con menos palabras o con otras.`,
    nothingYet: 'Todavía no hay cursos aquí.',
    untitled: `Los títulos de tus cursos no se pueden leer aquí, así que no se puede encontrar ni compartir ninguno. Escríbeme ${quoted('my courses')} en nuestro chat para verlos.`,
    stillLoading: 'Tus cursos aún se están cargando. Sigue escribiendo o inténtalo de nuevo en un momento.',
    titlesFailed: 'No pude cargar los títulos de tus cursos. Inténtalo de nuevo en un momento.',
    noneReadable: (text) =>
      `Ninguno de los títulos que puedo leer coincide con ${quoted(text)}. Algunos títulos no están disponibles en este momento.`,
    nothingReadable: 'No puedo leer los cursos en este momento. Inténtalo de nuevo en unos minutos.',
    onlyOwn: {
      title: 'Estos son los cursos de tu propia lista',
      text: 'Aquí no hay configurado ningún proveedor cuyos cursos puedan ver todos.',
    },
  },

  help: {
    headings: {
      help: 'Qué puedes preguntarme',
      greeting: 'Hola, soy Coursemate',
      notUnderstood: 'No lo he entendido',
    },
    intros: {
      help: intro,
      greeting: intro,
      notUnderstood:
        'Conozco tus cursos de Viva Learning y entiendo preguntas en inglés. Prueba, por ejemplo:',
    },
    topics: [
      { label: 'Todo lo que tienes pendiente', example: quoted('my courses') },
      {
        label: 'Lo que está vencido o vence pronto',
        example: `${quoted('what is overdue?')} · ${quoted('what is due this week?')}`,
      },
      {
        label: 'Un tipo o un tema',
        example: `${quoted('required courses')} · ${quoted('my security courses')}`,
      },
      { label: 'Un solo curso', example: quoted('tell me about the data privacy training') },
      { label: 'Lo que has completado', example: quoted('completed courses') },
      {
        label: 'Las personas a tu cargo',
        example: `${quoted('my team')} · ${quoted('who is overdue?')} · ${quoted('status of Ben')}`,
      },
      { label: 'Quién ha visto tus cursos', example: quoted('who looked at my courses?') },
      { label: 'Cerrar sesión', example: quoted('sign out') },
    ],
    suggestions: {
      myCourses: { title: 'Mis cursos', phrase: 'my courses' },
      overdue: { title: '¿Qué está vencido?', phrase: 'what is overdue?' },
      dueThisWeek: { title: 'Vencen esta semana', phrase: 'what is due this week?' },
      required: { title: 'Cursos obligatorios', phrase: 'required courses' },
      completed: { title: 'Cursos completados', phrase: 'completed courses' },
      help: { title: '¿Qué puedo preguntar?', phrase: 'help' },
    },
  },

  signIn: {
    prompt: 'Inicia sesión para ver tus cursos',
    button: 'Iniciar sesión',
    signedOut: 'Has cerrado sesión. Tu próxima pregunta la iniciará de nuevo.',
    askAgain: 'Has iniciado sesión, pero ya no sé qué preguntaste. Vuelve a preguntar.',
    clientFailed:
      'Teams no pudo iniciar tu sesión en Coursemate. Vuelve a preguntar. Si ocurre de nuevo, tu administrador puede comprobar que la aplicación esté permitida e instalada para ti.',
    canceled:
      'Se canceló el inicio de sesión, así que no puedo mostrar tus cursos. Vuelve a preguntar cuando quieras.',
    adminConsent: 'Pedir a un administrador',
  },

  notice: {
    reference: (id) => `Referencia: ${isolate(id, language)}`,
    personalChatOnly: 'Solo muestro datos de aprendizaje en un chat entre tú y yo. Pregúntame allí.',
    answeredInPersonalChat:
      'Solo muestro datos de aprendizaje en un chat entre tú y yo. Tu respuesta está allí.',
    openChat: 'Abrir el chat',
    unknownSender: 'Teams no me ha dicho quién eres, así que no puedo mostrar datos de aprendizaje aquí.',
    foreignCard: `Esta tarjeta se creó para otra persona. Escríbeme ${quoted('my courses')} para obtener la tuya.`,
    unknownAction: `Ya no conozco este botón. Escríbeme ${quoted('my courses')} para obtener una tarjeta nueva.`,
  },

  file: {
    askAgain: 'Ya no sé que has iniciado sesión. Vuelve a pedirme la lista y luego el archivo.',
  },

  team,
  faults,
  pages,
  about,

  outcomes: {
    adminConsentNeeded:
      'Solo un administrador puede permitir que Coursemate lea datos de aprendizaje aquí. Pídeselo al tuyo.',
    notAssigned: 'Tu cuenta no está entre las que pueden usar Coursemate. Tu administrador puede agregarla.',
    courseNotFound: (text) =>
      `No encontré ningún curso tuyo que coincida con ${quoted(text)}. Escribe ${quoted('all my courses')} para ver toda la lista.`,
    courseUnsure: (text) =>
      `Ninguno de los títulos que puedo leer coincide con ${quoted(text)}, pero algunos no están disponibles en este momento. Escribe ${quoted('all my courses')} para ver toda la lista.`,
  },
};
