import type { Locator, Page } from 'playwright-core';
import { clearAuditLog } from '../support/audit-log';
import { findPersonId } from '../support/local-world';
import {
  messageBox,
  pressAndWait,
  say,
  sidewaysOverflow,
  startBrowserWorld,
  type BrowserWorld,
  type Appearance,
} from '../support/browser';

let here: BrowserWorld;

beforeAll(async () => {
  here = await startBrowserWorld();
  here.world.graph.settings.reportsDelegated = 'allowed';
});

afterAll(async () => {
  await here.close();
});

function openAs(givenName: string, appearance: Appearance = {}): Promise<Page> {
  return here.open({ personId: findPersonId(here.world, givenName), ...appearance });
}

async function askForTeam(page: Page): Promise<Locator> {
  const card = await say(page, 'my team');
  await card.getByRole('heading', { name: 'Your team' }).waitFor();
  return card;
}

describe('a manager in the browser', () => {
  it('views the team, overdue people, one course and one person', async () => {
    const page = await openAs('Katherine');
    const card = await askForTeam(page);
    expect(await card.innerText()).toContain('No Viva Learning license');

    await card.getByRole('button', { name: 'Overdue', exact: true }).click();
    await card.getByRole('heading', { name: 'Who’s overdue' }).waitFor();
    expect(await card.getByText('Noah Tremblay').count()).toBe(0);

    await card.getByRole('combobox', { name: 'By course' }).selectOption('Data protection essentials (GDPR)');
    await card.getByRole('button', { name: 'Show course' }).click();
    await card.getByRole('heading', { name: 'Your team in one course' }).waitFor();
    expect(await card.innerText()).toMatch(/Not assigned/);

    await pressAndWait(page, card, 'Everyone');
    await card.getByRole('button', { name: /Amara Diallo/ }).click();
    await card.getByRole('heading', { name: /courses/ }).waitFor();
    expect(await card.innerText()).toContain('Amara Diallo');
    await page.context().close();
  });

  it('opens a teammate, one of their courses, refreshes it and goes back to the list', async () => {
    const page = await openAs('Katherine');
    const card = await say(page, 'status of Amara');
    await card.getByRole('heading', { name: /^\d+ courses? (?:is|are) / }).waitFor();
    expect(await card.innerText()).toContain('Amara Diallo');

    await card.getByRole('button', { name: /Code of conduct/ }).click();
    await card.getByText('Assigned by').waitFor();
    await pressAndWait(page, card, 'Refresh');
    await card.getByText('Assigned by').waitFor();
    expect(await card.innerText()).toContain('Amara Diallo');
    await pressAndWait(page, card, 'Back to the list');
    await card.getByRole('heading', { name: /^\d+ courses? (?:is|are) / }).waitFor();
    await page.context().close();
  });

  it('chooses between two people with one name', async () => {
    const page = await openAs('Katherine');
    const card = await say(page, 'status of Ben');

    await card.getByRole('button', { name: /Ben Lindgren/ }).click();

    await card.getByRole('heading', { name: /^\d+ courses? (?:is|are) / }).waitFor();
    expect(await card.innerText()).toContain('Ben Lindgren');
    await page.context().close();
  });

  it('exports the team to OneDrive', async () => {
    const page = await openAs('Katherine');
    const card = await askForTeam(page);

    await card.getByRole('button', { name: 'Export' }).click();
    const offer = page.getByRole('article', { name: /^Coursemate/ }).last();
    await offer.getByRole('button', { name: 'Accept' }).click();

    await page
      .getByRole('link', { name: /Team courses 2026-11-23\.csv/ })
      .last()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await page.context().close();
  });

  it('asks in a channel, which shows no one’s courses', async () => {
    const page = await openAs('Katherine');
    const chats = page.getByRole('navigation', { name: 'Chats' });
    await chats.getByRole('link', { name: /^Learning(?! lunch)/ }).click();
    await messageBox(page).fill('@Coursemate status of Amara');
    await messageBox(page).press('Enter');
    const line = page.getByRole('article', { name: /^Coursemate/ }).last();
    await line.getByText('I’ve answered you there.').waitFor();
    expect(await line.innerText()).not.toContain('Amara');

    await chats.getByRole('link', { name: /^Coursemate/ }).click();

    await page
      .getByRole('heading', { name: /^\d+ courses? (?:is|are) / })
      .last()
      .waitFor();
    await page.context().close();
  });

  it('can do everything with the keyboard', async () => {
    const page = await openAs('Katherine');
    await messageBox(page).focus();
    await page.keyboard.type('who is overdue?');
    await page.keyboard.press('Enter');
    const card = page.getByRole('article', { name: /^Coursemate/ }).last();
    await card.getByRole('heading', { name: 'Who’s overdue' }).waitFor();

    await card.getByRole('button', { name: /Amara Diallo/ }).focus();
    await page.keyboard.press('Enter');
    await card.getByRole('heading', { name: /^\d+ courses? (?:is|are) / }).waitFor();
    await card.getByRole('button', { name: /Code of conduct/ }).focus();
    await page.keyboard.press('Space');
    await card.getByText('Assigned by').waitFor();
    const course = await card.innerText();
    await card.getByRole('button', { name: 'Back to the list' }).focus();
    await page.keyboard.press('Enter');
    await card.getByRole('heading', { name: /^\d+ courses? (?:is|are) / }).waitFor();

    expect(course).toContain('Code of conduct');
    expect(course).toContain('Amara Diallo');
    expect(await card.innerText()).toContain('Amara Diallo');
    expect(await card.getByText('Assigned by').count()).toBe(0);
    await page.context().close();
  });
});

describe('a report in the browser', () => {
  it('reads who viewed their courses', async () => {
    clearAuditLog(here.world);
    const manager = await openAs('Katherine');
    const team = await askForTeam(manager);
    await team.getByRole('button', { name: /Amara Diallo/ }).click();
    await team.getByRole('heading', { name: /^\d+ courses? (?:is|are) / }).waitFor();
    await manager.context().close();
    const page = await openAs('Amara');

    const card = await say(page, 'who looked at my courses?');

    await card.getByRole('heading', { name: 'Who viewed your courses' }).waitFor();
    await card.getByText('Katherine Walsh').first().waitFor();
    expect(await card.innerText()).toMatch(/Your list[^]*Team overview/);
    await page.context().close();
  });
});

describe('the team in each theme and width', () => {
  it.each([
    ['dark', 1280],
    ['contrast', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('%s at %d pixels shows everything without scrolling sideways', async (theme, width) => {
    const page = await openAs('Katherine', { theme, width });
    await askForTeam(page);

    expect(await sidewaysOverflow(page)).toBe(0);
    await page.context().close();
  });
});
