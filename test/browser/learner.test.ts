import { findPersonId } from '../support/local-world';
import {
  messageBox,
  pressAndWait,
  say,
  sidewaysOverflow,
  startBrowserWorld,
  type BrowserWorld,
} from '../support/browser';

let here: BrowserWorld;

beforeAll(async () => {
  here = await startBrowserWorld();
});

afterAll(async () => {
  await here.close();
});

/** The heading of a list, which counts what matters most. */
const ANSWER = /^\d+ courses? (?:is|are) /;

describe('a learner in the browser', () => {
  it('asks for their courses, filters, turns the page, refreshes', async () => {
    const page = await here.open();

    const list = await say(page, 'my courses');
    await list.getByRole('heading', { name: ANSWER }).waitFor();
    expect(await list.innerText()).toContain('Start here');

    const rows = list.getByRole('button', { name: /, (?:Required|Recommended|Self-started)/ });
    expect(await rows.count()).toBe(6);
    await list.getByRole('button', { name: /^Show \d more$/ }).click();
    await list.getByRole('button', { name: 'Next' }).waitFor();
    expect(await rows.count()).toBeGreaterThan(8);
    await pressAndWait(page, list, 'Completed (19)');
    await list.getByRole('heading', { name: 'You finished 19 courses' }).waitFor();
    await list.getByRole('button', { name: '✓ Completed' }).waitFor();
    await pressAndWait(page, list, 'Refresh');
    await list.getByRole('heading', { name: 'You finished 19 courses' }).waitFor();
    await page.context().close();
  });

  it('opens a course, refreshes it in place and goes back', async () => {
    const page = await here.open();
    const card = await say(page, 'what is due this week?');

    await card.getByRole('button', { name: /Data protection essentials/ }).click();
    await card.getByText(/Katherine Walsh, /).waitFor();
    const image = card.getByRole('img');
    expect(await image.first().getAttribute('alt')).not.toBe('');
    expect(await card.innerText()).toMatch(/min|h/);

    await pressAndWait(page, card, 'Refresh');
    await card.getByText(/Katherine Walsh, /).waitFor();
    await pressAndWait(page, card, 'Back to my courses');
    await card
      .getByText(/due this week/i)
      .first()
      .waitFor();
    await page.context().close();
  });

  it('gets an answer to their own words, or suggestions', async () => {
    const page = await here.open();

    const overdue = await say(page, 'which mandatory trainings are overdue?');
    expect(await overdue.innerText()).toMatch(/required/i);

    const help = await say(page, 'order me a pizza');
    await help.getByRole('heading', { name: 'Sorry, I didn’t get that' }).waitFor();
    expect(await help.locator('.card').getByRole('button').count()).toBe(3);
    await help.getByRole('button', { name: 'My courses' }).click();
    await page.getByRole('heading', { name: ANSWER }).last().waitFor();
    await page.context().close();
  });

  it('signs out, and is signed in again by the next question', async () => {
    const page = await here.open();
    await say(page, 'my courses');

    const goodbye = await say(page, 'sign out');
    expect(await goodbye.innerText()).toContain('You’re signed out');
    here.world.entra.requests.length = 0;
    const list = await say(page, 'my courses');

    await list.getByRole('heading', { name: ANSWER }).waitFor();
    expect(here.world.entra.requests.filter(({ grant }) => grant === 'on_behalf_of')).toHaveLength(1);
    await page.context().close();
  });

  it('sees other courses as another person', async () => {
    const page = await here.open();
    const hers = await (await say(page, 'all my courses')).innerText();

    await page.getByRole('button', { name: /You are Amara/ }).click();
    await page.getByRole('link', { name: /Jonas Weber/ }).click();
    await page.getByRole('button', { name: /You are Jonas/ }).waitFor();
    const his = await (await say(page, 'all my courses')).innerText();

    expect(his).not.toBe(hers);
    await page.context().close();
  });

  it('gives consent in the sign-in page and gets the answer to the question', async () => {
    const page = await here.open({ personId: findPersonId(here.world, 'Sofia') });
    const prompt = await say(page, 'my courses');

    const replies = page.getByRole('article', { name: /^Coursemate/ });
    const before = await replies.count();

    const popup = page.waitForEvent('popup');
    await prompt.getByRole('button', { name: 'Sign in' }).click();
    const consent = await popup;
    await consent.getByRole('button', { name: 'Accept' }).click();
    await replies.nth(before).waitFor();

    // One answer, to the earlier question.
    expect(await replies.count()).toBe(before + 1);
    expect(await replies.last().getByRole('heading', { name: ANSWER }).count()).toBe(1);
    await page.context().close();
  });

  it('gives a second factor in the sign-in page and gets the answer on the first visit', async () => {
    const personId = findPersonId(here.world, 'Ben');
    const page = await here.open({ personId });
    here.world.entra.settings.personFaults.set(personId, 'secondFactorRequired');
    const prompt = await say(page, 'my courses');
    const replies = page.getByRole('article', { name: /^Coursemate/ });
    const before = await replies.count();

    const popup = page.waitForEvent('popup');
    await prompt.getByRole('button', { name: 'Sign in' }).click();
    const secondFactor = await popup;
    await secondFactor.getByText('asks for a second factor').waitFor();
    await secondFactor.getByRole('button', { name: 'Accept' }).click();
    await replies.nth(before).waitFor();

    expect(await replies.count()).toBe(before + 1);
    expect(await replies.last().getByRole('heading', { name: ANSWER }).count()).toBe(1);
    await page.context().close();
  });

  it('can do everything with the keyboard', async () => {
    const page = await here.open();
    const replies = page.getByRole('article', { name: /^Coursemate/ });
    await replies.last().waitFor();
    const list = replies.nth(await replies.count());
    await messageBox(page).focus();
    await page.keyboard.type('what is overdue?');
    await page.keyboard.press('Enter');
    await list.getByRole('heading', { name: '3 courses are overdue' }).waitFor();

    await list
      .getByRole('button', { name: /overdue/ })
      .first()
      .focus();
    const pressed = await page.locator(':focus').innerText();
    await page.keyboard.press('Enter');
    await list.getByRole('button', { name: 'Back to my courses' }).waitFor();

    expect(pressed).toContain('Code of conduct 2026');
    expect(await list.innerText()).toContain('Code of conduct 2026');
    expect(await list.getByRole('heading', { name: '3 courses are overdue' }).count()).toBe(0);
    await page.context().close();
  });
});

describe('each theme and width', () => {
  it.each([
    ['dark', 1280],
    ['contrast', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('%s at %d pixels shows everything without scrolling sideways', async (theme, width) => {
    const page = await here.open({ theme, width, height: 900 });
    const list = await say(page, 'my courses');
    await list.getByRole('heading', { name: ANSWER }).waitFor();

    await list.getByRole('button', { name: /Code of conduct/ }).click();
    await list.getByRole('button', { name: 'Back to my courses' }).waitFor();

    expect(await sidewaysOverflow(page)).toBe(0);
    await page.context().close();
  });
});
