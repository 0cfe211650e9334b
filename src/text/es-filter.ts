import type { CourseFilter } from '../domain/question';
import { createQuoted } from './isolate';

export const quoted = createQuoted(['“', '”'], { rtl: false });

/** Of one course; of several, those that differ are in `plurals`. */
const kindWords: Readonly<Record<CourseFilter['kind'], string>> = {
  any: '',
  required: 'obligatorio',
  recommended: 'recomendado',
  selfInitiated: 'por iniciativa propia',
};

const statusWords: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: 'pendiente',
  completed: 'completado',
  notStarted: 'no iniciado',
  inProgress: 'en curso',
};

const dueTails: Readonly<Record<CourseFilter['due'], readonly [one: string, several: string]>> = {
  any: ['', ''],
  overdue: ['vencido', 'vencidos'],
  today: ['que venza hoy', 'que vencen hoy'],
  tomorrow: ['que venza mañana', 'que vencen mañana'],
  thisWeek: ['que venza esta semana', 'que vencen esta semana'],
  nextWeek: ['que venza la próxima semana', 'que vencen la próxima semana'],
  thisMonth: ['que venza este mes', 'que vencen este mes'],
  nextMonth: ['que venza el próximo mes', 'que vencen el próximo mes'],
  soon: ['que venza en los próximos 7 días', 'que vencen en los próximos 7 días'],
};

const plurals: ReadonlyMap<string, string> = new Map([
  ['obligatorio', 'obligatorios'],
  ['recomendado', 'recomendados'],
  ['pendiente', 'pendientes'],
  ['completado', 'completados'],
  ['no iniciado', 'no iniciados'],
]);

const emptyStates: ReadonlyMap<string, string> = new Map([
  ['curso', 'Todavía no hay cursos en tu lista. Las nuevas asignaciones aparecerán aquí.'],
  ['curso pendiente', 'No hay nada pendiente en este momento. Estás al día.'],
  ['curso vencido', 'No hay nada vencido. Muy bien.'],
  ['curso que venza en los próximos 7 días', 'Nada vence en los próximos 7 días.'],
  ['curso obligatorio pendiente', 'No hay ningún curso obligatorio pendiente. Estás al día.'],
  ['curso completado', 'Todavía no hay ningún curso completado. Cada curso que termines aparecerá aquí.'],
]);

/** What a filter asks for, of one course and of several. */
function filterPhrase({ status, due, kind }: CourseFilter): {
  readonly one: string;
  readonly several: string;
} {
  const isOpenImplied = status === 'open' && due !== 'any';
  const adjectives = [kindWords[kind], isOpenImplied ? '' : statusWords[status]];
  const [dueOne, dueSeveral] = dueTails[due];
  const join = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ');
  return {
    one: join(['curso', ...adjectives, dueOne]),
    several: join(['cursos', ...adjectives.map((word) => plurals.get(word) ?? word), dueSeveral]),
  };
}

export function filterHeading(filter: CourseFilter): string {
  const { several } = filterPhrase(filter);
  return several === 'cursos' ? 'Todos los cursos' : several.charAt(0).toUpperCase() + several.slice(1);
}

export function emptyList(filter: CourseFilter, text: string): string {
  const { one } = filterPhrase(filter);
  if (text !== '') return `No tienes ningún ${one} que coincida con ${quoted(text)}.`;
  return emptyStates.get(one) ?? `No tienes ningún ${one}.`;
}
