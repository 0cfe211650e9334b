import { MOST_RECOGNIZED, upcomingWindows, type NearQuestion, type Recognized } from '../domain/question';
import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { completionVerbs, courseNouns, has, isOneOf, toTerms, type Concept, type Terms } from './terms';
import { toTokens } from './tokens';

const team: readonly Concept[] = ['who', 'anyone', 'everyone', 'team', 'teammate'];
const upcoming: readonly Concept[] = [...upcomingWindows, 'due', 'dueDate'];

/** The words that lead to a question; those that stand first are the most telling. */
const leads: readonly (readonly [NearQuestion, readonly Concept[]])[] = [
  ['overdue', ['overdue']],
  ['dueThisWeek', upcoming],
  ['required', ['required']],
  ['completed', ['history', ...completionVerbs]],
  ['myCourses', [...courseNouns, 'status', 'recommended', 'self', 'assigned']],
];
const telling: readonly Concept[] = [
  'team',
  'teammate',
  'everyone',
  'anyone',
  'audit',
  ...leads.flatMap(([, concepts]) => concepts),
];

/** What of a phrase is recognized, although it asks nothing that the bot answers; undefined for nothing. */
export function recognize(phrase: string, at: Moment): Recognized | undefined {
  const clean = cleanPhrase(phrase);
  const terms = toTerms(toTokens(clean), at);
  const known = terms.filter((term) => isOneOf(term, ...telling));
  const words = [...new Set(known.map(({ from, to }) => clean.slice(from, to)))].filter(
    ({ length }) => length <= 60,
  );
  if (words.length === 0) return undefined;
  return { words: words.slice(0, MOST_RECOGNIZED), near: findNear(terms) };
}

function findNear(terms: Terms): readonly NearQuestion[] {
  const isAboutTeam = has(terms, ...team);
  const near = leads.filter(([, concepts]) => has(terms, ...concepts)).map(([question]) => question);
  return [
    ...(has(terms, 'audit') || (has(terms, 'who') && has(terms, 'look')) ? (['whoLooked'] as const) : []),
    ...(isAboutTeam && has(terms, 'overdue') ? (['whoIsOverdue', 'myTeam'] as const) : []),
    ...(isAboutTeam && !has(terms, 'overdue') ? (['myTeam', 'whoIsOverdue'] as const) : []),
    ...near,
  ];
}
