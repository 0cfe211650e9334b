import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually';
import { findPersonId, shareLinkOf } from '../support/local-world';
import { sidewaysOverflow, startBrowserWorld, type BrowserWorld } from '../support/browser';

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

    expect(await own.getByRole('img', { name: 'Coursemate' }).getAttribute('src')).toBe('/page/icon.svg');
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

  it.each([
    ['the channel', goToChannel],
    ['one’s own chat', () => Promise.resolve()],
  ])('is side by side for three people, from %s', async (_place, go) => {
    const page = await here.open({ width: 1440 });
    await go(page);
    await page.getByRole('button', { name: 'Side by side' }).click();
    await page
      .getByText(
        /^(Your status|Ihr Status|Votre statut) ?:|Not in your courses|nicht auf Ihrer Liste|pas dans votre liste/,
      )
      .nth(2)
      .waitFor();

    expect(await page.getByRole('region', { name: /sees it/ }).count()).toBe(3);
    await page.context().close();
  });
});

describe('the link of a shared course, in the browser', () => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );

  /** The page as someone sees it who knows neither the app nor the organization. */
  async function openLink(page: Page, doesPictureLoad: boolean): Promise<Locator> {
    const link = await shareLinkOf(here.world.teams.client(findPersonId(here.world, 'Amara')));
    await page.route(/^https:\/\/(?!localhost)/, (route) =>
      doesPictureLoad ? route.fulfill({ contentType: 'image/png', body: pixel }) : route.abort(),
    );
    await page.goto(link, { waitUntil: 'load' });
    return page.locator('img.picture');
  }

  it('shows the course with its picture, and only that from elsewhere', async () => {
    const page = await here.open();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('http://localhost')) foreign.push(request.url());
    });

    const shown = await openLink(page, true);

    await page.getByRole('heading', { level: 1, name: 'Code of conduct 2026' }).waitFor();
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    expect(foreign).toEqual([await shown.getAttribute('src')]);
    const openInTeams = page.getByRole('link', { name: 'Open in Teams' });
    expect(await openInTeams.getAttribute('href')).toMatch(/message=Code%20of%20conduct%202026$/);
    await page.context().close();
  });

  it.each([
    { width: 360, theme: 'dark' },
    { width: 1280, theme: 'light' },
  ] as const)('is complete without its picture at $width pixels', async (appearance) => {
    const page = await here.open(appearance);

    const shown = await openLink(page, false);

    expect((await shown.boundingBox())?.height ?? 0).toBe(0);
    for (const name of ['Open in Teams', 'Open Viva Learning', 'Open in Contoso Academy'])
      expect(await page.getByRole('link', { name }).isVisible()).toBe(true);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.context().close();
  });
});

describe('the message extension, in the browser', () => {
  it('signs out from its settings, by keyboard alone', async () => {
    const page = await here.open();
    const { requests } = here.world.entra;
    await page.getByRole('button', { name: 'Coursemate', exact: true }).click();
    const extension = page.getByRole('dialog', { name: 'Coursemate' });
    await extension.getByRole('option').first().waitFor();
    requests.length = 0;

    const opened = page.waitForEvent('popup');
    await extension.getByRole('button', { name: 'Settings of Coursemate' }).press('Enter');
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await popup.getByText(/^Coursemate will forget your sign-in/).waitFor();
    // The page focuses its button once Teams is there.
    await popup.locator('button:focus').waitFor();
    const ended = page.waitForResponse((response) => response.url().endsWith('/settings/end'));
    await popup.keyboard.press('Enter').catch(() => undefined);
    await closed;
    expect((await ended).status()).toBe(204);

    await extension.getByRole('option').first().waitFor();
    expect(requests.map(({ grant }) => grant)).toContain('on_behalf_of');
    await page.context().close();
  });

  it('leads to the catalog, and walks through its rows by keyboard', async () => {
    const page = await here.open();
    await page.getByRole('button', { name: 'Coursemate', exact: true }).click();
    const extension = page.getByRole('dialog', { name: 'Coursemate' });
    const box = extension.getByRole('combobox', { name: 'Search courses' });
    await extension.getByRole('option').first().waitFor();

    await box.fill('arbeitsschutz');
    const row = extension.getByRole('option', { name: /Not found in your courses/ });
    // Searches again until the catalog is loaded.
    await eventually('the catalog', async () => {
      await box.press('Enter');
      await extension.locator('.hits-scroller[aria-busy="false"]').waitFor();
      return (await row.isVisible()) ? true : undefined;
    });
    await box.press('ArrowDown');
    await box.press('ArrowDown');
    const active = extension.getByRole('option', { selected: true });
    expect(await active.innerText()).toMatch(/Catalog · not assigned to you/);
    await box.press('Enter');
    await page.getByRole('group', { name: 'Card to send' }).waitFor();
    await page.context().close();
  });
});
