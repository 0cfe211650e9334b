import { grammarWords } from './grammar-words';
import { learningWords } from './learning-words';
import { talkWords } from './talk-words';
import { timeWords } from './time-words';

/** The concept of each form. Hyphens count as spaces; misspellings need no form (see spelling.ts). */
const vocabulary = { ...talkWords, ...learningWords, ...timeWords, ...grammarWords };

export type VocabularyConcept = keyof typeof vocabulary;

/** Every form with its concept; forms of several words also without the spaces ("nextweek"). */
export const conceptOfForm: ReadonlyMap<string, VocabularyConcept> = readForms();

function readForms(): ReadonlyMap<string, VocabularyConcept> {
  const concepts = new Map<string, VocabularyConcept>();
  for (const [concept, forms] of Object.entries(vocabulary)) {
    if (!isConcept(concept)) continue;
    for (const form of forms.trim().split(/,\s+/)) concepts.set(form, concept);
  }
  for (const [form, concept] of [...concepts]) {
    const joined = form.replaceAll(' ', '');
    if (joined.length >= 6 && !concepts.has(joined)) concepts.set(joined, concept);
  }
  return concepts;
}

function isConcept(name: string): name is VocabularyConcept {
  return Object.hasOwn(vocabulary, name);
}
