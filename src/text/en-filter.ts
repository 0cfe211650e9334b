import type { CourseFilter } from '../domain/question';
import { isolate } from './isolate';

const statusAdjectives: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: 'open',
  completed: 'completed',
  notStarted: '',
  inProgress: '',
};

const kindAdjectives: Readonly<Record<CourseFilter['kind'], string>> = {
  any: '',
  required: 'required',
  recommended: 'recommended',
  selfInitiated: 'self-started',
};

const statusTails: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: '',
  completed: '',
  notStarted: 'not started yet',
  inProgress: 'in progress',
};

const dueTails: Readonly<Record<CourseFilter['due'], string>> = {
  any: '',
  overdue: '',
  today: 'due today',
  tomorrow: 'due tomorrow',
  thisWeek: 'due this week',
  nextWeek: 'due next week',
  thisMonth: 'due this month',
  nextMonth: 'due next month',
  soon: 'due in the next 7 days',
};

const emptyStates: ReadonlyMap<string, string> = new Map([
  ['courses', 'There are no courses on your list yet. New assignments will show up here.'],
  ['open courses', 'Nothing is open right now. You are all caught up.'],
  ['overdue courses', 'Nothing is overdue. Well done.'],
  ['courses due in the next 7 days', 'Nothing is due in the next 7 days.'],
  ['open required courses', 'No required course is open. You are all caught up.'],
  ['completed courses', 'No course is completed yet. Each one you finish will show up here.'],
]);

/** What a filter asks for, its text aside: "open courses", "overdue required courses", "courses due this week". */
function filterPhrase({ status, due, kind }: CourseFilter): string {
  const isOpenImplied = status === 'open' && due !== 'any';
  return [
    due === 'overdue' ? 'overdue' : '',
    isOpenImplied ? '' : statusAdjectives[status],
    kindAdjectives[kind],
    'courses',
    statusTails[status],
    dueTails[due],
  ]
    .filter((word) => word !== '')
    .join(' ');
}

export function filterHeading(filter: CourseFilter): string {
  const phrase = filterPhrase(filter);
  return phrase === 'courses' ? 'All courses' : phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** `text` is the filter's text, fit to be shown. */
export function emptyList(filter: CourseFilter, text: string): string {
  const phrase = filterPhrase(filter);
  if (text !== '') return `You have no ${phrase} matching “${isolate(text, { rtl: false })}”.`;
  return emptyStates.get(phrase) ?? `You have no ${phrase}.`;
}
