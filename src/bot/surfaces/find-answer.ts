import type { Question } from '../../domain/question';
import { noteInTurn } from '../../logging/turn-context';
import type { Dispatcher } from '../dispatch';
import type { Reply } from '../routes';
import type { PendingQuestion } from '../sign-in/pending-question';
import type { SignedInTurn } from '../turn';
import type { QuestionRefiner } from './refine-question';

/** An answer, and the question that the sender's own lists show was meant. */
export interface FoundAnswer {
  readonly question: Question;
  readonly reply: Reply;
}

export type FindAnswer = (turn: SignedInTurn, asked: PendingQuestion) => Promise<FoundAnswer>;

/** Finds the answer to a question of a signed-in sender, whichever surface shows it. */
export function createFindAnswer(dispatcher: Dispatcher, refiner: QuestionRefiner): FindAnswer {
  return async function find(turn, asked) {
    const { question } = asked;
    const instead = (other: Question): Promise<FoundAnswer> =>
      find(turn, { ...asked, phrase: undefined, question: other });
    noteInTurn({ intent: question.intent });
    const meant = await refiner.beforeAnswer(turn, asked);
    if (meant !== undefined) return instead(meant);
    const answer = await dispatcher.get('question', question.intent).answer(turn, question);
    const title = await refiner.afterAnswer(turn, asked);
    if (title !== undefined) return instead(title);
    return answer.kind === 'ask' ? instead(answer.question) : { question, reply: answer };
  };
}
