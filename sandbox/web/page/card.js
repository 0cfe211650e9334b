import { toast } from './announce.js';
import { element, setAttribute } from './dom.js';
import { keepPlace } from './keep-place.js';
import { followLink } from './links.js';
import { renderMarkdown } from './markdown.js';

const { AdaptiveCards } = window;

/** @type {Record<string, object>} */
const hostConfigs = {};

/** Must have ended before the first card is shown. */
export async function loadHostConfigs() {
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    // Made of nodes, so that what becomes html here cannot hold any that the text brought along.
    result.outputHtml = element('div', {}, renderMarkdown(text)).innerHTML;
    result.didProcess = true;
  };
  await Promise.all(
    ['light', 'dark', 'contrast'].map(async (theme) => {
      const response = await fetch(`/host-configs/${theme}.json`);
      hostConfigs[theme] = await response.json();
    }),
  );
}

/**
 * One Adaptive Card, replaced in place when the person's view of it changes.
 * @param {{ messageId?: string, session: ReturnType<import('./person-session.js').createPersonSession> }} options
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

  /** @param {any} action */
  function run(action) {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl') {
      followLink(action.url ?? '', session);
      return;
    }
    if (messageId === undefined) {
      toast('The buttons work once the card is sent.');
      return;
    }
    if (node.getAttribute('aria-busy') === 'true') return;
    if (type === 'Action.Execute') {
      const { id, verb, data } = action;
      void session.attempt(session.api.press(messageId, { id: id || undefined, verb, data }));
    } else if (type === 'Action.Submit') {
      const { data } = action;
      const isString = typeof data === 'string';
      void session.attempt(session.api.submit(messageId, isString ? { value: data } : (data ?? {})));
    }
  }

  /** @param {object} json @param {string} theme */
  function render(json, theme) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfigs[theme]);
    card.onExecuteAction = run;
    card.onAnchorClicked = (_element, anchor) => {
      followLink(anchor.href, session);
      return true;
    };
    card.parse(withLocalImages(json));
    return card.render();
  }

  return {
    node,
    /** @param {any} json untrusted @param {string} theme */
    show(json, theme) {
      spoken = typeof json.speak === 'string' ? json.speak : 'A card';
      node.setAttribute('aria-label', spoken);
      const rendered = render(json, theme) ?? element('p', { class: 'soft' }, 'This card cannot be shown.');
      setAttribute(node, 'data-width', json.msteams?.width === 'Full' && 'full');
      keepPlace(node, () => content.replaceChildren(rendered));
    },
    /** @param {boolean} isBusy */
    setBusy: (isBusy) => setAttribute(node, 'aria-busy', String(isBusy)),
    spoken: () => spoken,
  };
}

/**
 * The hosts of the world's pictures do not exist, so all come from the sandbox.
 * @param {any} value any part of a card
 * @returns {any} a copy
 */
function withLocalImages(value) {
  if (Array.isArray(value)) return value.map(withLocalImages);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withLocalImages(part)]));
  if (copy.type === 'Image') copy.url = localImage(copy.url);
  if (typeof copy.iconUrl === 'string') copy.iconUrl = localImage(copy.iconUrl);
  if (typeof copy.backgroundImage === 'string') copy.backgroundImage = localImage(copy.backgroundImage);
  else if (copy.backgroundImage) copy.backgroundImage.url = localImage(copy.backgroundImage.url);
  return copy;
}

/** @param {unknown} url */
export function localImage(url) {
  const address = String(url);
  return address.startsWith('data:image/') ? address : `/image-proxy?url=${encodeURIComponent(address)}`;
}
