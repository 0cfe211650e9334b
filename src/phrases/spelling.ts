import { distance } from 'fastest-levenshtein';
import { LRUCache } from 'lru-cache';

export interface Correction {
  /** The known word that a misspelt one means; undefined when none is near enough. */
  readonly word: string | undefined;
  /** At most `slipCost` for a typing slip: letters swapped, doubled or left out. */
  readonly cost: number;
}

export const slipCost = 1.15;

export function createSpelling(known: Iterable<string>): (word: string) => Correction {
  const byLength = new Map<number, string[]>();
  for (const word of known) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  const corrections = new LRUCache<string, Correction>({
    max: 5000,
    memoMethod: (word) => findNearest(word, byLength),
  });
  return (word) => corrections.memo(word);
}

function findNearest(word: string, byLength: ReadonlyMap<number, readonly string[]>): Correction {
  let nearest: Correction = { word: undefined, cost: Infinity };
  if (word.length < 3 || word.length > 20 || /\d/.test(word)) return nearest;
  for (let length = Math.max(3, word.length - 2); length <= word.length + 2; length++) {
    for (const known of byLength.get(length) ?? []) {
      const cost = mistakes(word, known);
      if (cost < nearest.cost) nearest = { word: known, cost };
    }
  }
  return nearest;
}

/**
 * How wrong `typed` is as a spelling of `known`; Infinity when it is more likely another word. Swapped, doubled and
 * missing letters are typing slips. A wrong letter in a short word makes another word ("Owen" is not "open"). Long words
 * may have two mistakes.
 */
function mistakes(typed: string, known: string): number {
  const edits = distance(typed, known);
  if (edits > 3) return Infinity;
  const isSameStart = typed.startsWith(known.charAt(0));
  const isSwap = edits === 2 && swapsOf(typed).includes(known);
  if (edits === 0 || isSwap) return isSameStart ? 0.8 : slipCost;
  if (edits === 1) return isSameStart || known.length >= 6 ? costOfOne(typed, known) : Infinity;
  return isSameStart ? costOfSeveral(edits, typed, known) : Infinity;
}

function costOfOne(typed: string, known: string): number {
  const isShort = known.length < 5;
  if (typed.length === known.length) return isShort ? Infinity : 1.2;
  if (typed.length > known.length) return isDoubling(typed, known) ? 0.7 : 1.1;
  return known.length >= 4 ? 1 : Infinity;
}

function costOfSeveral(edits: number, typed: string, known: string): number {
  if (edits === 2 && Math.min(typed.length, known.length) >= 8) return 2;
  // One swap together with one more slip: the swap undone leaves a single edit.
  const isSwapAndSlip =
    known.length >= 6 && swapsOf(typed).some((restored) => distance(restored, known) === 1);
  return isSwapAndSlip ? 1.9 : Infinity;
}

/** One letter of `known` typed twice. */
function isDoubling(typed: string, known: string): boolean {
  let at = 0;
  while (typed[at] === known[at]) at++;
  return typed[at] === typed[at - 1];
}

/** The word with two neighboring letters swapped, at each position. */
function swapsOf(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) =>
    [word.slice(0, at), word.charAt(at + 1), word.charAt(at), word.slice(at + 2)].join(''),
  );
}
