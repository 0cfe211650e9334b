import { avatar, botAvatar } from './avatar.js';
import { createCard } from './card.js';
import { element, icon, setAttribute } from './dom.js';
import { createFeedbackPart } from './feedback-part.js';
import { fileParts, filesOf, spokenFile } from './file-part.js';
import { keepFocus } from './keep-focus.js';
import { withLinks } from './links.js';
import { renderMarkdown } from './markdown.js';
import { signInPart } from './sign-in-part.js';

/** Most members of a conversation in which a card that names no people refreshes automatically. */
const MOST_AUTOMATIC = 60;
const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * One message as a list item. `update` changes only the parts that differ.
 * @param {import('./api.js').MessageView} first
 * @param {import('./person-session.js').Session} session
 */
export function createMessage(first, session) {
  const { author } = first;
  const isMine = author.id === session.person.id;
  // People can send cards only with the message extension.
  const via = !author.isBot && cardsOf(first).length > 0 ? ' via Coursemate' : '';
  const text = element('div', { class: 'message-text', dir: 'auto', hidden: true });
  const cards = element('div', { class: 'message-cards' });
  const files = element('div', { class: 'message-files', tabindex: '-1' });
  const signIn = element('div', { class: 'message-sign-in' });
  const deleted = element('p', { class: 'soft', hidden: true }, 'This message has been deleted.');
  const liked = element(
    'p',
    { class: 'reaction', role: 'img', 'aria-label': 'Liked by 1 person', hidden: true },
    icon('like'),
    '1',
  );
  const edited = element('span', { class: 'soft', hidden: true }, 'Edited');
  const refresh = element(
    'button',
    { class: 'refresh-button', type: 'button', hidden: true, onclick: () => void refreshCard() },
    icon('refresh'),
    'Refresh card',
  );
  const feedback = createFeedbackPart(first.id, session);
  const bubble = element('div', { class: 'bubble' }, text, cards, files, signIn, deleted);
  const node = element(
    'li',
    { class: `message ${isMine ? 'message-mine' : 'message-theirs'}` },
    element('div', { class: 'message-avatar' }, author.isBot ? botAvatar() : avatar(author)),
    element(
      'article',
      {
        class: 'message-body',
        'aria-label': `${isMine ? 'You' : author.name}${via}, ${session.timeOf(first.at)}`,
      },
      element(
        'div',
        { class: 'message-head' },
        isMine ? undefined : element('span', { class: 'message-author', dir: 'auto' }, author.name),
        via === '' ? undefined : element('span', { class: 'message-via' }, via),
        element('time', { datetime: first.at }, session.timeOf(first.at)),
        edited,
        refresh,
      ),
      bubble,
      liked,
      feedback.node,
    ),
  );
  /** @type {ReturnType<typeof createCard>[]} */
  let shown = [];
  let current = first;
  const changedPart = createChangeCheck();

  async function refreshCard() {
    const action = findRefresh(current)?.action;
    if (action !== undefined) await session.attempt(session.api.press(current.id, action));
  }

  return {
    node,
    /** @param {import('./api.js').MessageView} view @param {{ look: import('./card.js').CardLook, memberCount: number }} context */
    update(view, { look, memberCount }) {
      current = view;
      edited.hidden = !view.isEdited || view.isDeleted;
      deleted.hidden = !view.isDeleted;
      liked.hidden = !view.isLiked;
      feedback.node.hidden = view.feedback === undefined;
      feedback.show(view.feedback ?? 'none');
      if (changedPart('text', view.text)) showText(text, view, session);
      refresh.hidden = !isRefreshedByHand(view, memberCount);
      refresh.disabled = view.isBusy;
      const contents = cardsOf(view);
      if (changedPart('cards', [contents.length])) {
        shown = contents.map(() => createCard({ messageId: view.id, session }));
        cards.replaceChildren(...shown.map((card) => card.node));
      }
      shown.forEach((card, index) => {
        const json = contents[index] ?? {};
        if (changedPart(`card ${index}`, [json, look])) card.show(json, look);
        card.setBusy(view.isBusy);
      });
      if (changedPart('files', [filesOf(view), view.fileConsent, view.isBusy]))
        keepFocus(files, () => files.replaceChildren(...fileParts(view, session)));
      if (changedPart('signIn', view.signIn)) signIn.replaceChildren(...signInPart(view, session));
      const hasFiles = filesOf(view).length > 0;
      setAttribute(bubble, 'data-has-card', shown.length > 0 || hasFiles || view.signIn !== undefined);
    },
    /** @param {boolean} continues the author of the message before goes on */
    setContinues: (continues) => node.classList.toggle('message-continues', continues && via === ''),
    /** The text that a screen reader says when the message comes. */
    spoken: () =>
      [
        current.text,
        ...shown.map((card) => card.spoken()),
        ...filesOf(current).map(spokenFile),
        current.signIn?.text,
      ]
        .filter(Boolean)
        .join('. '),
  };
}

/**
 * @param {HTMLElement} node
 * @param {import('./api.js').MessageView} view
 * @param {import('./person-session.js').Session} session
 */
function showText(node, { text, author }, session) {
  node.hidden = text === '';
  // Only the bot's text is Markdown; people's text is shown as typed.
  node.replaceChildren(...(author.isBot ? [renderMarkdown(text)] : withLinks(text, session)));
}

/** @param {import('./api.js').MessageView} view @returns {import('./card.js').CardJson[]} */
function cardsOf({ attachments }) {
  return attachments
    .filter(({ contentType }) => contentType === ADAPTIVE_CARD)
    .map(({ content }) => content ?? {});
}

/** @param {import('./api.js').MessageView} view */
function findRefresh(view) {
  return cardsOf(view).find(({ refresh }) => refresh)?.refresh;
}

/**
 * Whether the card refreshes only on request: it names no people and the conversation is large.
 * @param {import('./api.js').MessageView} view
 * @param {number} memberCount
 */
function isRefreshedByHand(view, memberCount) {
  const refresh = findRefresh(view);
  return refresh !== undefined && refresh.userIds === undefined && memberCount > MOST_AUTOMATIC;
}

/** Creates a function that tells whether a part's value differs from the last one. */
function createChangeCheck() {
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @param {string} part @param {unknown} value */
  return (part, value) => {
    const text = JSON.stringify(value) ?? '';
    if (known.get(part) === text) return false;
    known.set(part, text);
    return true;
  };
}
