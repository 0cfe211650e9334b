import { isDeepStrictEqual } from 'node:util';
import { withDeadline } from '../../lib/deadline';
import type { Question } from '../../domain/question';
import { toTitleKey } from '../../lib/search-terms';
import { holdsGivenName } from '../../phrases/known-names';
import { toTitleGuesses } from '../../phrases/title-guesses';
import { understand } from '../../phrases/understand';
import type { PendingQuestion } from '../sign-in/pending-question';
import type { Dispatcher } from '../dispatch';
import type { SignedInTurn, Turn } from '../turn';

/**
 * Compares a phrase with the sender's own lists: a phrase that is exactly a title on their list, or the full name of a
 * direct report, means that course or person, whatever its words mean otherwise.
 */
export interface QuestionRefiner {
  /** Whether a question that needs no sign-in is worth one, since the phrase may be a title on the sender's list. */
  isWorthSignIn(turn: Turn, asked: PendingQuestion): boolean;
  /**
   * Returns the question that the lists show is meant, if it is a different one. Uses cached lists. Reads a list from
   * Graph only if the answer needs that list anyway, and then throws its faults, or if the phrase was not understood,
   * and then ignores a list that cannot be read in time.
   */
  beforeAnswer(turn: SignedInTurn, asked: PendingQuestion): Promise<Question | undefined>;
  /** The same for a question about the sender's own courses, by the list that was read to answer it. */
  afterAnswer(turn: SignedInTurn, asked: PendingQuestion): Promise<Question | undefined>;
}

/** Limit for reading a list that the answer does not need: a user who only mistyped should not wait longer. */
const OPTIONAL_READ_MS = 3_000;

/** Nobody types that much of a title: the page of a course's link offers it as a draft, cut at 120 characters. */
const CUT_KEY_LENGTH = 100;

type FindMeant = (
  turn: SignedInTurn,
  asked: PendingQuestion,
  mayRead: boolean,
) => Promise<Question | undefined>;

export function createQuestionRefiner(dispatcher: Dispatcher): QuestionRefiner {
  const findTitle: FindMeant = async (turn, asked, mayRead) => {
    const keys = titleKeys(turn, asked);
    if (keys.size === 0) return undefined;
    const titles = await dispatcher.get('knownNames', 'titles').list(turn, mayRead);
    const text = (titles.find((one) => keys.has(toTitleKey(one))) ?? findCut(titles, keys))?.toLowerCase();
    const { question } = asked;
    const isUnderstood = question.intent === 'courseDetails' && question.text === text;
    return text === undefined || isUnderstood ? undefined : { intent: 'courseDetails', text };
  };

  const findPerson: FindMeant = async (turn, { phrase = '', question: understood }, mayRead) => {
    const people = await dispatcher.get('knownNames', 'people').list(turn, mayRead);
    if (people.length === 0) return undefined;
    const question = understand(phrase, turn, people);
    const isOther = question.intent === 'teammateStatus' && !isDeepStrictEqual(question, understood);
    return isOther ? question : undefined;
  };

  /** Reads a list that the answer does not need. */
  function findInTime(find: FindMeant, turn: SignedInTurn, asked: PendingQuestion): ReturnType<FindMeant> {
    const reading = withDeadline(
      OPTIONAL_READ_MS,
      (signal) => find({ ...turn, signal }, asked, true),
      turn.signal,
    );
    return reading.catch(() => undefined);
  }

  return {
    isWorthSignIn: (turn, asked) =>
      asked.attempt === 1 && mayBeTitle(turn, asked) && titleKeys(turn, asked).size > 0,

    async beforeAnswer(turn, asked) {
      const { phrase, question } = asked;
      if (phrase === undefined || isSettled(question)) return undefined;
      const isUnknown = question.intent === 'unknown';
      const title = await (isUnknown || mayBeTitle(turn, asked) || question.intent === 'help'
        ? findInTime(findTitle, turn, asked)
        : findTitle(turn, asked, false));
      if (title !== undefined) return title;
      return isUnknown && holdsGivenName(phrase)
        ? findInTime(findPerson, turn, asked)
        : findPerson(turn, asked, question.intent === 'teammateStatus');
    },

    async afterAnswer(turn, asked) {
      return isOwnList(asked.question) ? findTitle(turn, asked, false) : undefined;
    },
  };
}

/** Whether the phrase may be a title on the sender's list although its question is not about their courses. */
function mayBeTitle(turn: Turn, { phrase = '', question }: PendingQuestion): boolean {
  if (question.intent === 'unknown') return true;
  return !isOwnList(question) && toTitleGuesses(phrase, turn).isNamed;
}

function isOwnList({ intent }: Question): boolean {
  return intent === 'myCourses' || intent === 'courseDetails';
}

/** Whether the lists cannot change the question: it signs out, or is about a mentioned person. */
function isSettled(question: Question): boolean {
  return question.intent === 'signOut' || ('mentioned' in question && question.mentioned !== undefined);
}

function titleKeys(turn: Turn, { phrase = '' }: PendingQuestion): ReadonlySet<string> {
  const keys = toTitleGuesses(phrase, turn).texts.map(toTitleKey);
  return new Set(keys.filter((key) => key !== ''));
}

/** Returns the only title that begins with a long text. */
function findCut(titles: readonly string[], keys: ReadonlySet<string>): string | undefined {
  const beginnings = [...keys].filter(({ length }) => length >= CUT_KEY_LENGTH);
  if (beginnings.length === 0) return undefined;
  const found = titles.filter((one) => beginnings.some((key) => toTitleKey(one).startsWith(key)));
  return new Set(found).size === 1 ? found[0] : undefined;
}
