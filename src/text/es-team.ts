import { quoted } from './es-filter';
import { createPlural } from './plural';
import { createSpans } from './spans';
import { createTeamHeading } from './team-heading';
import type { Texts } from './texts';

const spans = createSpans('es');
const plural = createPlural('es');

function people(count: number): string {
  return plural(count, { one: '# persona', other: '# personas' });
}

const showTheRest = 'Mostrar el resto';

export const team: Texts['team'] = {
  nameless: 'Persona sin nombre',
  heading: createTeamHeading({
    course: 'Tu equipo en un curso',
    overdueRequired: 'Tu equipo: cursos obligatorios vencidos',
    overdue: 'Quién va con retraso',
    due: 'Tu equipo: qué vence',
    required: 'Tu equipo: cursos obligatorios',
    completed: 'Tu equipo: cursos completados',
    open: 'Tu equipo: cursos pendientes',
    all: 'Tu equipo',
  }),
  counts: { people: 'Personas', late: 'Con retraso', overdue: 'Vencidos', open: 'Por hacer' },
  courseCounts: {
    finished: 'Hecho',
    inProgress: 'En curso',
    notStarted: 'No iniciado',
    notAssigned: 'No asignado',
  },
  teamSummary: (title, counts) =>
    `${title}. ${people(counts.people)}, de ellas con cursos vencidos: ${counts.late}.`,
  courseSummary: (title, { finished, inProgress, notStarted, notAssigned }) =>
    `${title}. Hecho: ${finished}, en curso: ${inProgress}, no iniciado: ${notStarted}, no asignado: ${notAssigned}.`,
  summary: (title, { overdue, dueSoon, open, completed }) =>
    `${title}. Vencidos: ${overdue}, por vencer: ${dueSoon}, pendientes: ${open}, completados: ${completed}.`,
  overdue: (count) => plural(count, { one: '#\u00A0vencido', other: '#\u00A0vencidos' }),
  open: (count) => plural(count, { one: '#\u00A0pendiente', other: '#\u00A0pendientes' }),
  completed: (count) => plural(count, { one: '#\u00A0hecho', other: '#\u00A0hechos' }),
  noneAssigned: 'Sin cursos',
  share: (percent) => `${percent}\u00A0hecho`,
  soFar: (count, total) =>
    `${count} de ${people(total)} hasta ahora. El resto se está cargando: elige ${quoted(showTheRest)} en un momento.`,
  showTheRest,
  notEverybody: 'No se pudo mostrar a todas las personas a tu cargo.',
  unreadable: {
    unlicensed: 'Sin licencia de Viva Learning',
    forbidden: 'Viva Learning no permite leer los cursos de esta persona',
    notFound: 'Viva Learning no conoce a esta persona',
    failed: 'No se puede leer en este momento',
  },
  busy: (minutes) => `inténtalo de nuevo ${spans.inMinutes(minutes)}`,
  disabled: 'Cuenta desactivada',
  filters: {
    all: 'Todos',
    overdue: 'Con retraso',
    required: 'Obligatorios',
    unfinished: 'Sin terminar',
    finished: 'Hecho',
  },
  oneCourse: 'Un curso',
  chooseCourse: 'Elige un curso',
  showCourse: 'Mostrar curso',
  export: 'Exportar',
  refresh: 'Actualizar',
  back: 'Volver a la lista',
  backToTeam: 'Mi equipo',
  nobody: 'Nadie de tu equipo coincide con esto.',
  noSuchCourse: 'No he encontrado ningún curso así en las listas de tu equipo.',
  noSuchTitle: 'No he encontrado ningún curso así entre los títulos que puedo leer.',
  noCourses: 'No hay cursos así en la lista de esta persona.',
  courseGone: 'Este curso ya no está en la lista de esta persona.',
  noReports: `Nadie está a tu cargo en el directorio de tu organización, así que no hay ningún equipo que mostrar. Puedo mostrarte tus propios cursos: escribe ${quoted('my courses')}.`,
  guest: 'Los invitados de una organización no pueden ver los cursos de otras personas.',
  off: 'Ver los cursos de otras personas está desactivado en tu organización. Tu administrador puede activarlo.',
  personalChatOnly: 'Solo muestro los cursos de otras personas en un chat entre tú y yo.',
  noSuchReport: `Ninguna persona a tu cargo se llama así. Escribe ${quoted('my team')} para verlas a todas.`,
  notYourReport: 'Esta persona no está a tu cargo, así que no puedo mostrar sus cursos.',
  severalReports: 'Varias personas a tu cargo se llaman así. ¿A quién te refieres?',
  file: {
    name: 'Cursos del equipo',
    description: 'Cursos de las personas a tu cargo, en CSV para Excel',
    offered: 'Tu archivo está listo: acéptalo en el chat y se guardará en tu OneDrive.',
    incomplete: 'Todavía no se ha leído a todas las personas. Inténtalo de nuevo en un momento.',
    columns: {
      person: 'Persona',
      account: 'Cuenta',
      course: 'Curso',
      kind: 'Tipo',
      status: 'Estado',
      progress: 'Progreso',
      assigned: 'Asignado',
      due: 'Vence',
      overdue: 'Vencido',
      completed: 'Completado',
      note: 'Observación',
    },
    yes: 'sí',
  },
  looks: {
    heading: 'Quién ha visto tus cursos',
    none: 'Nadie ha visto tus cursos en Coursemate.',
    partly: 'El registro es largo: las consultas más antiguas no se han podido leer a tiempo.',
    intro:
      'Los responsables pueden ver los cursos de las personas a su cargo. Cada consulta queda registrada. Las últimas:',
    what: {
      team: 'Lista del equipo',
      teammate: 'Tu lista',
      course: 'Uno de tus cursos',
      export: 'Archivo de los cursos del equipo',
    },
    outcomes: { unreadable: 'no se pudo leer nada', refused: 'denegado' },
    somebody: 'Alguien de tu organización',
  },
};
