import type { en } from './en';

/** What a person sends by pressing a suggestion: understood in English alone, so it is the same in every language. */
type Phrase = 'phrase';

/** The shape of a catalogue: any string for a string, and the same parameters for a function. */
type Widened<T> = T extends string
  ? string
  : T extends boolean
    ? boolean
    : T extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : { readonly [K in keyof T]: K extends Phrase ? T[K] : Widened<T[K]> };

/** Every sentence and label of one language. English has them all; a language that lacks one does not compile. */
export type Texts = Widened<typeof en>;
