import { createHash } from 'node:crypto';

type Motif = (numbers: readonly number[]) => string;

const WIDTH = 320;
const HEIGHT = 180;

/** Start and end of the background gradient, shapes, highlight. */
const PALETTES = [
  ['#4f52b2', '#7f85f5', '#c5cbfa', '#ffd166'],
  ['#0b6a6f', '#27a5a8', '#b9ecec', '#ffcf70'],
  ['#8e3a59', '#d0637c', '#fbd3d9', '#ffe3a3'],
  ['#0f4c81', '#3a8dde', '#c7e3ff', '#ffb86b'],
  ['#5a3d8a', '#a068d6', '#e6d3ff', '#9ff0c8'],
  ['#7a4a12', '#d18a34', '#fce4c0', '#fff3d6'],
  ['#1f5f3b', '#49a96f', '#cdf2d8', '#ffe08a'],
] as const;

const MOTIFS: readonly Motif[] = [hills, discs, bars, waves, tiles];

/**
 * Draws a course picture as SVG, 320 by 180. A hash of the address decides palette, motif and sizes; its text is not in
 * the picture.
 */
export function drawCoursePicture(url: string): string {
  const numbers = [...createHash('sha256').update(url).digest()];
  const [from, to, shape, highlight] = pick(PALETTES, numbers[0]);
  const motif = pick(MOTIFS, numbers[1]);
  const sunX = scale(numbers[2], 40, WIDTH - 40);
  const sunY = scale(numbers[3], 30, 70);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#g)"/>
<circle cx="${sunX}" cy="${sunY}" r="${scale(numbers[4], 16, 34)}" fill="${highlight}" opacity=".9"/>
<g fill="${shape}" stroke="none">${motif(numbers.slice(5))}</g>
</svg>
`;
}

function hills(numbers: readonly number[]): string {
  return [0, 1, 2]
    .map((row) => {
      const peak = scale(numbers[row], 50 + row * 28, 90 + row * 28);
      const x = scale(numbers[row + 3], 40, WIDTH - 40);
      return `<path opacity="${0.25 + row * 0.25}" d="M-60 ${HEIGHT} Q ${x} ${peak - 60} ${WIDTH + 60} ${HEIGHT} Z"/>`;
    })
    .join('');
}

function discs(numbers: readonly number[]): string {
  return [0, 1, 2, 3, 4, 5]
    .map((index) => {
      const [x, y, r] = numbers.slice(index * 3);
      const attributes = `cx="${scale(x, 0, WIDTH)}" cy="${scale(y, 30, HEIGHT)}" r="${scale(r, 10, 52)}"`;
      return `<circle ${attributes} opacity="${0.18 + (index % 4) * 0.12}"/>`;
    })
    .join('');
}

function bars(numbers: readonly number[]): string {
  const width = WIDTH / 8;
  return numbers
    .slice(0, 8)
    .map((number, index) => {
      const height = scale(number, 24, 130);
      const attributes = `x="${index * width + 6}" y="${HEIGHT - height}" width="${width - 12}" height="${height + 8}"`;
      return `<rect ${attributes} rx="6" opacity="${0.35 + (index % 3) * 0.2}"/>`;
    })
    .join('');
}

function waves(numbers: readonly number[]): string {
  return [0, 1, 2, 3]
    .map((row) => {
      const y = 84 + row * 26;
      const swing = scale(numbers[row], 10, 34);
      const step = WIDTH / 4;
      return `<path opacity="${0.2 + row * 0.15}" d="M0 ${y} q ${step / 2} ${-swing} ${step} 0 t ${step} 0 t ${step} 0 t ${step} 0 V ${HEIGHT} H 0 Z"/>`;
    })
    .join('');
}

function tiles(numbers: readonly number[]): string {
  const size = 40;
  return numbers
    .slice(0, 20)
    .map((number, index) => {
      const x = (index % 8) * size;
      const y = HEIGHT - size * (1 + Math.floor(index / 8));
      const shape = number % 2 === 0 ? `M${x} ${y} h${size} v${size} z` : `M${x} ${y} v${size} h${size} z`;
      return `<path opacity="${(0.15 + (number % 5) * 0.13).toFixed(2)}" d="${shape}"/>`;
    })
    .join('');
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], number = 0): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}

/** Scales a byte to a whole number between two bounds. */
function scale(byte = 0, from: number, to: number): number {
  return Math.round(from + (byte / 255) * (to - from));
}
