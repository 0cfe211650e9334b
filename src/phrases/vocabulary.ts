import { grammarWords } from './grammar-words';
import { learningWords } from './learning-words';
import { talkWords } from './talk-words';
import { timeWords } from './time-words';

/**
 * The concept of each form; "(the|)" stands for a choice of words. Hyphens count as spaces; misspellings need no form
 * (see spelling.ts).
 */
const vocabulary = { ...talkWords, ...learningWords, ...timeWords, ...grammarWords };

export type VocabularyConcept = keyof typeof vocabulary;

/** Every form with its concept; forms of several words also without the spaces ("nextweek"). */
export const conceptOfForm: ReadonlyMap<string, VocabularyConcept> = readForms();

function readForms(): ReadonlyMap<string, VocabularyConcept> {
  const concepts = new Map<string, VocabularyConcept>();
  for (const concept of Object.keys(vocabulary) as VocabularyConcept[]) {
    const forms = vocabulary[concept].trim().split(/,\s+/);
    for (const form of forms.flatMap(withEachChoice)) concepts.set(form, concept);
  }
  for (const [form, concept] of [...concepts]) {
    const joined = form.replaceAll(' ', '');
    if (joined.length >= 6 && !concepts.has(joined)) concepts.set(joined, concept);
  }
  return concepts;
}

/** "past (the|) deadline" → "past the deadline", "past deadline". */
function withEachChoice(form: string): readonly string[] {
  const [choice, options] = /\(([^()]*)\)/.exec(form) ?? [];
  if (choice === undefined || options === undefined) return [form.replace(/ +/g, ' ').trim()];
  return options.split('|').flatMap((option) => withEachChoice(form.replace(choice, option)));
}
