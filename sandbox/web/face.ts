import type { Face } from '../world/face-features';

/** Face and shadow. */
const SKINS: Readonly<Record<Face['skin'], readonly [string, string]>> = {
  porcelain: ['#f7d9c6', '#e5b89e'],
  rose: ['#f3c6ac', '#dca185'],
  sand: ['#f0cba0', '#d6a778'],
  honey: ['#deae80', '#c08c5e'],
  amber: ['#c98f5f', '#a97146'],
  umber: ['#a8703f', '#87562e'],
  cocoa: ['#8a5a38', '#6b4227'],
  espresso: ['#6b452e', '#50311f'],
};

const HAIR_COLORS: Readonly<Record<Face['hairColor'], string>> = {
  black: '#26211f',
  brown: '#4e3527',
  chestnut: '#74452b',
  auburn: '#a04a26',
  blond: '#d9ae62',
  gray: '#7d7b7a',
  silver: '#c9c9cc',
  teal: '#2a7f86',
};

const BACKDROPS: Readonly<Record<Face['backdrop'], string>> = {
  sky: '#bfdcf5',
  mint: '#c3e8d5',
  peach: '#fbd5bb',
  lilac: '#dccdf3',
  lemon: '#f8e3a1',
  rose: '#f6ccd4',
  sea: '#b5e0e2',
  stone: '#d9d8d4',
};

const CLOTHES: Readonly<Record<Face['clothes'], string>> = {
  navy: '#29406e',
  teal: '#1c7478',
  plum: '#73396c',
  rust: '#b05431',
  moss: '#56713c',
  indigo: '#4f52b2',
  charcoal: '#474a52',
  crimson: '#a5313f',
};

const HEAD = 'M28 38C28 23 36 16 48 16s20 7 20 22c0 16-9 28-20 28S28 54 28 38Z';
const DARK = '#2a2422';

interface Hair {
  /** Drawn behind the head. */
  readonly behind?: string;
  /** Drawn over the head. */
  readonly front?: string;
}

const CROP = 'M27 38C26 21 36 12 48 12s22 9 21 26c-2-9-8-14-21-14s-19 5-21 14Z';
const PART = 'M26 42C23 19 36 9 51 10c14 0 21 14 19 32-1-8-4-13-8-16-11 1-19-2-25-8-1 9-8 13-11 24Z';

const HAIRS: Readonly<Record<Face['hair'], Hair>> = {
  bald: {},
  crop: { front: path(CROP) },
  short: {
    front: path('M26 41C22 18 34 9 49 9c16 0 23 12 21 32-2-7-4-11-8-14-9 4-21 4-28 0-4 3-7 8-8 14Z'),
  },
  parted: { front: path(PART) },
  curls: {
    front:
      path(CROP) +
      circles([
        [30, 30, 7],
        [36, 20, 8.5],
        [47, 16, 9],
        [59, 19, 8.5],
        [66, 30, 7],
      ]),
  },
  coils: {
    behind: circles([
      [48, 27, 25],
      [28, 36, 13],
      [68, 36, 13],
    ]),
    front: path('M27 39C26 22 36 14 48 14s22 8 21 25c-3-10-9-15-21-15s-18 5-21 15Z'),
  },
  bun: { behind: circles([[48, 11, 8.5]]), front: path(CROP) },
  bob: {
    behind: path('M22 60C18 26 28 9 48 9s30 17 26 51c-6 4-12 4-14 0H36c-2 4-8 4-14 0Z'),
    front: path(PART),
  },
  fringe: {
    behind: path('M22 62C18 26 28 9 48 9s30 17 26 53c-5 3-11 3-13 0H35c-2 3-8 3-13 0Z'),
    front: path('M27 46C23 20 34 11 48 11s25 9 21 35l-4-11c-10 3-24 3-34 0Z'),
  },
  long: {
    behind: path('M20 84C18 66 16 9 48 9s30 57 28 75c-7 3-15 2-18-4H38c-3 6-11 7-18 4Z'),
    front: path('M27 46C23 20 34 11 48 11s25 9 21 35c-2-13-9-19-21-25-12 6-19 12-21 25Z'),
  },
  waves: {
    behind: path(
      'M18 74c-5-8 1-12-1-20C13 30 26 8 49 8s35 22 31 46c-2 8 4 12-1 20-4 8-13 9-18 3H36c-5 6-14 5-18-3Z',
    ),
    front: path('M26 45C22 20 34 10 50 10c15 0 23 13 20 35-2-8-6-14-11-18-8 1-17-1-22-6-2 9-9 14-11 24Z'),
  },
  scarf: {
    behind: path('M48 7C25 7 19 27 21 46c1 16-4 25-9 38h72c-5-13-10-22-9-38C77 27 71 7 48 7Z'),
    front:
      '<path fill-rule="evenodd" d="M48 7C25 7 19 27 21 46c1 14 3 29 27 33 24-4 26-19 27-33C77 27 71 7 48 7Zm0 12c12 0 18 9 18 21 0 14-8 24-18 24S30 54 30 40c0-12 6-21 18-21Z"/>' +
      '<path d="M27 58c5 12 28 18 41 6" fill="none" stroke="#0003" stroke-width="2"/>',
  },
};

