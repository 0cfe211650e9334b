import { announce } from './announce.js';
import { createCard } from './card.js';
import { element, icon } from './dom.js';
import { signInButton } from './sign-in-part.js';

const SIGN_IN_TEXT = 'Sign in to Coursemate to show this link as a card.';

/**
 * A card that is not sent yet, or the state of a link's preview; `url` is the link that needs a sign-in.
 * @typedef {{ kind: 'none' } | { kind: 'loading' } | { kind: 'card', card: object } | { kind: 'message', text: string }
 *   | { kind: 'signIn', title: string, link: string, url: string }} DraftState
 */

/**
 * The area below the message box for the card that is sent with the message.
 * @param {import('./person-session.js').Session} session
 * @param {{ chatId: () => string, onremove?: () => void }} options without `onremove` the card cannot be removed
 */
export function createDraft(session, { chatId, onremove }) {
  const content = element('div', { class: 'draft-content' });
  const remove = element(
    'button',
    {
      class: 'icon-button draft-remove',
      type: 'button',
      'aria-label': 'Remove card',
      hidden: onremove === undefined,
      onclick: () => {
        set({ kind: 'none' });
        announce('Card removed.');
        onremove?.();
      },
    },
    icon('close'),
  );
  const node = element(
    'div',
    { class: 'draft', role: 'group', 'aria-label': 'Card to send', hidden: true },
    content,
    remove,
  );
  /** @type {import('./card.js').CardLook} */
  let look = { theme: 'light', elements: 'shown' };
  /** @type {DraftState} */
  let state = { kind: 'none' };

  /** @param {DraftState} next */
  function set(next) {
    state = next;
    node.hidden = state.kind === 'none';
    content.replaceChildren(...partsOf(state));
  }

  /** @param {DraftState} current */
  function partsOf(current) {
    switch (current.kind) {
      case 'none':
        return [];
      case 'loading':
        return [element('p', { class: 'draft-line soft' }, 'Looking up the link …')];
      case 'message':
        return [element('p', { class: 'draft-line' }, current.text)];
      case 'signIn':
        return [element('p', { class: 'draft-line' }, SIGN_IN_TEXT), signInAgain(current)];
      case 'card': {
        const shown = createCard({ session });
        shown.show(current.card, look);
        return [shown.node];
      }
    }
  }

  /** @param {{ title: string, link: string, url: string }} asked */
  function signInAgain(asked) {
    return signInButton(asked, session, {
      onsuccess: (signInState) =>
        session.attempt(session.api.completeSearchSignIn(signInState).then(() => unfurl(asked.url))),
    });
  }

  /** @param {string} url */
  async function unfurl(url) {
    /** @type {DraftState} */
    const loading = { kind: 'loading' };
    set(loading);
    /** @type {DraftState} */
    let found = { kind: 'none' };
    await session.attempt(
      session.api.pasteLink(chatId(), url).then((answer) => {
        found = answer.kind === 'signIn' ? { ...answer, url } : answer;
      }),
    );
    // The draft has been removed or replaced meanwhile.
    if (state !== loading) return;
    set(found);
    if (card() !== undefined) announce('The card of the link is ready to send.');
  }

  const card = () => (state.kind === 'card' ? state.card : undefined);

  return {
    node,
    set,
    card,
    unfurl,
    /** @param {import('./card.js').CardLook} next */
    setLook(next) {
      if (look.theme === next.theme && look.elements === next.elements) return;
      look = next;
      if (state.kind === 'card') set(state);
    },
  };
}
