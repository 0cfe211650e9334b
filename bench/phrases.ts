import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { understand } from '../src/phrases/understand';
import type { Figure } from './figure';

const ROUNDS = 200;

/** Measures milliseconds per phrase: of known phrases, and of phrases with words that no cache contains. */
export function measurePhrases(): readonly Figure[] {
  const at = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Berlin', locale: 'en-US' };
  const phrases = readPhrases();
  for (const phrase of phrases) understand(phrase, at);

  const typed = timePerPhrase(phrases, (phrase) => understand(phrase, at));
  const fresh = timePerPhrase(phrases, (phrase, round) => understand(`${phrase} about topic${round}x`, at));
  return [
    { name: 'understanding a phrase', value: typed, unit: 'ms', atMost: 1 },
    { name: 'understanding a phrase with new words', value: fresh, unit: 'ms', atMost: 1 },
  ];
}

function timePerPhrase(phrases: readonly string[], work: (phrase: string, round: number) => void): number {
  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    for (const phrase of phrases) work(phrase, round);
  }
  return (performance.now() - startedAt) / (ROUNDS * phrases.length);
}

function readPhrases(): readonly string[] {
  const file = join(__dirname, '../test/phrases/phrases.json');
  const samples = JSON.parse(readFileSync(file, 'utf8')) as readonly { readonly phrase: string }[];
  return samples.map(({ phrase }) => phrase);
}
