import type { Locator, Page } from 'playwright-core';
import { pressInMenu, shareCard, startBrowserWorld, type BrowserWorld } from '../support/browser';
import { findPersonId } from '../support/local-world';
import { elementsCard } from './elements-card';

let here: BrowserWorld;
let page: Page;
let card: Locator;

beforeAll(async () => {
  here = await startBrowserWorld();
  const personId = findPersonId(here.world, 'Amara');
  page = await here.open({ personId });
  card = await shareCard(page, personId, elementsCard);
});

afterAll(async () => {
  await here.close();
});

function focusedText(): Promise<string> {
  return page.locator(':focus').innerText();
}

/** Chooses in the page's menu, and closes it. */
async function chooseElements(choice: 'Shown' | 'Fallback'): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('group', { name: 'Newer card elements' }).getByText(choice).click();
  await page.keyboard.press('Escape');
}

describe('newer elements of a card', () => {
  it('are shown with their values in words', async () => {
    expect(await card.getByText('Attention Tint').evaluate((node) => node.parentElement?.className)).toBe(
      'card-badge',
    );
    expect(await card.getByRole('img', { name: 'Late', exact: true }).count()).toBe(1);
    const [bar, endless] = await card.getByRole('progressbar', { name: 'Progress' }).all();
    expect(await bar?.getAttribute('aria-valuenow')).toBe('60');
    expect(await endless?.getAttribute('aria-valuenow')).toBeNull();
    expect(await card.getByRole('img', { name: 'Team: Finished 3, Not started 2' }).count()).toBe(1);
    expect(await card.getByRole('img', { name: 'Courses: Done 19, Open 6' }).count()).toBe(1);
    expect(await card.innerText()).not.toMatch(/in words|words of|check mark|of 5 finished/);
  });

  it('give way to their fallback when the client does not know them', async () => {
    await chooseElements('Fallback');
    await card.getByText('60% in words').waitFor();

    expect(await card.getByRole('progressbar').count()).toBe(0);
    expect(await card.locator('.card-badge, .card-icon, .chart').count()).toBe(0);
    const text = await card.innerText();
    for (const words of ['words of Attention Tint', 'check mark', '3 of 5 finished', '19 of 25 done'])
      expect(text).toContain(words);
    expect(page.url()).toContain('elements=fallback');

    await chooseElements('Shown');
    await card.getByRole('progressbar').first().waitFor();
    expect(page.url()).not.toContain('elements=');
  });

  it.each(['shown', 'fallback'])('have a primary button only where they are known: %s', async (elements) => {
    const address = new URL(page.url());
    address.searchParams.set('elements', elements);
    await page.goto(address.href);
    const backgroundOf = (button: Locator): Promise<string> =>
      button.evaluate((node) => getComputedStyle(node).backgroundColor);
    const primary = card.getByRole('link', { name: 'Start' });
    await primary.waitFor();

    const other = card.getByRole('button', { name: 'More actions' });
    const isAlike = (await backgroundOf(primary)) === (await backgroundOf(other));

    expect(isAlike).toBe(elements === 'fallback');
  });
});

describe('the menu behind "…"', () => {
  it('is used with the keyboard', async () => {
    const more = card.getByRole('button', { name: 'More actions' });
    await more.focus();
    await page.keyboard.press('Enter');
    expect(await focusedText()).toBe('Ask');
    expect(await more.getAttribute('aria-expanded')).toBe('true');

    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toBe('Book time');
    await page.keyboard.press('End');
    expect(await focusedText()).toBe('Share');
    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toBe('Ask');

    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('More actions');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes with Tab and with a click elsewhere', async () => {
    const more = card.getByRole('button', { name: 'More actions' });
    for (const leave of [() => page.keyboard.press('Tab'), () => page.mouse.click(10, 300)]) {
      await more.click();
      await page.getByRole('menu', { name: 'More actions' }).waitFor();
      await leave();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
  });

  it('does what the chosen action says', async () => {
    await card.getByRole('button', { name: 'More actions' }).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');

    const dialog = page.getByRole('dialog', { name: 'Teams would open this page' });
    expect(await dialog.innerText()).toContain('https://learn.example.com/book');
    await page.keyboard.press('Escape');

    await pressInMenu(page, card, 'Share');
    expect(await dialog.innerText()).toContain('https://learn.example.com/share');
    await page.keyboard.press('Escape');
  });
});
