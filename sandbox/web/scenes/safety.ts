import { disc, lines, rect, stars, type Scenes } from './shapes';

/** Scenes for security, safety and rules. */
export const SAFETY_SCENES = {
  privacy: ({ ink, accent, tint }) =>
    rect(-62, -58, 84, 112, 8) +
    lines(-48, [-36, -16, 4], 54, tint) +
    `<path d="M8-14 42-26l34 12v24c0 24-16 38-34 46C24 48 8 34 8 10Z" fill="${accent}"/>` +
    `<path d="m28 8 11 12 20-24" fill="none" stroke="${ink}" stroke-width="7"/>`,
  phishing: ({ ink, accent, tint }) =>
    rect(-74, -30, 118, 78, 8) +
    `<path d="m-70-24 55 40 55-40" fill="none" stroke="${tint}" stroke-width="7"/>` +
    `<path d="M62-64v62c0 36-52 36-52 2l-12 14" fill="none" stroke="${ink}" stroke-width="7"/>` +
    disc(62, -64, 9, accent),
  passkeys: ({ ink, accent, tint }) =>
    rect(-24, -66, 78, 132, 14) +
    rect(-16, -52, 62, 100, 4, tint) +
    `<g fill="none" stroke="${ink}" stroke-width="5"><path d="M-5 22c-4-40 44-44 41-2M5 30c-6-38 24-40 21-8 0 8 2 12 4 15M15 33v-14"/></g>` +
    `<path d="M-92-16a20 20 0 1 1 20 24h0v44l-10 8-10-8 6-7-6-7 6-7-6-7V6a20 20 0 0 1-0-22Z" fill="${accent}"/>` +
    disc(-76, -16, 6, ink),
  incident: ({ ink, accent, tint }) =>
    rect(-84, -52, 168, 92, 8, ink) +
    `<path d="M-72 6h34l12-36 20 66 18-48 10 18h50" fill="none" stroke="${accent}" stroke-width="7"/>` +
    rect(-20, 40, 40, 14, 0, tint) +
    rect(-44, 52, 88, 10, 5),
  conduct: ({ ink, accent, tint }) =>
    disc(0, 0, 62) +
    disc(0, 0, 48, tint) +
    `<path d="m26-34-16 44-36 24 16-44Z" fill="${accent}"/><path d="m26-34-16 44-20-20Z" fill="${ink}"/>` +
    disc(0, 0, 6),
  scales: ({ ink, accent }) =>
    `<path d="M0-58V50M-62-38H62M-30 54h60" fill="none" stroke="${ink}" stroke-width="8"/>` +
    '<path d="M-92 10h60c-4 28-56 28-60 0Z"/>' +
    `<path d="M32 10h60c-4 28-56 28-60 0Z" fill="${accent}"/>` +
    `<path d="m-62-38-28 48m28-48 28 48M62-38 34 10m28-48 28 48" fill="none" stroke="${ink}" stroke-width="4"/>`,
  shield: ({ accent, tint }) =>
    '<path d="m0-66 58 20v42c0 38-28 60-58 72-30-12-58-34-58-72v-42Z"/>' +
    `<path d="m0-50 44 15v32c0 29-21 46-44 56Z" fill="${tint}"/>` +
    stars(accent),
  globe: ({ ink, accent, tint }) =>
    disc(-20, 0, 58) +
    `<g fill="none" stroke="${tint}" stroke-width="5"><circle cx="-20" r="55"/><ellipse cx="-20" rx="24" ry="55"/><path d="M-75 0H35M-68-28h96M-68 28h96"/></g>` +
    rect(26, 4, 62, 52, 5, accent) +
    `<path d="M50 4v20h14V4" fill="${ink}"/>`,
  helmet: ({ ink, accent, tint }) =>
    `<path d="M-66 22c0-88 132-88 132 0Z" fill="${accent}"/>` +
    `<path d="M-14-44h28v36h-28Z" fill="${tint}"/><path d="M-84 22H84v12c0 6-4 8-10 8H-74c-6 0-10-2-10-8Z"/>` +
    `<path d="M-40 10c0-20 6-34 14-42M40 10c0-20-6-34-14-42" fill="none" stroke="${ink}"/>`,
  firstAid: ({ accent, tint }) =>
    `<path d="M-26-40v-12c0-8 4-12 12-12h28c8 0 12 4 12 12v12" fill="none" stroke="${tint}" stroke-width="9"/>` +
    rect(-76, -42, 152, 100, 14) +
    `<path d="M-14-24h28v22h22v28H14v22h-28V26h-22V-2h22Z" fill="${accent}"/>`,
  lock: ({ ink, accent }) =>
    `<path d="M-32-8v-22c0-42 64-42 64 0v22" fill="none" stroke="${ink}" stroke-width="13"/>` +
    rect(-56, -12, 112, 76, 14) +
    disc(0, 18, 13, accent) +
    rect(-5, 22, 10, 26, 5, accent),
  forklift: ({ ink, accent, tint }) =>
    `<path d="M-74-50h56l22 50v40h-92V-20h14Z" fill="${accent}"/><path d="M-58-38h32l16 34h-48Z" fill="${tint}"/>` +
    `<path d="M14-60V44h58" fill="none" stroke="${ink}" stroke-width="8"/>` +
    rect(28, -34, 54, 34, 3) +
    rect(28, 4, 54, 34, 3, tint) +
    disc(-62, 46, 18, ink) +
    disc(-8, 46, 18, ink) +
    disc(-62, 46, 7) +
    disc(-8, 46, 7),
  quality: ({ ink, accent, tint }) =>
    `<path d="m-24 20-18 48 26-8 16 18V20Zm48 0 18 48-26-8-16 18V20Z" fill="${tint}"/>` +
    disc(0, -12, 52) +
    disc(0, -12, 39, accent) +
    `<path d="m-18-12 13 14 26-28" fill="none" stroke="${ink}" stroke-width="9"/>`,
} satisfies Scenes;
