import { courseNouns, isOneOf, type Concept, type Term, type Terms } from './terms';

/** Words that may stand around the request without changing what is asked. */
// prettier-ignore
const light: readonly Concept[] = [
  ...courseNouns, 'i', 'me', 'my', 'we', 'you', 'team', 'teammate', 'everyone', 'all', 'article', 'third', 'thing', 'to',
  'for', 'and', 'filler', 'show', 'have', 'do', 'modal', 'need', 'polite', 'request', 'greeting', 'what', 'how', 'status',
];
const VERB = /^(?:export|download)$/;
const FORM = /^(?:csv|file|files|excel|spreadsheet|sheet|xlsx?)$/;
const REST = /^(?:list|lists|it|data|overview|table|save|reports?)$/;
/** Before the form that is wanted: "the team as a file", "an excel file". A course may be on a list "in excel". */
const BEFORE_FORM = /^(?:as|into|a|an|excel|csv)$/;

/** Whether the team is wanted as a file: "export my team", "download the team as a file", "give me this as csv". */
export function isExport(terms: Terms): boolean {
  const isLight = (term: Term): boolean =>
    isOneOf(term, ...light) || [VERB, FORM, REST].some((words) => words.test(term.word));
  return terms.every(isLight) && terms.some((term, at) => isVerb(term, terms[at - 1]) || isForm(terms, at));
}

/** Not "the export course". */
function isVerb({ word }: Term, before: Term | undefined): boolean {
  return VERB.test(word) && !isOneOf(before, 'article');
}

/** "excel" alone may be a title, and "file" alone says too little. */
function isForm(terms: Terms, at: number): boolean {
  const { word = '' } = terms[at] ?? {};
  return word === 'csv' || (FORM.test(word) && BEFORE_FORM.test(terms[at - 1]?.word ?? ''));
}
