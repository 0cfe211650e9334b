import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { isOneOf, toTerms, type Concept } from './terms';
import { toTokens } from './tokens';

/** Commands that are answered without looking at anything. */
// prettier-ignore
const plainTalk: readonly Concept[] = [
  'help', 'signOut', 'greeting', 'polite', 'request', 'show', 'i', 'me', 'you', 'for', 'filler', 'article',
];
/** What names a course outright. */
const naming: readonly Concept[] = ['details', 'about', 'open', 'course'];
/** What else may stand before a title that is asked for. */
const leads: readonly Concept[] = [...naming, 'greeting', 'polite', 'request', 'show', 'article'];

/** The texts that are a title if the phrase names one as a whole, which only a list can tell. */
export interface TitleGuesses {
  readonly texts: readonly string[];
  /** By "tell me about", "open", "course" and the like, so that it names one or nothing. */
  readonly isNamed: boolean;
}

/** All of the phrase, and what follows the words that ask for a course; none of greetings, help and signing out. */
export function toTitleGuesses(phrase: string, at: Moment): TitleGuesses {
  const clean = cleanPhrase(phrase);
  const tokens = toTokens(clean);
  const terms = toTerms(tokens, at);
  if (terms.every((term) => isOneOf(term, ...plainTalk))) return { texts: [], isNamed: false };
  const end = terms.findIndex((term) => !isOneOf(term, ...leads) && term.word !== 'open');
  const lead = terms.slice(0, end < 0 ? terms.length : end);
  const texts = tokens
    .filter(({ from }) => from < (terms[lead.length]?.from ?? clean.length))
    .map(({ to }) => clean.slice(to).replace(/^[\s:,;-]+/, ''));
  return {
    texts: [clean, ...texts].filter(Boolean),
    isNamed: lead.some((term) => isOneOf(term, ...naming) || term.word === 'open'),
  };
}
