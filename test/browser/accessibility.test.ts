import type * as Axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { say, shareCard, startBrowserWorld, type BrowserWorld, type Appearance } from '../support/browser';
import { findPersonId, shareLinkOf } from '../support/local-world';
import { elementsCard } from './elements-card';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** The focus stays in the search box, whose arrow keys scroll the results (ARIA's combobox pattern). */
const EXCEPTED = 'scrollable-region-focusable .hits-scroller';

let here: BrowserWorld;

beforeAll(async () => {
  here = await startBrowserWorld();
});

afterAll(async () => {
  await here.close();
});

/** The page's violations of WCAG 2.2 A and AA and of best practices: rule, element and reason. */
async function findViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(document, { runOnly: { type: 'tag', values } });
  });
  return violations
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
    .filter((violation) => !violation.startsWith(EXCEPTED));
}

const appearances: readonly Appearance[] = [
  { theme: 'light', width: 1280 },
  { theme: 'contrast', width: 1280 },
  { theme: 'dark', width: 360 },
];

describe.each(appearances)('accessibility in $theme at $width pixels', (appearance) => {
  it('a learner’s chat, and their search', async () => {
    const page = await here.open(appearance);
    for (const phrase of ['help', 'my courses', 'what is overdue?', 'lkjh poiu']) await say(page, phrase);
    expect(await findViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Coursemate', exact: true }).click();
    await page.getByRole('dialog', { name: 'Coursemate' }).getByRole('option').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('the newer elements of cards, the menu behind "…", the page’s menu and the tour', async () => {
    const personId = findPersonId(here.world, 'Amara');
    const page = await here.open({ ...appearance, personId, isFirstVisit: true });
    await page.getByRole('region', { name: 'Tour' }).waitFor();
    const card = await shareCard(page, personId, elementsCard);
    expect(await findViolations(page)).toEqual([]);

    await card.getByRole('button', { name: 'More actions' }).click();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start over…' }).click();
    expect(await findViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('a manager’s chat', async () => {
    const page = await here.open({ ...appearance, personId: findPersonId(here.world, 'Katherine') });
    for (const phrase of ['team', 'status of Ben', 'status of Amara']) await say(page, phrase);
    expect(await findViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('a chat in Arabic', async () => {
    const page = await here.open({ ...appearance, personId: findPersonId(here.world, 'Layla') });
    for (const phrase of ['help', 'my courses', 'lkjh poiu']) await say(page, phrase);
    expect(await findViolations(page)).toEqual([]);
    await page.context().close();
  });
});

it('a change of theme reaches the texts at once when motion is reduced', async () => {
  const page = await here.open();
  const color = await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'contrast';
    return getComputedStyle(document.body).color;
  });
  expect(color).toBe('rgb(255, 255, 255)');
  await page.context().close();
});

describe('accessibility of the bot’s own pages', () => {
  let page: Page;

  beforeAll(async () => {
    page = await here.open();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each([
      '/',
      '/privacy',
      '/terms',
      '/c/somewhere/some-course',
      '/auth/start',
      '/auth/end',
      '/auth/sign-out?state=x',
    ])('%s', async (path) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(new URL(path, here.world.bot?.messagesUrl).href);
      expect(await findViolations(page)).toEqual([]);
    });

    it('the link of a shared course', async () => {
      const link = await shareLinkOf(here.world.teams.client(findPersonId(here.world, 'Amara')));
      await page.emulateMedia({ colorScheme });
      await page.goto(link);
      await page.getByRole('heading', { name: 'Code of conduct 2026' }).waitFor();
      expect(await findViolations(page)).toEqual([]);
    });
  });
});