const BEARDS: Readonly<Record<Face['beard'], string>> = {
  none: '',
  stubble:
    '<g opacity=".28">' +
    path('M28 42c2 8 5 9 9 9 7-3 15-3 22 0 4 0 7-1 9-9 0 14-9 24-20 24S28 56 28 42Z') +
    '</g>',
  short: path('M28 40c2 9 5 12 10 12 6-3 14-3 20 0 5 0 8-3 10-12 1 16-8 27-20 27S27 56 28 40Z'),
  full: path('M27 38c2 10 5 14 11 14 6-3 14-3 20 0 6 0 9-4 11-14 2 22-8 36-21 36S25 60 27 38Z'),
};

/** Draws a person from head to shoulders, 96 by 96, for a round frame. */
export function drawFace(face: Face): string {
  const [skin, shade] = SKINS[face.skin];
  const hairColor = HAIR_COLORS[face.hairColor];
  const { behind = '', front = '' } = HAIRS[face.hair];
  const brows = face.hair === 'scarf' ? HAIR_COLORS.black : hairColor;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<rect width="96" height="96" fill="${BACKDROPS[face.backdrop]}"/>
<g fill="${hairColor}">${behind}</g>
<path d="M40 54h16v18c0 5-16 5-16 0Z" fill="${shade}"/>
${drawClothes(face, skin)}
<g fill="${skin}"><circle cx="28" cy="44" r="5"/><circle cx="68" cy="44" r="5"/><path d="${HEAD}"/></g>
<g fill="#e2574c" opacity=".16"><circle cx="35" cy="51" r="4.5"/><circle cx="61" cy="51" r="4.5"/></g>
<g fill="${hairColor}">${BEARDS[face.beard]}${front}</g>
<g fill="none" stroke-linecap="round" stroke-width="2.2">
<path d="M36 37q4-3 8 0m8 0q4-3 8 0" stroke="${brows}"/>
<path d="M48 44q2.5 4-.5 5.5" stroke="${shade}"/>
</g>
<g fill="${DARK}"><circle cx="40" cy="43" r="2.4"/><circle cx="56" cy="43" r="2.4"/></g>
<path d="M41 54q7 8 14 0Z" fill="#fff" stroke="${DARK}" stroke-width="1.3" stroke-linejoin="round"/>
${face.hasGlasses ? drawGlasses() : ''}
</svg>
`;
}

function drawClothes({ clothes, collar }: Face, skin: string): string {
  const color = CLOTHES[clothes];
  const body = `<path d="M6 96c0-19 17-27 34-29 2 6 14 6 16 0 17 2 34 10 34 29Z" fill="${color}"/>`;
  switch (collar) {
    case 'crew':
      return `${body}<path d="M37 67c3 12 19 12 22 0l-3-3H40Z" fill="${skin}"/>`;
    case 'turtleneck':
      return `${body}<path d="M38 62c6 5 14 5 20 0l2 9c-7 5-17 5-24 0Z" fill="${color}"/><path d="M36 71c7 5 17 5 24 0" fill="none" stroke="#0003" stroke-width="1.5"/>`;
    case 'shirt':
      return `${body}<path d="M40 66l8 12 8-12 5 4-8 13-5-5-5 5-8-13Z" fill="#fff"/><path d="M48 78v18" stroke="#0003" stroke-width="1.5"/>`;
    case 'blazer':
      return `${body}<path d="M38 67l10 29 10-29c-4 5-16 5-20 0Z" fill="#fff"/><path d="M37 67l-9 12 7 3-3 4 16 10ZM59 67l9 12-7 3 3 4-16 10Z" fill="${color}" stroke="#0003" stroke-width="1.2"/>`;
  }
}

function drawGlasses(): string {
  return `<g fill="#fff3" stroke="${DARK}" stroke-width="1.6"><rect x="33" y="38" width="13" height="10.5" rx="4.5"/><rect x="50" y="38" width="13" height="10.5" rx="4.5"/><path d="M46 42q2-1.5 4 0" fill="none"/></g>`;
}

function path(d: string): string {
  return `<path d="${d}"/>`;
}

function circles(all: readonly (readonly [x: number, y: number, radius: number])[]): string {
  return all.map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`).join('');
}
