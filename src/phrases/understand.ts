import { upcomingWindows, type Question } from '../domain/question';
import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { markNames } from './known-names';
import { readFilter } from './filter';
import { readFixedQuestion } from './fixed-questions';
import { readSentence, type Reading } from './reading';
import { strip } from './strip';
import { courseNouns, has, isOneOf, toTerms, type Concept, type Term } from './terms';
import { toTokens } from './tokens';

const unknown: Question = { intent: 'unknown' };

/**
 * What a phrase asks of the bot, by the rules of docs/reference/phrases.md#questions. The full name of one of `people`
 * is that person, whatever its words mean. Quotation marks around all of it do not count, unless it asks for nothing
 * without them: then it is a title. Never throws; what it cannot read is `unknown`.
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
  // Who looked at a colleague's courses is not ours to tell.
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
  ...courseNouns, 'status', 'overdue', 'due', 'dueDate', 'required', 'recommended', 'self', 'finish', 'finished',
  'complete', 'incomplete', 'start', 'started', 'inProgress', 'notStarted', 'history', 'need', 'assigned', 'doing',
];

function isAboutLearning({ around, isTitleCertain }: Reading): boolean {
  return isTitleCertain || has(around, ...learning);
}

const windows: readonly Concept[] = [...upcomingWindows, 'all'];
// prettier-ignore
const besideWindow: readonly Concept[] = [
  ...windows, 'what', 'be', 'i', 'me', 'my', 'have', 'do', 'for', 'filler', 'show', 'thing', 'third', 'there', 'article', 'and', 'modal',
];

/** "and next week?", "show me everything": short for courses, as long as nothing else is asked. */
function isMerelyWindow(around: readonly Term[]): boolean {
  return has(around, ...windows) && around.every((term) => isOneOf(term, ...besideWindow));
}

const teamwork: readonly Concept[] = ['who', 'anyone', 'everyone', 'team', 'we', 'teammate'];

/** Not "courses whose deadline …", and not "who assigned me …", which asks about a course. */
function isAboutTeam(around: readonly Term[]): boolean {
  if (has(around, 'assigned') && has(around, 'me')) return false;
  return around.some((term, at) => isOneOf(term, ...teamwork) && !isOneOf(around[at - 1], ...courseNouns));
}

/** "tell Ben he is late", "give Ben …": a message to somebody, which we do not deliver. */
function isToldToPerson(around: readonly Term[]): boolean {
  return around.some(
    (term, at) => /^(?:tell|give|bring|get|let)$/.test(term.word) && isOneOf(around[at + 1], 'person'),
  );
}
