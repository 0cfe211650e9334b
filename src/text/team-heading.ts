import type { CourseFilter } from '../domain/question';

/** What a manager asked about their team, as far as it is told apart in a heading. */
type TeamQuestion =
  'course' | 'overdueRequired' | 'overdue' | 'due' | 'required' | 'completed' | 'open' | 'all';

/** Chooses the heading of a team's list in a language. */
export function createTeamHeading(
  headings: Readonly<Record<TeamQuestion, string>>,
): (filter: CourseFilter) => string {
  return (filter) => headings[toQuestion(filter)];
}

function toQuestion({ due, kind, status, text }: CourseFilter): TeamQuestion {
  if (text !== '') return 'course';
  if (due === 'overdue') return kind === 'required' ? 'overdueRequired' : 'overdue';
  if (due !== 'any') return 'due';
  if (kind === 'required') return 'required';
  return status === 'completed' || status === 'open' ? status : 'all';
}
