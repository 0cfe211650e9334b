import { cleanPhrase } from './clean-phrase';
import type { Moment } from './dates';
import { strip } from './strip';
import { has, isOneOf, toTerms } from './terms';
import { toTokens } from './tokens';

// prettier-ignore
const feedback: ReadonlySet<string> = new Set([
  'feedback', 'send feedback', 'give feedback', 'leave feedback', 'share feedback', 'i have feedback', 'send us feedback',
  'give us feedback', 'send you feedback', 'give you feedback', 'contact', 'contact us', 'contact support', 'support',
  'get support', 'report a problem', 'report problem', 'report an issue', 'report a bug', 'report bug',
]);
/** Words before what is asked, and signs after it, that change nothing. */
const around =
  /^(?:please |i want to |i would like to |how (?:do|can) i |can i |where can i )+|(?:,? please)?[.!?]*$/g;

/**
 * Recognizes small talk that has an answer of its own; `undefined` for any other phrase. `understand` knows neither
 * kind: both are missing in docs/reference/phrases.md#questions.
 */
export function readTalk(phrase: string, at: Moment): 'greeting' | 'feedback' | undefined {
  const clean = cleanPhrase(phrase);
  if (feedback.has(clean.toLowerCase().replace(around, ''))) return 'feedback';
  const spoken = toTerms(toTokens(clean), at);
  const rest = strip(spoken);
  const isGreeting = rest.every((term) => isOneOf(term, 'greeting')) && has(spoken, 'greeting');
  return isGreeting ? 'greeting' : undefined;
}
