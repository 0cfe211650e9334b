import type { Browser, Locator, Page } from 'playwright-core';
import type { ChatView, WorldView } from '../../sandbox/web/page-shapes';

/** How the page looks in a picture. */
export interface Appearance {
  /** Start of the name of the person at the page. */
  readonly person?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly width?: number;
  readonly height?: number;
}

/** The local world's page, as a person uses it. Finds everything by role, since the texts change. */
export interface Stage {
  /** Origin of the page. */
  readonly url: string;
  open(appearance?: Appearance): Promise<Page>;
  /** Address of the page in the first channel, as one person or side by side as several. */
  channelAddress(...people: readonly string[]): Promise<string>;
  readonly demo: WorldView['demo'];
}

export async function createStage(browser: Browser, url: string): Promise<Stage> {
  const world = (await read(`${url}/api/world`)) as WorldView;
  const personId = (name: string): string => {
    const person = world.people.find((one) => one.name.startsWith(name) || one.id === name);
    if (person === undefined) throw new Error(`No one in the local world is called ${name}.`);
    return person.id;
  };

  async function channelAddress(...people: readonly string[]): Promise<string> {
    const ids = people.map(personId);
    const chats = (await read(`${url}/api/people/${ids[0] ?? ''}/chats`)) as readonly ChatView[];
    const channel = chats.find(({ type }) => type === 'channel');
    if (channel === undefined) throw new Error('The local world has no channel.');
    const who = ids.length > 1 ? `side=${ids.join(',')}` : `person=${ids[0] ?? ''}`;
    return `${url}/?${who}&chat=${encodeURIComponent(channel.id)}&theme=light`;
  }

  return {
    url,
    channelAddress,
    demo: world.demo,
    async open({ person = 'Amara', theme = 'light', width = 1280, height = 900 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      await context.addInitScript(() => {
        localStorage.setItem('coursemate.tour', 'closed');
      });
      const page = await context.newPage();
      await page.goto(`${url}/?person=${personId(person)}&theme=${theme}`);
      await replies(page).first().waitFor();
      return page;
    },
  };
}

async function read(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}

export function replies(page: Page): Locator {
  return page.getByRole('article', { name: /^Coursemate/ });
}

export function messageBox(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Message to/ });
}

/** Asks the question, and waits for the answer and its pictures. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const before = await replies(page).count();
  await messageBox(page).fill(question);
  await messageBox(page).press('Enter');
  const answer = replies(page).nth(before);
  await answer.waitFor();
  await settle(page);
  return answer;
}

/** Opens the first course or person of a list, and waits until the card has changed. */
export async function openFirstRow(page: Page, list: Locator): Promise<void> {
  const before = await list.innerText();
  await list.locator('[role="button"]').first().click();
  for (const deadline = Date.now() + 10_000; (await list.innerText()) === before;) {
    if (Date.now() > deadline) throw new Error('The card has not changed.');
    await page.waitForTimeout(50);
  }
  await settle(page);
}

/** Shares the course from the compose box into the chat that is open. */
export async function share(page: Page, course: string, words: string): Promise<void> {
  const extension = await openExtension(page);
  await extension.getByRole('combobox').fill(course);
  await pickFirst(page, extension);
  await messageBox(page).fill(words);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page
    .getByRole('article', { name: /^You via/ })
    .last()
    .waitFor();
  await settle(page);
}

export async function openExtension(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Coursemate', exact: true }).click();
  const extension = page.getByRole('dialog', { name: 'Coursemate' });
  await extension.getByRole('option').first().waitFor();
  await settle(page);
  return extension;
}

/** Picks the first result once the results of the present text are there. */
export async function pickFirst(page: Page, extension: Locator): Promise<void> {
  await settle(page);
  await extension.getByRole('option').first().click();
  await page.getByRole('group', { name: 'Card to send' }).waitFor();
}

/** Leaves the Teams client only: a style that hides what the local world adds. */
export const TEAMS_ONLY = `
  body { grid-template-rows: minmax(0, 1fr) auto !important; }
  .bar, .side-head, .side-person button { display: none !important; }
  .side { grid-template-rows: minmax(0, 1fr) !important; }
  .side-columns { padding-top: 10px !important; }
  .side-person select { padding: 4px 0 !important; appearance: none; background: none !important; opacity: 1; }`;

/** Waits until nothing is busy, no request runs, and all pictures are there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
