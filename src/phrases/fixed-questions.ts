import type { Question } from '../domain/question';
import { isExport } from './export-question';
import { has, isOneOf, isTopic, type Concept, type Terms } from './terms';

/** Words that may stand around "help" or "sign out" without changing what is asked. */
// prettier-ignore
const light: readonly Concept[] = [
  'i', 'me', 'my', 'you', 'to', 'how', 'do', 'for', 'article', 'filler', 'be', 'modal', 'need', 'have', 'show', 'details',
  'greeting', 'polite', 'request', 'third', 'what', 'and', 'we', 'thing', 'about', 'there', 'team', 'everyone', 'all',
];

/** Recognizes questions by set phrases: help, sign out, who looked, export, and what is out of scope. */
export function readFixedQuestion(spoken: Terms, terms: Terms, clean: string): Question | undefined {
  if (terms.length === 0) {
    return has(spoken, 'greeting') || /^\?+$/.test(clean) ? { intent: 'help' } : { intent: 'unknown' };
  }
  if (isOnly(spoken, 'signOut')) return { intent: 'signOut' };
  if (isOnly(spoken, 'help') || isOnly(terms, 'greeting')) return { intent: 'help' };
  if (isWhoLooked(terms)) return { intent: 'whoLooked' };
  if (isExport(terms)) return { intent: 'export' };
  return isOutOfScope(terms) ? { intent: 'unknown' } : undefined;
}

function isOnly(terms: Terms, concept: Concept): boolean {
  return has(terms, concept) && terms.every((term) => isOneOf(term, concept, ...light));
}

function isWhoLooked(terms: Terms): boolean {
  if (has(terms, 'audit')) return !has(terms, 'wrongNoun', 'wrongVerb');
  const looked = terms.findIndex(
    (term) => isOneOf(term, 'look') || /^(?:open(?:ed)?|check|see|know)$/.test(term.word),
  );
  if (looked < 0 || has(terms, 'wrongNoun', 'i', 'you', 'not')) return false;
  const watched = terms.slice(looked);
  const asks = terms
    .slice(0, looked)
    .some((term) => isOneOf(term, 'who', 'anyone', 'everyone', 'team', 'have', 'did'));
  return (
    asks && has(watched, 'my', 'me') && !watched.some((term) => isOneOf(term, 'other') && !isTopic(term.word))
  );
}

// prettier-ignore
const beforeVerb: readonly Concept[] = [
  'i', 'me', 'you', 'to', 'need', 'modal', 'do', 'we', 'show', 'how', 'filler', 'not', 'and',
];

/** Whether the main verb is one that the bot does not serve: "assign fire safety to Ben", "how do I book…". */
function isOutOfScope(terms: Terms): boolean {
  const [head] = terms;
  if (isOneOf(head, 'finish', 'complete', 'start') && terms.some((term) => term.word === 'for me'))
    return true;
  return terms.some(
    (term, at) =>
      isOneOf(term, 'wrongVerb') &&
      !term.possessive &&
      terms.slice(0, at).every((one) => isOneOf(one, ...beforeVerb)),
  );
}
