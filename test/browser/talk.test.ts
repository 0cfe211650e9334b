import { findPersonId } from '../support/local-world';
import { messageBox, say, sidewaysOverflow, startBrowserWorld, type BrowserWorld } from '../support/browser';

let here: BrowserWorld;

beforeAll(async () => {
  here = await startBrowserWorld();
});

afterAll(async () => {
  await here.close();
});

describe('what is suggested above the message box', () => {
  it('is the app’s prompt starters at first, then what the bot sends with its last message', async () => {
    const page = await here.open({ personId: findPersonId(here.world, 'Jonas') });
    const chips = page.getByRole('group', { name: 'Suggestions' }).getByRole('button');

    expect(await chips.allInnerTexts()).toEqual([
      'Meine Kurse',
      'Was ist überfällig?',
      'Was ist diese Woche fällig?',
    ]);
    await chips.nth(1).click();
    expect(await messageBox(page).inputValue()).toBe('what is overdue?');

    await say(page, 'my courses');
    await page.getByRole('button', { name: 'Diese Woche fällig', exact: true }).waitFor();
    expect(await chips.count()).toBe(3);

    await page.getByRole('button', { name: 'Diese Woche fällig', exact: true }).click();
    await page.getByText('what is due this week?', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Pflichtkurse', exact: true }).first().waitFor();
    await say(page, 'help');
    await chips.first().waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('thumbs under an answer', () => {
  it.each(['light', 'contrast'] as const)('open a form, and show what was given: %s', async (theme) => {
    const page = await here.open({ theme, width: 360 });
    const groups = page.getByRole('group', { name: 'Feedback on this answer' });
    const help = await say(page, 'help');
    expect(await help.getByRole('group', { name: 'Feedback on this answer' }).count()).toBe(0);
    await say(page, 'what is overdue?');
    const thumbs = groups.last();

    await thumbs.getByRole('button', { name: 'Dislike' }).click();
    await page.getByRole('textbox', { name: 'What could be better?' }).fill('shorter, please');
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.getByRole('button', { name: 'Submit' }).click();

    await thumbs.getByText('Feedback submitted').waitFor();
    expect(await thumbs.getByRole('button', { pressed: true }).getAttribute('aria-label')).toBe('Dislike');
    expect(here.world.log.entries().some(({ title }) => title.includes('message/submitAction'))).toBe(true);
    await page.context().close();
  });
});
