import { findReports, type DirectReport } from '../src/domain/direct-report';
import { htmlToText } from '../src/graph/learning/html-to-text';
import { understand } from '../src/phrases/understand';
import type { Figure } from './figure';
import { medianProcessorMs } from './process-figures';

const ROUNDS = 15;
/** Size of the large input divided by that of the small one. */
const LARGER = 10;
/** Quadratic work would take 100 times as long. */
const AT_MOST = 3 * LARGER;

const HTML_PARTS = ['<script>', '<!--', '<', '&#', '<div ', '\n \n'];
const PHRASE_PARTS = ['overdue courses ', `"'`, 'xq zt ', 'Ben ', '<at'];

/** Measures how many times longer work takes on an input ten times as large, which does not depend on the machine. */
export function measureGrowth(): readonly Figure[] {
  const at = { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' };
  return [
    toFigure('a note with ten times the HTML', HTML_PARTS, (part, size) => {
      htmlToText(part.repeat(size * 200));
    }),
    toFigure('a phrase ten times as long', PHRASE_PARTS, (part, size) => {
      understand(part.repeat(size * 200), at);
    }),
    toFigure('a name among ten times the people', ['nmae person '.repeat(25)], (typed, size) => {
      findReports(people.slice(0, size * 100), typed);
    }),
  ];
}

const people = Array.from({ length: LARGER * 100 }, (_, index): DirectReport => ({
  userId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  displayName: `Name${index} Person`,
  isEnabled: true,
}));

/** The figure for the part that grows most. */
function toFigure(
  name: string,
  parts: readonly string[],
  work: (part: string, size: number) => void,
): Figure {
  const ratios = parts.map((part) => {
    const [small, large] = [1, LARGER].map((size) =>
      medianProcessorMs(ROUNDS, () => {
        work(part, size);
      }),
    );
    return (large ?? NaN) / (small ?? NaN);
  });
  return { name, value: Math.max(...ratios), unit: 'times', atMost: AT_MOST };
}
