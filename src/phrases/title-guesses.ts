import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { isOneOf, toTerms, type Concept } from './terms';
import { toTokens } from './tokens';

/** Terms of phrases that name no title. */
// prettier-ignore
const plainTalk: readonly Concept[] = [
  'help', 'signOut', 'greeting', 'polite', 'request', 'show', 'i', 'me', 'you', 'for', 'filler', 'article',
];
const naming: readonly Concept[] = ['details', 'about', 'open', 'course'];
const leads: readonly Concept[] = [...naming, 'greeting', 'polite', 'request', 'show', 'article'];

/** Texts that may be titles; only the list of courses can tell. */
export interface TitleGuesses {
  readonly texts: readonly string[];
  /** A word such as "about", "open" or "course" says that a title follows. */
  readonly isNamed: boolean;
}

/** The whole phrase, and what follows its lead words; nothing for greetings, help and signing out. */
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
