import { questionSchema, type Question } from '../domain/question';
import type { Moment } from './dates';
import { recognize } from './recognize';
import { readTalk } from './talk';
import { understand } from './understand';

/**
 * What a typed phrase asks, for the conversation: as `understand`, but it tells a greeting from a call for help, knows
 * feedback, and says what of a question that was not understood is known.
 */
export function readQuestion(phrase: string, at: Moment): Question {
  const question = withinBounds(understand(phrase, at));
  const talk = readTalk(phrase, at);
  if (talk === 'feedback' || (talk === 'greeting' && question.intent === 'help')) return { intent: talk };
  if (question.intent !== 'unknown') return question;
  const recognized = recognize(phrase, at);
  return { ...question, ...(recognized !== undefined && { recognized }) };
}

/** A text that no button could send back is no title, name or search. */
function withinBounds(question: Question): Question {
  return questionSchema.safeParse(question).success ? question : { intent: 'unknown' };
}
