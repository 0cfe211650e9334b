import type { Browser, Page } from 'playwright-core';
import * as scenes from './scenes';
import { settle, TEAMS_ONLY, type Stage } from './stage';

/** A picture of the store's listing: a caption above what the person sees. */
interface StorePicture {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly person?: string;
  /** The part of the page that is shown; default: the Teams client. */
  readonly part?: string;
  readonly scene: scenes.Scene;
}

/** The store takes 1366 × 768 and five pictures at most. */
const SIZE = { width: 1366, height: 768 };
const SHOWN = { width: 1180, height: 648 };

/** The pictures of the store's listing, by the names of their files. */
export const storePictures: readonly StorePicture[] = [
  {
    name: '1-ask',
    title: 'Ask about your courses',
    text: 'What’s overdue, what’s next, and how far along you are: in your own words.',
    scene: scenes.myCourses,
  },
  {
    name: '2-course',
    title: 'Pick up where you left off',
    text: 'See when a course is due, who assigned it and how much is left.',
    scene: scenes.course,
  },
  {
    name: '3-search',
    title: 'Find a course as you write',
    text: 'Search your courses and the catalog from any chat or channel.',
    scene: scenes.search,
  },
  {
    name: '4-share',
    title: 'Share one card with everyone',
    text: 'Each person sees their own status, and no one else’s.',
    part: '.side-columns',
    scene: scenes.sideBySide,
  },
  {
    name: '5-team',
    title: 'See where your team needs you',
    text: 'For managers, in their own chat. Every view is logged, and people can ask who looked.',
    person: 'Katherine',
    scene: scenes.team,
  },
];

/** Takes a picture, puts it under its caption and returns it as PNG. */
export async function takeStorePicture(
  browser: Browser,
  stage: Stage,
  { scene, title, text, part = '#frame', ...appearance }: StorePicture,
): Promise<Buffer> {
  const page = await stage.open({ ...SHOWN, ...appearance });
  await scene(page, stage);
  await page.addStyleTag({ content: TEAMS_ONLY });
  await page.mouse.move(0, 0);
  await settle(page);
  const shown = await page.locator(part).screenshot({ animations: 'disabled' });
  await page.context().close();
  return caption(await browser.newPage({ viewport: SIZE, bypassCSP: true }), stage.url, {
    title,
    text,
    shown,
  });
}

async function caption(
  page: Page,
  url: string,
  { title, text, shown }: { readonly title: string; readonly text: string; readonly shown: Buffer },
): Promise<Buffer> {
  // From the page's origin, which serves the font.
  await page.goto(`${url}/fonts/wght.css`);
  await page.setContent(`<!doctype html><link rel="stylesheet" href="${url}/fonts/wght.css"><style>
    body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto auto 1fr; justify-items: center;
      overflow: hidden; background: linear-gradient(#5b5fc7 0 8px, #f0f0f6 8px); color: #242424;
      font-family: 'Open Sans Variable', sans-serif; text-align: center; }
    h1 { margin: 30px 0 4px; font-size: 32px; line-height: 40px; }
    p { margin: 0 0 22px; color: #5c5c5c; font-size: 18px; line-height: 26px; }
    img { align-self: start; max-width: ${SHOWN.width}px; border: 1px solid #d6d6de; border-bottom: 0;
      border-radius: 10px 10px 0 0; box-shadow: 0 8px 32px rgb(0 0 0 / 16%); }
  </style><h1></h1><img>`);
  await page.evaluate(
    ({ heading, words, address }) => {
      const paragraph = Object.assign(document.createElement('p'), { textContent: words });
      document.querySelector('h1')?.replaceChildren(heading);
      document.querySelector('h1')?.after(paragraph);
      document.querySelector('img')?.setAttribute('src', address);
    },
    { heading: title, words: text, address: `data:image/png;base64,${shown.toString('base64')}` },
  );
  await settle(page);
  const png = await page.screenshot();
  await page.close();
  return png;
}
