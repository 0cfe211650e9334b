import type { Page } from 'playwright-core';
import { findPersonId } from '../support/local-world';
import { startBrowserWorld, type BrowserWorld } from '../support/browser';

let here: BrowserWorld;

beforeAll(async () => {
  here = await startBrowserWorld();
});

afterAll(async () => {
  await here.close();
});

function goToChannel(page: Page): Promise<void> {
  return page
    .getByRole('navigation', { name: 'Chats' })
    .getByRole('link', { name: /^Learning(?! lunch)/ })
    .click();
}

describe('a course shared into a channel, in the browser', () => {
  it('is found in the compose box, and three viewers see three different things', async () => {
    const page = await here.open();
    await goToChannel(page);
    await page.getByRole('button', { name: 'Coursemate', exact: true }).click();
    const extension = page.getByRole('dialog', { name: 'Coursemate' });
    await extension.getByRole('option').first().waitFor();

    await extension.getByRole('combobox', { name: 'Search courses' }).fill('phishing');
    await extension
      .getByRole('option', { name: /Phishing/ })
      .first()
      .click();
    await page.getByRole('group', { name: 'Card to send' }).waitFor();
    await page.getByRole('textbox', { name: /Message to/ }).fill('Worth ten minutes');
    await page.getByRole('button', { name: 'Send' }).click();
    const own = page.getByRole('article', { name: /^You via Coursemate/ });
    await own.getByText(/^Your status:/).waitFor();

    const seen = new Set([await own.innerText()]);
    for (const name of ['Jonas', 'Priya']) {
      const other = await here.open({ personId: findPersonId(here.world, name) });
      await goToChannel(other);
      const card = other.getByRole('article', { name: /Amara Diallo via Coursemate/ });
      await card.getByText(/^(Your status|Ihr Status):|Not in your courses|nicht auf Ihrer Liste/).waitFor();
      seen.add((await card.innerText()).replace(/^.*\n/, ''));
      await other.context().close();
    }
    expect(seen.size).toBe(3);
    await page.context().close();
  });

  it('is side by side for three people', async () => {
    const page = await here.open({ width: 1440 });
    await goToChannel(page);
    await page.getByRole('button', { name: 'Side by side' }).click();
    await page
      .getByText(
        /^(Your status|Ihr Status|自分の受講状況):|Not in your courses|nicht auf Ihrer Liste|一覧にありません/,
      )
      .nth(2)
      .waitFor();

    expect(await page.getByRole('region', { name: /sees it/ }).count()).toBe(3);
    await page.context().close();
  });
});
