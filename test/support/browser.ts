import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { findFreePort } from '../../sandbox/ports';
import type { RunningWorld, WorldOptions } from '../../sandbox/start-world';
import { createPageServer } from '../../sandbox/web/page-server';
import { startTestWorld } from './local-world';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const SCREENSHOTS = join(__dirname, '../../docs/screenshots');

function findBrowser(): string {
  const paths = process.env['CHROMIUM_PATH'] === undefined ? USUAL_PLACES : [process.env['CHROMIUM_PATH']];
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(
      'No browser found. Install Chromium (Debian: apt-get install chromium), Chrome or Edge, or set CHROMIUM_PATH.',
    );
  }
  return found;
}

/** The sandbox for browser tests: the local world, its page and a browser. */
export interface BrowserWorld {
  readonly world: RunningWorld;
  /** Opens the page in a new window, as the given person and with the given appearance. */
  open(appearance?: Appearance): Promise<Page>;
  close(): Promise<void>;
}

export interface Appearance {
  readonly personId?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly width?: number;
  readonly height?: number;
}

/** Launches a browser without a world. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}

export async function startBrowserWorld(options: WorldOptions = {}): Promise<BrowserWorld> {
  const port = await findFreePort();
  const world = await startTestWorld({ ...options, pageOrigin: `http://localhost:${port}` });
  const pages = await createPageServer({ ...world, port });
  const browser = await launchBrowser();
  return {
    world,
    async open({ personId, theme = 'light', width = 1280, height = 900 } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      const query = new URLSearchParams({ theme, ...(personId !== undefined && { person: personId }) });
      await page.goto(`${pages.url}/?${query.toString()}`);
      // The bot greets everyone who opens its chat: when the greeting is there, the chat is ready.
      await repliesOn(page).first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await pages.close();
      await world.close();
    },
  };
}

function repliesOn(page: Page): Locator {
  return page.getByRole('article', { name: /^Coursemate/ });
}

export function messageBox(page: Page): Locator {
  return page.getByRole('textbox', { name: /message/i });
}

/** Types, sends, and waits for the bot's next message. */
export async function say(page: Page, text: string): Promise<Locator> {
  const replies = repliesOn(page);
  const before = await replies.count();
  await messageBox(page).fill(text);
  await messageBox(page).press('Enter');
  const reply = replies.nth(before);
  await reply.waitFor();
  return reply;
}

/** Presses a button of a card and waits for the answer; until then the card accepts no other press. */
export async function pressAndWait(page: Page, card: Locator, name: string): Promise<void> {
  const isIdle = (): Promise<void> => card.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await isIdle();
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await card.getByRole('button', { name }).click();
  await answered;
  await isIdle();
}

/** Stores a picture under docs/screenshots when `SCREENSHOTS` is set. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] === undefined) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

/** The number of pixels that the page can be scrolled sideways; should be 0. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
