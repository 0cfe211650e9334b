import type { Locator, Page } from 'playwright-core';
import { findPersonId } from '../support/local-world';
import { startBrowserWorld, type BrowserWorld } from '../support/browser';

let here: BrowserWorld;

beforeAll(async () => {
  here = await startBrowserWorld({ locale: 'en-US', crowd: 60 });
});

afterAll(async () => {
  await here.close();
});

async function openChannel(givenName: string): Promise<Page> {
  const page = await here.open({ personId: findPersonId(here.world, givenName) });
  await page
    .getByRole('navigation', { name: 'Chats' })
    .getByRole('link', { name: /^Everybody/ })
    .click();
  return page;
}

function sharedCardOn(page: Page): Locator {
  return page.getByRole('article', { name: /via Coursemate/ });
}

function viewsInTheLog(): readonly string[] {
  const titles = here.world.log.entries().map(({ title }) => title);
  return titles.filter((title) => title.startsWith('invoke adaptiveCard/action shared-course/'));
}

describe('a course shared with more than 60 people, in the browser', () => {
  it('shows a status only to a viewer who asks for it', async () => {
    const amara = await openChannel('Amara');
    await amara.getByRole('button', { name: 'Coursemate', exact: true }).click();
    await amara
      .getByRole('option', { name: /Phishing/ })
      .first()
      .click();
    await amara.getByRole('group', { name: 'Card to send' }).waitFor();
    await amara.getByRole('button', { name: 'Send' }).click();
    await sharedCardOn(amara).getByRole('button', { name: 'See my status' }).waitFor();
    const jonas = await openChannel('Jonas');
    await sharedCardOn(jonas).getByRole('button', { name: 'Refresh card' }).waitFor();
    expect(viewsInTheLog()).toEqual([]);

    await sharedCardOn(jonas).getByRole('button', { name: 'See my status' }).click();

    await sharedCardOn(jonas).getByText('Not in your courses.').waitFor();
    expect(await sharedCardOn(amara).innerText()).not.toContain('your list');
    expect(viewsInTheLog()[0]).toBe('invoke adaptiveCard/action shared-course/view');
  });
});
