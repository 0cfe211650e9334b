import type { Locator, Page } from 'playwright-core';
import { findFreePort } from '../../sandbox/ports';
import type { RunningWorld, WorldOptions } from '../../sandbox/start-world';
import { createPageServer } from '../../sandbox/web/page-server';
import { launchBrowser } from '../../tools/pictures/launch-browser';
import { startTestWorld } from './local-world';

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
  /** Whether it is the first visit, on which the tour opens by itself. */
  readonly isFirstVisit?: boolean;
}

export async function startBrowserWorld(options: WorldOptions = {}): Promise<BrowserWorld> {
  const port = await findFreePort();
  const world = await startTestWorld({ ...options, pageOrigin: `http://localhost:${port}` });
  const pages = await createPageServer({ ...world, port });
  const browser = await launchBrowser();
  return {
    world,
    async open({ personId, theme = 'light', width = 1280, height = 900, isFirstVisit = false } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
      context.setDefaultTimeout(10_000);
      if (!isFirstVisit)
        await context.addInitScript(() => {
          localStorage.setItem('coursemate.tour', 'closed');
        });
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

/**
 * Presses a button of a card, also one behind "…", and waits for the answer; until then the card accepts no other press.
 */
export async function pressAndWait(page: Page, card: Locator, name: string): Promise<void> {
  const isIdle = (): Promise<void> => card.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await isIdle();
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  const button = card.getByRole('button', { name });
  if ((await button.count()) > 0) await button.click();
  else await pressInMenu(page, card, name);
  await answered;
  await isIdle();
}

/** Selects an action behind "…" of a card. */
export async function pressInMenu(page: Page, card: Locator, name: string): Promise<void> {
  await card.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Sends a card into the group chat as a person would with the message extension, and opens that chat. */
export async function shareCard(page: Page, personId: string, card: object): Promise<Locator> {
  const chatId = await page.evaluate(
    async ({ path, json }) => {
      const chats = (await (await fetch(path)).json()) as readonly { id: string; type: string }[];
      const id = chats.find(({ type }) => type === 'groupChat')?.id ?? '';
      const response = await fetch(`${path}/${encodeURIComponent(id)}/share`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ card: json, text: '' }),
      });
      if (!response.ok) throw new Error(await response.text());
      return id;
    },
    { path: `/api/people/${personId}/chats`, json: card },
  );
  await page.goto(`${page.url()}&chat=${encodeURIComponent(chatId)}`);
  const shown = page.getByRole('article', { name: /via Coursemate/ }).last();
  await shown.waitFor();
  return shown;
}

/** The number of pixels that the page can be scrolled sideways; should be 0. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
