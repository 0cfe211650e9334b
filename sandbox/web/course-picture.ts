import { createHash } from 'node:crypto';
import { DATA_SCENES } from './scenes/data';
import { PEOPLE_SCENES } from './scenes/people';
import { SAFETY_SCENES } from './scenes/safety';
import type { Colors, Scenes } from './scenes/shapes';

interface Palette extends Colors {
  /** Start and end of the background. */
  readonly from: string;
  readonly to: string;
}

const WIDTH = 320;
const HEIGHT = 180;

const PALETTES: readonly Palette[] = [
  { from: '#5b5fc7', to: '#8b8ff0', ink: '#2b2d6e', paper: '#f7f7ff', accent: '#ffc94d', tint: '#c3c5f7' },
  { from: '#0b7076', to: '#2fa8a6', ink: '#06484d', paper: '#f2fdfb', accent: '#ffb454', tint: '#a8e0da' },
  { from: '#a23b62', to: '#d8728f', ink: '#5c1d37', paper: '#fff6f8', accent: '#ffd166', tint: '#f4b9c9' },
  { from: '#1463a5', to: '#4a9be0', ink: '#0b3a66', paper: '#f4faff', accent: '#ffb347', tint: '#b4d9f7' },
  { from: '#6a4799', to: '#a57bd6', ink: '#3c2560', paper: '#faf6ff', accent: '#7fe3b4', tint: '#d9c4f2' },
  { from: '#a8551b', to: '#dd9440', ink: '#5e2c0a', paper: '#fffaf2', accent: '#3fb8af', tint: '#f7d3a4' },
  { from: '#2a6b45', to: '#58ae7a', ink: '#153f27', paper: '#f5fdf8', accent: '#ffd45e', tint: '#b5e2c5' },
  { from: '#3d4a66', to: '#7586a8', ink: '#222b40', paper: '#f7f9fd', accent: '#ff9d76', tint: '#c3cde0' },
];

const SCENES: ReadonlyMap<string, Scenes[string]> = new Map(
  Object.entries({ ...SAFETY_SCENES, ...PEOPLE_SCENES, ...DATA_SCENES }),
);
/** For addresses that name no scene. */
const GENERAL_SCENES = [PEOPLE_SCENES.cap, PEOPLE_SCENES.bulb, DATA_SCENES.storyChart, PEOPLE_SCENES.letter];

/**
 * Draws a course picture as SVG, 320 by 180. The folder in the address chooses the scene (`/img/privacy/sec-101.png`), a
 * hash of the address the colors and the background; its text is not in the picture.
 */
export function drawCoursePicture(url: string): string {
  const numbers = [...createHash('sha256').update(url).digest()];
  const { from, to, ink, paper, accent, tint } = pick(PALETTES, numbers[0]);
  const scene = SCENES.get(url.split('/').at(-2) ?? '') ?? pick(GENERAL_SCENES, numbers[1]);
  const glows = [0, 1, 2].map((index) => drawGlow(numbers.slice(2 + index * 3), tint));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#g)"/>
${glows.join('')}
<g transform="translate(${WIDTH / 2} ${HEIGHT / 2})" fill="${paper}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${scene({ ink, paper, accent, tint })}</g>
</svg>
`;
}

/** A large, faint circle behind the scene. */
function drawGlow([x, y, radius]: readonly number[], color: string): string {
  const place = `cx="${scale(x, 0, WIDTH)}" cy="${scale(y, 0, HEIGHT)}" r="${scale(radius, 40, 100)}"`;
  return `<circle ${place} fill="${color}" opacity=".16"/>`;
}

function pick<T>(list: readonly T[], number = 0): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}

/** Scales a byte to a whole number between two bounds. */
function scale(byte = 0, from: number, to: number): number {
  return Math.round(from + (byte / 255) * (to - from));
}
