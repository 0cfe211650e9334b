import { disc, lines, rect, type Scenes } from './shapes';

/** Scenes for data and technology. */
export const DATA_SCENES = {
  spreadsheet: ({ ink, accent, tint }) =>
    rect(-84, -58, 168, 116, 8) +
    rect(-84, -58, 168, 26, 8, accent) +
    `<path d="M-84-4H84M-84 26H84M-34-58V58M22-58V58" fill="none" stroke="${tint}" stroke-width="4"/>` +
    `<path d="m-70 46 40-26 40 10 56-40" fill="none" stroke="${ink}" stroke-width="6"/>`,
  formula: ({ ink, accent, tint }) =>
    rect(-88, -50, 176, 100, 12) +
    `<path d="M-30-30c-16-4-20 4-22 16l-8 42c-2 8-8 10-16 8M-70-6h36" fill="none" stroke="${ink}" stroke-width="8"/>` +
    `<path d="M-10-12 26 28M26-12-10 28" fill="none" stroke="${accent}" stroke-width="9"/>` +
    `<path d="M48-34c16 18 16 50 0 68" fill="none" stroke="${tint}" stroke-width="7"/>`,
  charts: ({ ink, accent, tint }) =>
    rect(-90, -60, 180, 120, 10) +
    rect(-72, 0, 18, 42, 3, tint) +
    rect(-46, -20, 18, 62, 3, accent) +
    rect(-20, -38, 18, 80, 3, ink) +
    disc(48, -6, 34, tint) +
    `<path d="M48-6v-34a34 34 0 0 1 30 50Z" fill="${accent}"/>` +
    lines(18, [42], 60, tint),
  storyChart: ({ ink, accent, tint }) =>
    '<path d="M0-40C-22-56-60-56-92-48v96c32-8 70-8 92 8 22-16 60-16 92-8v-96C60-56 22-56 0-40Z"/>' +
    `<path d="M0-40v96" fill="none" stroke="${tint}" stroke-width="5"/>` +
    lines(-76, [-26, -8, 10], 56, tint) +
    `<path d="m18 26 20-26 16 12 24-36" fill="none" stroke="${accent}" stroke-width="8"/>` +
    disc(78, -24, 8, ink),
  database: ({ ink, accent, tint }) =>
    '<path d="M-56-40v80c0 30 112 30 112 0v-80Z"/>' +
    `<path d="M-56-12c0 28 112 28 112 0M-56 16c0 28 112 28 112 0" fill="none" stroke="${tint}" stroke-width="7"/>` +
    `<ellipse cy="-40" rx="56" ry="22" fill="${accent}"/>` +
    disc(38, 14, 5, ink) +
    disc(38, 42, 5, ink),
  code: ({ ink, accent, tint }) =>
    rect(-90, -60, 180, 120, 10, ink) +
    rect(-90, -60, 180, 22, 10, tint) +
    disc(-76, -49, 4, ink) +
    disc(-62, -49, 4, ink) +
    `<path d="m-50-16-22 20 22 20M-14-18h50M-14 4h70M-14 26h32" fill="none" stroke="${accent}" stroke-width="8"/>`,
  cloud: ({ ink, accent, tint }) =>
    `<path d="M-60 26c-40 0-40-54-4-54 6-44 76-46 86-4 46-8 56 58 12 58Z"/>` +
    `<path d="M-34 26v26M0 26v34M34 26v26" fill="none" stroke="${ink}" stroke-width="6"/>` +
    disc(-34, 54, 9, tint) +
    disc(0, 60, 9, accent) +
    disc(34, 54, 9, tint),
  helm: ({ ink, accent, tint }) =>
    `<path d="M0-68V68M-68 0H68M-48-48l96 96M48-48l-96 96" fill="none" stroke="${tint}" stroke-width="11"/>` +
    '<path fill-rule="evenodd" d="M0-50a50 50 0 1 1 0 100 50 50 0 0 1 0-100Zm0 16a34 34 0 1 0 0 68 34 34 0 0 0 0-68Z"/>' +
    disc(0, 0, 18, accent) +
    disc(0, 0, 7, ink),
} satisfies Scenes;
