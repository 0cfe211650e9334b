import { isDeepStrictEqual } from 'node:util';
import { anyCourse, openCourses, type CourseFilter, type Intent, type Question } from '../domain/question';
import type { FollowUp } from './routes';

/** The questions that are suggested after an answer, with what each asks. */
export const followUpQuestions = {
  'phrase.myCourses': { intent: 'myCourses', filter: openCourses },
  'phrase.overdue': { intent: 'myCourses', filter: { ...openCourses, due: 'overdue' } },
  'phrase.dueThisWeek': { intent: 'myCourses', filter: { ...openCourses, due: 'thisWeek' } },
  'phrase.required': { intent: 'myCourses', filter: { ...openCourses, kind: 'required' } },
  'phrase.completed': { intent: 'myCourses', filter: { ...anyCourse, status: 'completed' } },
  'phrase.myTeam': { intent: 'teamStatus', filter: anyCourse },
  'phrase.whoIsOverdue': { intent: 'teamStatus', filter: { ...openCourses, due: 'overdue' } },
  'phrase.whoLooked': { intent: 'whoLooked' },
  'phrase.help': { intent: 'help' },
} as const satisfies Partial<Record<FollowUp, Question>>;

type Suggested = keyof typeof followUpQuestions;

/** As many as Teams shows. */
const MOST_FOLLOW_UPS = 3;
const FOR_MANAGERS: readonly Suggested[] = ['phrase.myTeam', 'phrase.whoIsOverdue'];

/** What to ask next after the answer to a question: never the same again, and what managers ask only for managers. */
export function toFollowUps(
  question: Question,
  { hasReports, isNotice }: { readonly hasReports: boolean; readonly isNotice: boolean },
): readonly FollowUp[] {
  const next = isNotice ? afterNotice(question) : afterAnswer(question);
  return next
    .filter((name) => hasReports || !FOR_MANAGERS.includes(name))
    .filter((name) => !isDeepStrictEqual(followUpQuestions[name], question))
    .slice(0, MOST_FOLLOW_UPS);
}

function afterAnswer(question: Question): readonly Suggested[] {
  return question.intent === 'myCourses' ? afterList(question.filter) : AFTER[question.intent];
}

/** Cards that suggest questions with buttons of their own have none. */
const AFTER: Readonly<Record<Exclude<Intent, 'myCourses'>, readonly Suggested[]>> = {
  courseDetails: ['phrase.myCourses', 'phrase.overdue', 'phrase.dueThisWeek'],
  teamStatus: ['phrase.whoIsOverdue', 'phrase.myTeam', 'phrase.myCourses'],
  teammateStatus: ['phrase.myTeam', 'phrase.whoIsOverdue', 'phrase.myCourses'],
  export: ['phrase.myTeam', 'phrase.whoIsOverdue'],
  whoLooked: ['phrase.myCourses', 'phrase.overdue', 'phrase.myTeam'],
  help: [],
  greeting: [],
  feedback: [],
  signOut: [],
  unknown: [],
};

function afterList({ due, kind, status, text }: CourseFilter): readonly Suggested[] {
  if (text !== '') return ['phrase.myCourses', 'phrase.overdue', 'phrase.dueThisWeek'];
  if (due === 'overdue')
    return ['phrase.dueThisWeek', 'phrase.required', 'phrase.whoIsOverdue', 'phrase.myCourses'];
  if (due !== 'any') return ['phrase.overdue', 'phrase.required', 'phrase.myCourses'];
  if (status === 'completed') return ['phrase.myCourses', 'phrase.overdue', 'phrase.dueThisWeek'];
  if (kind !== 'any') return ['phrase.overdue', 'phrase.dueThisWeek', 'phrase.myCourses'];
  return ['phrase.overdue', 'phrase.dueThisWeek', 'phrase.myTeam', 'phrase.completed'];
}

/** The notice has a button for what is nearest. */
function afterNotice({ intent }: Question): readonly Suggested[] {
  const hasNoAnswer = intent === 'signOut' || intent === 'feedback';
  return hasNoAnswer ? [] : ['phrase.myCourses', 'phrase.overdue', 'phrase.help'];
}
