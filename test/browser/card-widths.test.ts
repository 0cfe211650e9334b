import type * as adaptiveCards from 'adaptivecards';
import express from 'express';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { listen, stop } from '../../sandbox/teams/listen';
import { createStaticFiles } from '../../sandbox/web/static-files';
import type { Card } from '../../src/cards/define-card';
import { languages, textsFor } from '../../src/i18n/catalog';
import { sampleCardsFor } from '../cards/sample-cards';
import { launchBrowser } from '../../tools/pictures/launch-browser';

const SANDBOX = join(__dirname, '../../sandbox/web');
const renderer = require.resolve('adaptivecards/dist/adaptivecards.min.js');
const hostConfig: unknown = JSON.parse(readFileSync(join(SANDBOX, 'host-configs/light.json'), 'utf8'));

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = createServer(express().use(createStaticFiles()));
  const url = await listen(server, 0);
  browser = await launchBrowser();
  page = await browser.newPage({ bypassCSP: true });
  // Any file of the page's origin, from which its modules are imported.
  await page.goto(new URL('/page/styles/card.css', url).href);
  await page.setContent(
    '<!doctype html><html data-theme="light"><body style="margin:0"><div class="card" id="card"></div>',
  );
  for (const style of ['tokens', 'card', 'newer-elements']) {
    await page.addStyleTag({ path: join(SANDBOX, `page/styles/${style}.css`) });
  }
  // The renderer would break long words instead of letting them overflow, which hides the problem.
  await page.addStyleTag({ content: '.card * { overflow-wrap: normal !important; }' });
  await page.addScriptTag({ path: renderer });
  await page.evaluate(`import('/page/newer-elements.js').then((module) => Object.assign(window, module))`);
});

afterAll(async () => {
  await browser.close();
  await stop(server);
});

type Elements = 'newer elements' | 'their fallback';

/** The parts of a card that are cut off: buttons with long titles, badges, and words wider than their container. */
function findCutOff(card: Card, elements: Elements): Promise<readonly string[]> {
  return page.evaluate(
    ({ json, config, hasNewer }) => {
      const { AdaptiveCards, newerElements } = window as unknown as {
        AdaptiveCards: typeof adaptiveCards;
        newerElements: () => adaptiveCards.SerializationContext;
      };
      const shown = new AdaptiveCards.AdaptiveCard();
      shown.hostConfig = new AdaptiveCards.HostConfig(config);
      shown.parse(json, hasNewer ? newerElements() : undefined);
      const holder = document.getElementById('card');
      holder?.replaceChildren(shown.render() ?? 'not rendered');
      const parts =
        holder?.querySelectorAll<HTMLElement>(
          '.ac-textBlock, .ac-richTextBlock, button *, .card-badge > span, .chart-legend > li',
        ) ?? [];
      return [...parts]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ innerText }) => innerText);
    },
    { json: card, config: hostConfig, hasNewer: elements === 'newer elements' },
  );
}

describe.each(languages)('cards in %s', (language) => {
  // Phones of 320 and 360 pixels, minus Teams' margins beside a card.
  it.each([
    [288, 'newer elements'],
    [288, 'their fallback'],
    [328, 'newer elements'],
    [328, 'their fallback'],
  ] as const)('fit into %d pixels with %s', async (width, elements) => {
    await page.setViewportSize({ width, height: 800 });

    for (const [scenario, { reply }] of sampleCardsFor(language)) {
      expect([scenario, await findCutOff(reply.card, elements)]).toEqual([scenario, []]);
    }
  });

  it('run in the direction of the language', async () => {
    const [[, { reply }]] = sampleCardsFor(language) as [ReturnType<typeof sampleCardsFor>[number]];

    await findCutOff(reply.card, 'newer elements');

    const direction = await page.locator('.ac-adaptiveCard').getAttribute('dir');
    expect(direction ?? 'ltr').toBe(textsFor(language).language.rtl ? 'rtl' : 'ltr');
  });
});
