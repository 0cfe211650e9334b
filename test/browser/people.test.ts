import type { Page } from 'playwright-core';
import { say, startBrowserWorld, type BrowserWorld } from '../support/browser';

let here: BrowserWorld;
let page: Page;

beforeAll(async () => {
  here = await startBrowserWorld();
  page = await here.open();
});

afterAll(async () => {
  await here.close();
});

describe('the people menu', () => {
  it('has the cast first and test people in a group of their own, with faces and stories', async () => {
    const [first] = here.world.world.people;
    await page.getByRole('button', { name: /^You are/ }).click();

    const cast = page.getByRole('list', { name: 'The cast' }).getByRole('link');
    const tests = page.getByRole('list', { name: 'Test people' }).getByRole('link');
    expect(await cast.first().innerText()).toContain(first?.story);
    expect(await cast.first().locator('img').getAttribute('src')).toBe(`/faces/${first?.key}.svg`);
    expect((await cast.count()) + (await tests.count())).toBe(here.world.world.people.length);
    expect(await tests.count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });

  it('shows initials where a face does not load', async () => {
    await page.route('**/faces/**', (route) => route.abort());
    await page.reload();

    await page
      .getByRole('button', { name: /^You are/ })
      .getByText('AD', { exact: true })
      .waitFor();
    await page.unroute('**/faces/**');
  });
});

describe('"Start over"', () => {
  const openDialog = async (): Promise<ReturnType<Page['getByRole']>> => {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Start over…' }).click();
    return page.getByRole('dialog', { name: 'Start over?' });
  };

  it('asks first', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    const dialog = await openDialog();

    await dialog.getByRole('button', { name: 'Cancel' }).click();

    await dialog.waitFor({ state: 'detached' });
    expect(sent.filter((url) => url.includes('start-over'))).toEqual([]);
  });

  it('says why it could not, and starts over in every tab when tried again', async () => {
    const other = await here.open();
    await say(other, 'my courses');
    await page.route('**/api/start-over', (route) =>
      route.fulfill({ status: 503, json: { message: 'The bot did not start.' } }),
    );
    const dialog = await openDialog();
    const confirm = dialog.getByRole('button', { name: 'Start over' });
    await confirm.click();
    expect(await dialog.getByRole('alert').innerText()).toBe('The bot did not start.');

    await page.unroute('**/api/start-over');
    await confirm.click();
    await page.getByText('Everything is back to the start.').first().waitFor();
    expect(await dialog.count()).toBe(0);
    for (const tab of [page, other]) {
      await tab
        .getByRole('article', { name: /^Coursemate/ })
        .first()
        .waitFor();
      expect(await tab.getByRole('article', { name: /^You/ }).count()).toBe(0);
    }
  });
});
