import type { Card } from '../../src/cards/define-card';
import type * as AdaptiveCards from 'adaptivecards';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RenderedCard {
  readonly element: HTMLElement;
  /** The renderer's warnings about the card. */
  readonly complaints: readonly string[];
}

/** The package's main entry is an ES module, which jest does not load; this is the same as one CommonJS file. */
const { AdaptiveCard, HostConfig } = jest.requireActual<typeof AdaptiveCards>(
  'adaptivecards/dist/adaptivecards',
);

const hostConfig: unknown = JSON.parse(
  readFileSync(join(__dirname, '../../sandbox/web/host-configs/light.json'), 'utf8'),
);

/** jsdom has no layout and so no `innerText`, which the renderer writes the text of a `TextRun` to. */
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  configurable: true,
  get(this: HTMLElement) {
    return this.textContent;
  },
  set(this: HTMLElement, text: string) {
    this.textContent = text;
  },
});

/** The Markdown which hosts make of every TextBlock, as far as a test needs it. */
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text
    .replace(/\*\*(.+?)\*\*/gu, '<strong>$1</strong>')
    .replace(/\[(.+?)\]\((.+?)\)/gu, '<a href="$2">$1</a>');
  result.didProcess = true;
};

/** The card as Teams' own renderer shows it; for test files that run in jsdom. */
export function renderInBrowser(card: Card): RenderedCard {
  const renderer = new AdaptiveCard();
  renderer.hostConfig = new HostConfig(hostConfig);
  renderer.parse(card);
  const element = renderer.render();
  if (element === undefined) throw new Error('The card was not rendered');
  const complaints = renderer.validateProperties().validationEvents.map(({ message }) => message);
  return { element, complaints };
}
