import { isDeepStrictEqual } from 'node:util';
import { startDeadline } from '../../lib/deadline';
import type { Question } from '../../domain/question';
import { toTitleKey } from '../../lib/search-terms';
import { holdsGivenName } from '../../phrases/known-names';
import { toTitleGuesses } from '../../phrases/title-guesses';
import type { PendingQuestion } from '../sign-in/pending-question';
import type { Dispatcher } from '../dispatch';
import type { SignedInTurn, Turn } from '../turn';

/** What a phrase asks for; `people` are full names that the asker may mean. */
export type Understand = (
  phrase: string,
  at: Pick<Turn, 'now' | 'zone' | 'locale'>,
  people?: readonly string[],
) => Question;

/**
 * What a phrase asks for by what the asker's own lists hold, which outweighs what its words mean: a text that is exactly
 * a title on their list, or the full name of somebody who reports to them. Undefined when the lists say nothing else.
 */
export interface Reread {
  /** Whether a question that needs no sign-in may be one that does: what is not understood may be a title. */
  isWorthSignIn(turn: Turn, asked: PendingQuestion): boolean;
  /**
   * By what is kept. Graph is asked where the answer needs the same list anyway, whose faults are thrown, or where
   * there would be no answer; then a list that cannot be read in time says nothing.
   */
  before(turn: SignedInTurn, asked: PendingQuestion): Promise<Question | undefined>;
  /** The same for a question about the asker's own courses, by the list that its answer was made of. */
  after(turn: SignedInTurn, asked: PendingQuestion): Promise<Question | undefined>;
}

/** Who only mistyped does not wait longer for a list. */
const UNASKED_WITHIN_MS = 3_000;

type Look = (turn: SignedInTurn, asked: PendingQuestion, mayRead: boolean) => Promise<Question | undefined>;

export function createReread(dispatcher: Dispatcher, understand: Understand): Reread {
  const findTitle: Look = async (turn, asked, mayRead) => {
    const keys = titleKeys(turn, asked);
    if (keys.size === 0) return undefined;
    const titles = await dispatcher.get('knownNames', 'titles').list(turn, mayRead);
    const text = titles.find((one) => keys.has(toTitleKey(one)))?.toLowerCase();
    const { question } = asked;
    const isUnderstood = question.intent === 'courseDetails' && question.text === text;
    return text === undefined || isUnderstood ? undefined : { intent: 'courseDetails', text };
  };

  const findPerson: Look = async (turn, { phrase = '', question: understood }, mayRead) => {
    const people = await dispatcher.get('knownNames', 'people').list(turn, mayRead);
    if (people.length === 0) return undefined;
    const question = understand(phrase, turn, people);
    const isOther = question.intent === 'teammateStatus' && !isDeepStrictEqual(question, understood);
    return isOther ? question : undefined;
  };

  /** Reads a list that nobody asked for. */
  async function lookUnasked(look: Look, turn: SignedInTurn, asked: PendingQuestion): ReturnType<Look> {
    const deadline = startDeadline(turn.signal, UNASKED_WITHIN_MS);
    try {
      return await look({ ...turn, signal: deadline.signal }, asked, true);
    } catch {
      return undefined;
    } finally {
      deadline.clear();
    }
  }

  return {
    isWorthSignIn: (turn, asked) =>
      asked.attempt === 1 && mayBeTitle(turn, asked) && titleKeys(turn, asked).size > 0,

    async before(turn, asked) {
      const { phrase, question } = asked;
      if (phrase === undefined || isSettled(question)) return undefined;
      const isUnknown = question.intent === 'unknown';
      const title = await (isUnknown || mayBeTitle(turn, asked) || question.intent === 'help'
        ? lookUnasked(findTitle, turn, asked)
        : findTitle(turn, asked, false));
      if (title !== undefined) return title;
      return isUnknown && holdsGivenName(phrase)
        ? lookUnasked(findPerson, turn, asked)
        : findPerson(turn, asked, question.intent === 'teammateStatus');
    },

    async after(turn, asked) {
      return isOwnList(asked.question) ? findTitle(turn, asked, false) : undefined;
    },
  };
}

/** The question that was understood would be answered without the list, and yet a title of it may be meant. */
function mayBeTitle(turn: Turn, { phrase = '', question }: PendingQuestion): boolean {
  if (question.intent === 'unknown') return true;
  return !isOwnList(question) && toTitleGuesses(phrase, turn).isNamed;
}

function isOwnList({ intent }: Question): boolean {
  return intent === 'myCourses' || intent === 'courseDetails';
}

/** Signing out is never a title; who was mentioned is known. */
function isSettled(question: Question): boolean {
  return question.intent === 'signOut' || ('personId' in question && question.personId !== undefined);
}

function titleKeys(turn: Turn, { phrase = '' }: PendingQuestion): ReadonlySet<string> {
  return new Set(
    toTitleGuesses(phrase, turn)
      .texts.map(toTitleKey)
      .filter((key) => key !== ''),
  );
}
