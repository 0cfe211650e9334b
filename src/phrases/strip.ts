import { isOneOf, type Concept, type Term, type Terms } from './terms';

const around: readonly Concept[] = ['greeting', 'polite', 'request'];
const questionWords: readonly Concept[] = ['what', 'when', 'how', 'howMany', 'howLong', 'who', 'whether'];
const verbs: readonly Concept[] = ['finish', 'complete', 'start', 'not', 'do', 'have', 'look', 'show'];

/** The sentence without greetings, polite words and a lead such as "could you tell me" or "my boss wants to know". */
export function strip(terms: Terms): Terms {
  const start = terms.findIndex((term) => !isOneOf(term, ...around));
  if (start < 0) return [];
  const question = terms.findIndex(
    (term, at) => at > start && isOneOf(term, ...questionWords) && isOneOf(terms[at - 1], 'show', 'request'),
  );
  const lead = terms.slice(start, Math.max(question, start));
  const isOrder = lead.some((term) => isOneOf(term, 'wrongVerb', 'title'));
  const sentence = terms.slice(isOrder ? start : start + lead.length);
  return sentence.filter((term) => !isOneOf(term, 'polite', 'request')).map(settleDid);
}

/** "who did fire safety": when no other verb follows, "did" means "finished". */
function settleDid(term: Term, at: number, terms: Terms): Term {
  if (!isOneOf(term, 'did') || isOneOf(terms[at + 1], ...verbs)) return term;
  const subject = terms.slice(0, at).findLast((one) => !isOneOf(one, 'filler', 'past'));
  return isOneOf(subject, 'who', 'team', 'everyone') ? { ...term, concept: 'finished' } : term;
}
