import type { Page } from 'playwright-core';
import { say, startBrowserWorld, type BrowserWorld, pressInMenu } from '../support/browser';

let here: BrowserWorld;
let page: Page;

beforeAll(async () => {
  here = await startBrowserWorld();
  page = await here.open();
});

afterAll(async () => {
  await here.close();
});

async function openDrawer(tab: string): Promise<void> {
  if (await page.getByRole('tab', { name: tab }).isHidden())
    await page.getByRole('button', { name: 'Developer' }).click();
  await page.getByRole('tab', { name: tab }).click();
}

/** The page's latest announcement for screen readers. */
function announced(): Promise<string> {
  return page.locator('#announcements').innerText();
}

describe('a card action that fails', () => {
  it('is shown and announced as failed when the bot does not answer', async () => {
    const card = await say(page, 'my courses');
    const url = here.world.teams.bot.messagesUrl;
    here.world.teams.bot.messagesUrl = 'http://127.0.0.1:9/api/messages';

    await pressInMenu(page, card, 'Refresh');
    const toast = page.locator('.toast');
    await toast.waitFor();

    expect(await toast.getAttribute('class')).toContain('toast-error');
    expect(await announced()).toContain('Something went wrong. Please try again.');
    expect(await page.locator('.toast-done').count()).toBe(0);
    expect(await page.locator('.alert-error').count()).toBe(1);
    here.world.teams.bot.messagesUrl = url;
    await toast.getByRole('button', { name: 'Dismiss' }).click();
  });

  it('is no toast when the bot answers with a notice that tries again', async () => {
    const card = await say(page, 'my courses');
    here.world.graph.settings.fault = 'unavailable';

    await pressInMenu(page, card, 'Refresh');
    await card.getByRole('button', { name: 'Try again' }).waitFor();

    expect(await card.innerText()).toContain('Viva Learning isn’t available right now.');
    expect(await page.locator('.toast').count()).toBe(0);
  });
});

describe('"Reset all"', () => {
  it('ends the wait that the fault has left in the bot', async () => {
    here.world.graph.settings.fault = 'none';
    await openDrawer('Switches');
    const held = await say(page, 'my courses');
    const heldText = await held.innerText();

    await page.getByRole('button', { name: 'Reset all' }).click();
    await page.getByText('No changes').waitFor();

    expect(heldText).not.toContain('courses are overdue');
    expect(await announced()).toContain('All switches are reset, and the bot has restarted.');
    const card = await say(page, 'my courses');
    expect(await card.innerText()).toContain('courses are overdue');
  });
});

describe('events', () => {
  it('edit, delete and restore a message, and say what was sent', async () => {
    await openDrawer('Events');
    const mine = page.getByRole('article', { name: /^You/ }).last();

    await page.getByRole('textbox', { name: 'New text' }).fill('my open courses');
    await page.getByRole('button', { name: 'Edit my last message' }).click();
    await mine.getByText('my open courses').waitFor();
    await mine.getByText('Edited').waitFor();
    await page.getByRole('button', { name: 'Delete my last message' }).click();
    await mine.getByText('This message has been deleted.').waitFor();
    expect(await mine.getByText('my open courses').count()).toBe(0);
    await page.getByRole('button', { name: 'Restore my last message' }).click();
    await mine.getByText('my open courses').waitFor();

    await page.getByText('Restore my last message: sent to the bot.').waitFor({ state: 'attached' });
  });

  it('follow the chat that is open', async () => {
    await page.getByRole('link', { name: /Learning.*Channel/ }).click();

    await page.getByRole('button', { name: 'Team renamed' }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit my last message' }).count()).toBe(0);
  });
});
