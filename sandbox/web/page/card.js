import { toast } from './announce.js';
import { element, setAttribute } from './dom.js';
import { keepFocus } from './keep-focus.js';
import { followLink } from './links.js';
import { renderMarkdown } from './markdown.js';
import { newerElements } from './newer-elements.js';
import { showOverflowMenu } from './overflow-menu.js';

const { AdaptiveCards } = /** @type {typeof window & { AdaptiveCards: typeof import('adaptivecards') }} */ (
  window
);

/** @type {Map<string, object>} host configs by theme */
const hostConfigs = new Map();

/** Loads what cards need; call it before the first card is shown. */
export async function loadHostConfigs() {
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  Object.assign(AdaptiveCards.Strings.defaults, {
    overflowButtonText: () => '…',
    overflowButtonTooltip: () => 'More actions',
  });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    // Serialized from nodes, so HTML in the text stays text.
    result.outputHtml = element('div', {}, renderMarkdown(text)).innerHTML;
    result.didProcess = true;
  };
  await Promise.all(
    ['light', 'dark', 'contrast'].map(async (theme) => {
      const response = await fetch(`/host-configs/${theme}.json`);
      hostConfigs.set(theme, await response.json());
    }),
  );
}

/**
 * How a card looks: its theme, and whether this Teams client knows the newer elements or shows their fallback.
 * @typedef {{ theme: string, elements: string }} CardLook
 */

/**
 * The parts of a card that the page itself reads; a card may have other types there.
 * @typedef {{ speak?: unknown, msteams?: { width?: unknown }, refresh?: { userIds?: unknown, action?: object } }} CardJson
 */

/**
 * One Adaptive Card; it is replaced in place when the person's view of it changes.
 * @param {{ messageId?: string, session: import('./person-session.js').Session }} options
 * without `messageId` it is not sent yet
 */
export function createCard({ messageId, session }) {
  const content = element('div', { class: 'card-content' });
  const node = element(
    'div',
    { class: 'card', role: 'group', tabindex: '-1' },
    element('div', { class: 'card-progress' }),
    content,
  );
  let spoken = '';

  /** @param {import('adaptivecards').Action} action */
  function run(action) {
    if (action instanceof AdaptiveCards.OpenUrlAction) {
      followLink(action.url ?? '', session);
      return;
    }
    if (messageId === undefined) {
      toast('Buttons work after the card is sent.');
      return;
    }
    if (node.getAttribute('aria-busy') === 'true') return;
    if (action instanceof AdaptiveCards.ExecuteAction) {
      const { id, verb, data } = action;
      void session.attempt(session.api.press(messageId, { id: id || undefined, verb, data }));
    } else if (action instanceof AdaptiveCards.SubmitAction) {
      const { data } = action;
      const isString = typeof data === 'string';
      void session.attempt(session.api.submit(messageId, isString ? { value: data } : (data ?? {})));
    }
  }

  /** @param {object} json @param {CardLook} look */
  function render(json, { theme, elements }) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfigs.get(theme));
    card.onDisplayOverflowActionMenu = (actions, button) => {
      if (button !== undefined) showOverflowMenu(actions, button);
      return true;
    };
    card.onExecuteAction = run;
    card.onAnchorClicked = (_element, anchor) => {
      followLink(anchor.href, session);
      return true;
    };
    card.parse(withLocalImages(json), elements === 'fallback' ? undefined : newerElements());
    const rendered = card.render();
    // Readers that join the texts of a row would join the last word of one with the first of the next.
    for (const text of rendered?.querySelectorAll('.ac-textBlock, .ac-richTextBlock, .card-badge') ?? [])
      text.append(' ');
    return rendered;
  }

  return {
    node,
    /** @param {CardJson} json untrusted @param {CardLook} look */
    show(json, look) {
      spoken = typeof json.speak === 'string' ? json.speak : 'A card';
      node.setAttribute('aria-label', spoken);
      const rendered = render(json, look) ?? element('p', { class: 'soft' }, "This card can't be displayed.");
      setAttribute(node, 'data-width', json.msteams?.width === 'Full' && 'full');
      setAttribute(node, 'data-elements', look.elements);
      keepFocus(node, () => content.replaceChildren(rendered));
    },
    /** @param {boolean} isBusy */
    setBusy: (isBusy) => setAttribute(node, 'aria-busy', String(isBusy)),
    spoken: () => spoken,
  };
}

/**
 * Points all pictures of a card at the sandbox, since the hosts of the world's pictures do not exist.
 * @param {unknown} value a card or a part of it
 * @returns {unknown} a copy
 */
function withLocalImages(value) {
  if (Array.isArray(value)) return value.map(withLocalImages);
  if (typeof value !== 'object' || value === null) return value;
  /** @type {Record<string, unknown>} */
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLocalImages(part)]));
  if (copy.type === 'Image') copy.url = localImage(copy.url);
  if (typeof copy.iconUrl === 'string') copy.iconUrl = localImage(copy.iconUrl);
  const { backgroundImage } = copy;
  if (typeof backgroundImage === 'string') copy.backgroundImage = localImage(backgroundImage);
  else if (typeof backgroundImage === 'object' && backgroundImage !== null && 'url' in backgroundImage)
    backgroundImage.url = localImage(backgroundImage.url);
  return copy;
}

/** @param {unknown} url */
export function localImage(url) {
  const address = String(url);
  if (/^https?:\/\/[^/]+\/icon\.png$/.test(address)) return '/page/icon.svg';
  return address.startsWith('data:image/') ? address : `/image-proxy?url=${encodeURIComponent(address)}`;
}
