import { upcomingWindows, type Question } from '../domain/question';
import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { markNames } from './known-names';
import { readFilter } from './filter';
import { readFixedQuestion } from './fixed-questions';
import { readSentence, type Reading } from './reading';
import { strip } from './strip';
import { completionVerbs, courseNouns, has, isOneOf, toTerms, type Concept, type Terms } from './terms';
import { toTokens } from './tokens';

const unknown: Question = { intent: 'unknown' };

/**
 * The question that a phrase asks, by the rules of docs/reference/phrases.md#questions. The full name of one of `people`
 * is that person, whatever its words mean. Quotation marks around the whole phrase are dropped; if it then asks nothing,
 * it is a title. Never throws; a phrase that it cannot read is `unknown`.
 */
export function understand(phrase: string, at: Moment, people: readonly string[] = []): Question {
  const clean = markNames(cleanPhrase(phrase), people);
  const quoted = /^(?:"([^"]+)"|'(.+)')[.?!]*$/.exec(clean);
  const question = quoted === null ? unknown : read(quoted[1] ?? quoted[2] ?? '', at);
  return question.intent === 'unknown' ? read(clean, at) : question;
}

function read(clean: string, at: Moment): Question {
  const spoken = toTerms(toTokens(clean), at);
  const terms = strip(spoken);
  const fixed = readFixedQuestion(spoken, terms, clean);
  if (fixed !== undefined) return fixed;
  const reading = readSentence(terms, clean);
  return reading === undefined ? unknown : toQuestion(reading);
}

function toQuestion(reading: Reading): Question {
  if (reading.person !== undefined) return aboutPerson(reading, reading.person);
  return isAboutTeam(reading.around) ? aboutTeam(reading) : aboutMe(reading);
}

function aboutPerson(reading: Reading, person: string): Question {
  const { around } = reading;
  // Only the person may ask who looked at their courses.
  if (isToldToPerson(around) || (has(around, 'who') && has(around, 'look'))) return unknown;
  const isNameAlone = around.every(
    (term) => isOneOf(term, 'person') && term.wholeName && !term.word.includes('@'),
  );
  const asks =
    isNameAlone ||
    has(around, 'show', 'look', 'details', 'how') ||
    (has(around, 'what') && has(around, 'have'));
  if (!asks && !isAboutLearning(reading)) return unknown;
  return { intent: 'teammateStatus', person, filter: readFilter(reading, 'any') };
}

function aboutTeam(reading: Reading): Question {
  const { around, text } = reading;
  const isShort =
    has(around, 'team', 'we') && (text === '' || around.some(({ word }) => word.startsWith('how far')));
  if (!isShort && !isAboutLearning(reading)) return unknown;
  return { intent: 'teamStatus', filter: readFilter(reading, 'any') };
}

function aboutMe(reading: Reading): Question {
  const isShort = reading.text === '' && isMerelyWindow(reading.around);
  if (!isShort && !isAboutLearning(reading)) return unknown;
  if (reading.isOneCourse) return { intent: 'courseDetails', text: reading.text };
  return { intent: 'myCourses', filter: readFilter(reading, 'open') };
}

// prettier-ignore
const learning: readonly Concept[] = [
  ...courseNouns, ...completionVerbs, 'status', 'overdue', 'due', 'dueDate', 'required', 'recommended', 'self', 'history',
  'need', 'assigned', 'doing',
];

function isAboutLearning({ around, isTitleCertain }: Reading): boolean {
  return isTitleCertain || has(around, ...learning);
}

const windows: readonly Concept[] = [...upcomingWindows, 'all'];
// prettier-ignore
const besideWindow: readonly Concept[] = [
  ...windows, 'what', 'be', 'i', 'me', 'my', 'have', 'do', 'for', 'filler', 'show', 'thing', 'third', 'there', 'article', 'and', 'modal',
];

/** "and next week?", "show me everything": short for courses when nothing else is asked. */
function isMerelyWindow(around: Terms): boolean {
  return has(around, ...windows) && around.every((term) => isOneOf(term, ...besideWindow));
}

const teamwork: readonly Concept[] = ['who', 'anyone', 'everyone', 'team', 'we', 'teammate'];

/** Not "courses whose deadline …", "who assigned me …" or "who assigned fire safety?": these ask about a course. */
function isAboutTeam(around: Terms): boolean {
  if (has(around, 'assigned') && has(around, 'me')) return false;
  if (around.some((term, at) => isOneOf(term, 'who') && around[at + 1]?.word === 'assigned')) return false;
  return around.some((term, at) => isOneOf(term, ...teamwork) && !isOneOf(around[at - 1], ...courseNouns));
}

/** "tell Ben he is late", "give Ben …": the bot passes nothing on to people. */
function isToldToPerson(around: Terms): boolean {
  return around.some(
    (term, at) => /^(?:tell|give|bring|get|let)$/.test(term.word) && isOneOf(around[at + 1], 'person'),
  );
}
