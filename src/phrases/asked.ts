import { upcomingWindows, type AskedOfCourse, type AskedOfList, type Question } from '../domain/question';
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
  if (has(around, 'did', 'finished')) return has(around, ...finished) ? 'whenFinished' : undefined;
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
  return hasWord(around, /\bstill\b/);
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
  if (!isWhether && !beginsAsQuestion(around)) return undefined;
  if (due === 'any') return status === 'any' && asksWhetherAll(around) ? 'allFinished' : undefined;
  return status === 'open' && asksWhetherAny(around) ? 'any' : undefined;
}

/** "do I have …", "anything due …". */
function beginsAsQuestion([head]: Terms): boolean {
  return isOneOf(head, 'do', 'did', 'be', 'have', 'there') || head?.word.startsWith('any') === true;
}

/** Not "is anything finished". */
function asksWhetherAll(around: Terms): boolean {
  return has(around, ...finished) && !has(around, 'someday') && !hasWord(around, /^(?:any|some|no)/);
}

/** Not "is everything due this week", "did I finish what is overdue" or "is nothing overdue". */
function asksWhetherAny(around: Terms): boolean {
  return !has(around, 'all', ...finished) && !hasWord(around, /^no/) && countWindows(around) === 1;
}

function hasWord(around: Terms, words: RegExp): boolean {
  return around.some(({ word }) => words.test(word));
}

/** "due today or overdue" is more than a list shows. */
function countWindows(around: Terms): number {
  return new Set(
    around.flatMap((term) => (isOneOf(term, 'overdue', ...upcomingWindows) ? [term.concept] : [])),
  ).size;
}
