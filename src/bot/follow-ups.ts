import { isDeepStrictEqual } from 'node:util';
import { anyCourse, openCourses, type CourseFilter, type Intent, type Question } from '../domain/question';
import type { FollowUp } from '../i18n/catalog';

/** The questions that are suggested after an answer, with what each asks. */
export const followUpQuestions = {
  myCourses: { intent: 'myCourses', filter: openCourses },
  overdue: { intent: 'myCourses', filter: { ...openCourses, due: 'overdue' } },
  dueThisWeek: { intent: 'myCourses', filter: { ...openCourses, due: 'thisWeek' } },
  required: { intent: 'myCourses', filter: { ...openCourses, kind: 'required' } },
  completed: { intent: 'myCourses', filter: { ...anyCourse, status: 'completed' } },
  myTeam: { intent: 'teamStatus', filter: anyCourse },
  whoIsOverdue: { intent: 'teamStatus', filter: { ...openCourses, due: 'overdue' } },
  whoLooked: { intent: 'whoLooked' },
  help: { intent: 'help' },
} as const satisfies Partial<Record<FollowUp, Question>>;

type Suggested = keyof typeof followUpQuestions;

/** As many as Teams shows. */
const MOST_FOLLOW_UPS = 3;
const FOR_MANAGERS: readonly Suggested[] = ['myTeam', 'whoIsOverdue'];

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
  courseDetails: ['myCourses', 'overdue', 'dueThisWeek'],
  teamStatus: ['whoIsOverdue', 'myTeam', 'myCourses'],
  teammateStatus: ['myTeam', 'whoIsOverdue', 'myCourses'],
  export: ['myTeam', 'whoIsOverdue'],
  whoLooked: ['myCourses', 'overdue', 'myTeam'],
  help: [],
  greeting: [],
  feedback: [],
  signOut: [],
  unknown: [],
};

function afterList({ due, kind, status, text }: CourseFilter): readonly Suggested[] {
  if (text !== '') return ['myCourses', 'overdue', 'dueThisWeek'];
  if (due === 'overdue') return ['dueThisWeek', 'required', 'whoIsOverdue', 'myCourses'];
  if (due !== 'any') return ['overdue', 'required', 'myCourses'];
  if (status === 'completed') return ['myCourses', 'overdue', 'dueThisWeek'];
  if (kind !== 'any') return ['overdue', 'dueThisWeek', 'myCourses'];
  return ['overdue', 'dueThisWeek', 'myTeam', 'completed'];
}

/** The notice has a button for what is nearest. */
function afterNotice({ intent }: Question): readonly Suggested[] {
  const hasNoAnswer = intent === 'signOut' || intent === 'feedback';
  return hasNoAnswer ? [] : ['myCourses', 'overdue', 'help'];
}
