import { bar, disc, lines, person, rect, type Scenes } from './shapes';

/** Scenes for working with people. */
export const PEOPLE_SCENES = {
  access: ({ ink, accent }) =>
    disc(0, 0, 64) +
    disc(0, -34, 12, accent) +
    `<path d="m-36-12 36 6 36-6M0-6v26m0-4-20 34M0 16l20 34" fill="none" stroke="${ink}" stroke-width="11"/>`,
  feedback: ({ ink, accent, tint }) =>
    `<path d="M-88-52h96c8 0 12 4 12 12v40c0 8-4 12-12 12h-62l-24 22V12h-10c-8 0-12-4-12-12v-40c0-8 4-12 12-12Z"/>` +
    lines(-76, [-34, -16], 70, tint) +
    `<path d="M2-8h78c8 0 12 4 12 12v38c0 8-4 12-12 12h-6v20L50 54H2c-8 0-12-4-12-12V4c0-8 4-12 12-12Z" fill="${accent}"/>` +
    `<path d="m24 22 12 12 22-24" fill="none" stroke="${ink}" stroke-width="7"/>`,
  summit: ({ ink, accent, tint }) =>
    `<path d="m-110 64 70-96 66 96Z" fill="${tint}"/><path d="M-50 64 26-50l84 114Z"/>` +
    `<path d="M26-50 2-14l14 10 12-12 14 10 10-8Z" fill="${tint}"/>` +
    `<path d="M26-50v-30" fill="none" stroke="${ink}"/><path d="m26-80 30 10-30 11Z" fill="${accent}"/>`,
  circle: ({ ink, accent, tint }) =>
    person(-58, 14, tint) +
    person(58, 14, tint) +
    person(-30, 4, '') +
    person(30, 4, ink) +
    person(0, -8, accent),
  handshake: ({ ink, accent, tint }) =>
    '<path d="M-110-30h62l34 10 14 40-30 16-34-26h-46Z"/>' +
    `<path d="M110-30H50L6-14l-28 24c-2 14 16 16 26 4l16-8 42 36c12 2 18-6 12-14h36Z" fill="${accent}"/>` +
    `<path d="m40 8 34 30M22 16l28 26M6 24l20 20" fill="none" stroke="${ink}" stroke-width="5"/>` +
    rect(-116, -40, 18, 76, 4, tint) +
    rect(98, -40, 18, 76, 4, ink),
  stage: ({ ink, accent, tint }) =>
    rect(-70, -64, 140, 88, 6) +
    `<path d="m-50 4 30-26 22 12 40-34" fill="none" stroke="${accent}" stroke-width="8"/>` +
    `<path d="M0 24v20M-30 64 0 40l30 24" fill="none" stroke="${ink}" stroke-width="6"/>` +
    person(84, 26, tint),
  clock: ({ ink, accent, tint }) =>
    disc(0, 0, 64) +
    disc(0, 0, 52, tint) +
    `<path d="M0 0V-52A52 52 0 0 1 45 26Z" fill="${accent}"/>` +
    `<path d="M0-38V0l26 15" fill="none" stroke="${ink}" stroke-width="8"/>`,
  letter: ({ ink, accent, tint }) =>
    rect(-66, -60, 100, 120, 6) +
    rect(-52, -44, 46, 10, 3, accent) +
    lines(-52, [-20, -4, 12, 28], 72, tint) +
    `<path d="m86-52 18 14-66 82-26 14 6-28Z" fill="${accent}"/><path d="m86-52 18 14-12 14-18-13ZM12 58l5-20 14 12Z" fill="${ink}"/>`,
  sprint: ({ ink, accent, tint }) =>
    rect(-94, -58, 56, 116, 6) +
    rect(-28, -58, 56, 116, 6) +
    rect(38, -58, 56, 116, 6) +
    rect(-86, -46, 40, 26, 4, tint) +
    rect(-86, -12, 40, 26, 4, accent) +
    rect(-20, -46, 40, 26, 4, ink) +
    rect(-20, -12, 40, 26, 4, tint) +
    rect(46, -46, 40, 26, 4, accent) +
    rect(46, -12, 40, 26, 4, tint) +
    rect(46, 22, 40, 26, 4, ink),
  milestones: ({ ink, accent, tint }) =>
    bar(-90, -48, 80) +
    bar(-56, -18, 96, tint) +
    bar(-14, 12, 72) +
    bar(30, 42, 34, tint) +
    `<path d="M74 56V-44" fill="none" stroke="${ink}" stroke-width="6"/><path d="M74-48 112-34 74-18Z" fill="${accent}"/>`,
  calendar: ({ ink, accent, tint }) =>
    rect(-74, -48, 148, 110, 10) +
    rect(-74, -48, 148, 28, 10, accent) +
    `<path d="M-40-62v26M40-62v26" fill="none" stroke="${ink}" stroke-width="8"/>` +
    [-50, -18, 14].flatMap((x) => [-6, 24].map((y) => rect(x, y, 20, 20, 4, tint))).join('') +
    `<path d="m42 30 10 11 18-22" fill="none" stroke="${ink}" stroke-width="7"/>`,
  heart: ({ ink, accent, tint }) =>
    `<path d="M38-2h46c8 0 12 4 12 12v26c0 8-4 12-12 12h-4v16L62 48H38c-8 0-12-4-12-12V10c0-8 4-12 12-12Z" fill="${tint}"/>` +
    disc(50, 23, 4, ink) +
    disc(62, 23, 4, ink) +
    disc(74, 23, 4, ink) +
    '<path d="M-82-60H26c8 0 12 4 12 12v62c0 8-4 12-12 12h-62L-62 50V26h-20c-8 0-12-4-12-12v-62c0-8 4-12 12-12Z"/>' +
    `<path d="M-28 14c-46-26-40-58-18-58 10 0 16 8 18 14 2-6 8-14 18-14 22 0 28 32-18 58Z" fill="${accent}"/>`,
  cap: ({ ink, accent, tint }) =>
    `<path d="M-48-8v38c0 24 96 24 96 0V-8Z" fill="${tint}"/><path d="M0-56 98-16 0 24l-98-40Z"/>` +
    `<path d="M0-16 72 4v40" fill="none" stroke="${ink}"/>` +
    disc(72, 50, 10, accent),
  bulb: ({ ink, accent, tint }) =>
    `<path d="M0-66c-62 0-66 66-26 90v16h52V24c40-24 36-90-26-90Z" fill="${accent}"/>` +
    `<path d="M-14 20-20-8l10 8L0-10l10 10 10-8-6 28" fill="none" stroke="${ink}"/>` +
    rect(-24, 42, 48, 9, 4) +
    rect(-18, 55, 36, 9, 4, tint),
} satisfies Scenes;
