import type * as adaptiveCards from 'adaptivecards';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../src/cards/define-card';
import { languages, textsFor } from '../../src/i18n/catalog';
import { sampleCardsFor } from '../cards/sample-cards';
import { launchBrowser } from '../../tools/pictures/launch-browser';

const SANDBOX = join(__dirname, '../../sandbox/web');
const renderer = require.resolve('adaptivecards/dist/adaptivecards.min.js');
const hostConfig: unknown = JSON.parse(readFileSync(join(SANDBOX, 'host-configs/light.json'), 'utf8'));

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent(
    '<!doctype html><html data-theme="light"><body style="margin:0"><div class="card" id="card"></div>',
  );
  for (const style of ['tokens', 'card']) {
    await page.addStyleTag({ path: join(SANDBOX, `page/styles/${style}.css`) });
  }
  // The renderer would break long words instead of letting them overflow, which hides the problem.
  await page.addStyleTag({ content: '.card * { overflow-wrap: normal !important; }' });
  await page.addScriptTag({ path: renderer });
});

afterAll(async () => {
  await browser.close();
});

/** The parts of a card that are cut off: buttons with long titles, and words wider than their container. */
function findCutOff(card: Card): Promise<readonly string[]> {
  return page.evaluate(
    ({ json, config }) => {
      const { AdaptiveCards } = window as unknown as { AdaptiveCards: typeof adaptiveCards };
      const shown = new AdaptiveCards.AdaptiveCard();
      shown.hostConfig = new AdaptiveCards.HostConfig(config);
      shown.parse(json);
      const holder = document.getElementById('card');
      holder?.replaceChildren(shown.render() ?? 'not rendered');
      const parts = holder?.querySelectorAll<HTMLElement>('.ac-textBlock, .ac-richTextBlock, button *') ?? [];
      return [...parts]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ innerText }) => innerText);
    },
    { json: card, config: hostConfig },
  );
}

describe.each(languages)('cards in %s', (language) => {
  // Phones of 320 and 360 pixels, minus Teams' margins beside a card.
  it.each([288, 328])('fit into %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });

    for (const [scenario, { reply }] of sampleCardsFor(language)) {
      expect([scenario, await findCutOff(reply.card)]).toEqual([scenario, []]);
    }
  });

  it('run in the direction of the language', async () => {
    const [[, { reply }]] = sampleCardsFor(language) as [ReturnType<typeof sampleCardsFor>[number]];

    await findCutOff(reply.card);

    const direction = await page.locator('.ac-adaptiveCard').getAttribute('dir');
    expect(direction ?? 'ltr').toBe(textsFor(language).language.rtl ? 'rtl' : 'ltr');
  });
});
