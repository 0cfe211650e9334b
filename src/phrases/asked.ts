import type { AskedOfCourse, AskedOfList, Question } from '../domain/question';
import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { readSentence, type Reading } from './reading';
import { strip } from './strip';
import { has, isOneOf, toTerms, type Terms } from './terms';
import { toTokens } from './tokens';

/**
 * The question with what its phrase asks about a course or a list, if a sentence can answer that ("when is … due?"). A
 * phrase that could be read both ways asks for nothing but the card.
 */
export function withAsked(question: Question, phrase: string, at: Moment): Question {
  if (question.intent !== 'courseDetails' && question.intent !== 'myCourses') return question;
  const clean = cleanPhrase(phrase);
  const reading = readSentence(strip(toTerms(toTokens(clean), at)), clean);
  if (reading === undefined) return question;
  if (question.intent === 'courseDetails') {
    const asks = readAskedOfCourse(reading);
    return asks === undefined ? question : { ...question, asks };
  }
  const asks = question.filter.text === '' ? readAskedOfList(reading, question.filter) : undefined;
  return asks === undefined ? question : { ...question, asks };
}

function readAskedOfCourse({ around, isWhether }: Reading): AskedOfCourse | undefined {
  if (has(around, 'howLong')) return asksForLength(around) ? 'howLong' : 'when';
  if (has(around, 'who')) return has(around, 'assigned') ? 'who' : undefined;
  if (has(around, 'when')) return readWhen(around);
  if (isWhether || asksForDuty(around)) return readWhether(around);
  return has(around, 'dueDate') ? 'when' : undefined;
}

/** "how long does … take"; not "how long do I have", "how many days until …". */
function asksForLength(around: Terms): boolean {
  const isCalendar = around.some((term) => isOneOf(term, 'howLong') && /days|weeks/.test(term.word));
  return !isCalendar && !has(around, 'have', 'due', 'dueDate');
}

/** "when did I finish …" asks for the past; when one began is not answered by a sentence. */
function readWhen(around: Terms): AskedOfCourse | undefined {
  if (has(around, 'did', 'finished')) return has(around, ...finished) ? 'finished' : undefined;
  return has(around, 'start', 'started', 'assigned') ? undefined : 'when';
}

const finished = ['finished', 'complete', 'finish'] as const;

function readWhether(around: Terms): AskedOfCourse | undefined {
  // "isn't it …", "not mandatory" and "do I still have to …" turn yes and no around.
  if (has(around, 'not', 'recommended', 'incomplete') || isStill(around)) return undefined;
  if (has(around, 'required', 'need')) return 'mandatory';
  if (has(around, ...finished)) return 'finished';
  if (has(around, 'overdue')) return 'overdue';
  return has(around, 'due', 'dueDate') ? 'when' : undefined;
}

function isStill(around: Terms): boolean {
  return around.some(({ word }) => /\bstill\b/.test(word));
}

/** "do I have to do …", "must I take …". */
function asksForDuty(around: Terms): boolean {
  const head = around.findIndex((term) => isOneOf(term, 'do', 'need'));
  return head === 0 && has(around, 'i') && has(around, 'need');
}

/** Questions about a window or about all courses of a kind. */
function readAskedOfList(
  { around, isWhether }: Reading,
  { status, due }: Extract<Question, { intent: 'myCourses' }>['filter'],
): AskedOfList | undefined {
  if (has(around, 'not', 'what', 'show', 'howMany')) return undefined;
  const [head] = around;
  const asks =
    isWhether || isOneOf(head, 'do', 'did', 'be', 'have', 'there') || head?.word.startsWith('any') === true;
  if (!asks) return undefined;
  if (due !== 'any') return status === 'open' ? 'any' : undefined;
  return status === 'any' && has(around, ...finished) ? 'allFinished' : undefined;
}
