import type { Locator, Page } from 'playwright-core';
import { startBrowserWorld, type BrowserWorld } from '../support/browser';
import { eventually } from '../support/eventually';

let here: BrowserWorld;
let page: Page;

beforeAll(async () => {
  here = await startBrowserWorld();
  here.world.graph.settings.reportsDelegated = 'allowed';
  page = await here.open({ isFirstVisit: true, width: 1440 });
});

afterAll(async () => {
  await here.close();
});

const tour = (): Locator => page.getByRole('region', { name: 'Tour' });
const answer = (): Locator => page.getByRole('article', { name: /^Coursemate/ }).last();

/** Does what the stop is about, with the keyboard, and waits until it is done. */
async function act(): Promise<void> {
  await tour().getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await tour().and(page.locator(':not([aria-busy])')).waitFor();
}

async function goOn(): Promise<void> {
  await tour().getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
}

const where = (): Promise<string> => tour().getByRole('heading').innerText();

describe('the tour', () => {
  it('opens on the first visit and leaves the focus alone', async () => {
    await tour().waitFor();

    expect(await where()).toMatch(/1 of 4\s*Ask/);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  it('asks as a learner', async () => {
    await act();

    await answer().getByRole('heading').first().waitFor();
    expect(await page.getByRole('article', { name: /^You/ }).last().innerText()).toContain('what’s overdue?');
    expect(await page.getByRole('button', { name: /You are Amara/ }).count()).toBe(1);
  });

  it('goes on with the focus on the stop’s heading', async () => {
    await goOn();

    expect(await where()).toMatch(/2 of 4\s*Share/);
    expect(await page.locator(':focus').innerText()).toContain('Share');
  });

  it('shows one shared card to three people', async () => {
    await act();

    await page
      .getByRole('region', { name: /sees it/ })
      .nth(2)
      .waitFor();
    expect(await page.getByRole('region', { name: /sees it/ }).count()).toBe(3);
    await page
      .getByRole('article', { name: /via Coursemate/ })
      .nth(2)
      .waitFor();
  });

  it('asks as a manager', async () => {
    await goOn();
    await act();

    await page.getByRole('button', { name: /You are Katherine/ }).waitFor();
    await answer().getByText('Amara Diallo').waitFor();
  });

  it('breaks Graph with the drawer open, and repairs it', async () => {
    await goOn();
    await act();

    expect(here.world.graph.settings.fault).toBe('serverError');
    expect(await page.getByRole('complementary', { name: 'Developer' }).isVisible()).toBe(true);
    expect(await page.getByRole('combobox', { name: 'Fault', exact: true }).inputValue()).toBe('serverError');
    await answer().getByText('Reference').waitFor();

    await act();
    expect(here.world.graph.settings.fault).toBe('none');
    await answer().getByRole('heading').first().waitFor();
  });

  it('switches the fault off when it is left in between', async () => {
    await act();
    expect(here.world.graph.settings.fault).toBe('serverError');

    await tour().getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: /3 of 4/ }).waitFor();

    await eventually('the repair', () => here.world.graph.settings.fault === 'none' || undefined);
  });

  it('is remembered, also when it is closed', async () => {
    await page.reload();
    expect(await where()).toMatch(/3 of 4/);

    await tour().getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Escape');
    expect(await tour().count()).toBe(0);
    expect(await page.locator(':focus').innerText()).toBe('Menu');

    await page.reload();
    await answer().waitFor();
    expect(await tour().count()).toBe(0);
  });

  it('starts again from the menu', async () => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Take the tour' }).click();

    expect(await where()).toMatch(/1 of 4/);
    expect(await page.locator(':focus').innerText()).toContain('Ask');
  });
});
