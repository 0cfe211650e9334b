import type { Page } from 'playwright-core';
import type { WorldView } from '../../sandbox/web/page-shapes';
import { startBrowserWorld, type BrowserWorld } from '../support/browser';

let here: BrowserWorld;
let page: Page;

beforeAll(async () => {
  here = await startBrowserWorld();
  page = await here.open();
});

afterAll(async () => {
  await here.close();
});

/** Serves a world in which the first two people are the cast, the first with a face. */
async function groupPeople(): Promise<void> {
  await page.route('**/api/world', async (route) => {
    const response = await route.fetch();
    const world = (await response.json()) as WorldView;
    const people = world.people.map((person, index) => ({
      ...person,
      faceUrl: ['/page/icon.svg', '/page/nowhere.svg'][index],
      group: index < 2 ? 'cast' : 'test',
    }));
    await route.fulfill({ response, json: { ...world, people } });
  });
  await page.reload();
}

describe('the people menu', () => {
  it('has the cast first and test people in a group of their own, with faces and stories', async () => {
    await groupPeople();
    const [amara, jonas, third] = here.world.world.people;
    await page.getByRole('button', { name: /^You are/ }).click();

    const cast = page.getByRole('list', { name: 'The cast' }).getByRole('link');
    expect(await cast.count()).toBe(2);
    expect(await cast.first().innerText()).toContain(amara?.story);
    expect(await cast.first().locator('img').getAttribute('src')).toBe('/page/icon.svg');
    const others = page.getByRole('list', { name: 'Test people' }).getByRole('link');
    expect(await others.first().innerText()).toContain(third?.story);

    // A face that does not load leaves the initials.
    await cast.last().getByText('JW', { exact: true }).waitFor();
    expect(await cast.last().innerText()).toContain(jonas?.user.displayName);
    await page.keyboard.press('Escape');
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

  it('says why it could not, and can be tried again', async () => {
    await page.route('**/api/start-over', (route) =>
      route.fulfill({ status: 503, json: { message: 'The bot did not start.' } }),
    );
    const dialog = await openDialog();
    const confirm = dialog.getByRole('button', { name: 'Start over' });
    await confirm.click();
    expect(await dialog.getByRole('alert').innerText()).toBe('The bot did not start.');

    await page.unroute('**/api/start-over');
    const asked: string[] = [];
    await page.route('**/api/start-over', (route) => {
      asked.push(route.request().method());
      return route.fulfill({ status: 204 });
    });
    await confirm.click();

    await page.getByText('Everything is back to the start.').first().waitFor();
    expect(asked).toEqual(['POST']);
    expect(await dialog.count()).toBe(0);
  });
});
