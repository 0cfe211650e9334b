import { announce } from './announce.js';
import { createCard } from './card.js';
import { element, icon } from './dom.js';
import { signInButton } from './sign-in-part.js';

const SIGN_IN_TEXT = 'Sign in to Coursemate to show this link as a card.';

/**
 * A card that is not sent yet, or how the look-up of a link stands.
 * @typedef {{ kind: 'none' } | { kind: 'loading' } | { kind: 'card', card: object } | { kind: 'error', text: string }
 *   | { kind: 'signIn', title: string, link: string, url: string }} DraftState
 */

/**
 * The place under a text for the card that goes with it.
 * @param {ReturnType<import('./person-session.js').createPersonSession>} session
 * @param {{ chatId: () => string, onremove?: () => void }} options without `onremove` the card stays
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
        announce('The card is removed.');
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
  let theme = 'light';
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
      case 'error':
        return [element('p', { class: 'draft-line' }, current.text)];
      case 'signIn':
        return [element('p', { class: 'draft-line' }, SIGN_IN_TEXT), signInAgain(current)];
      case 'card': {
        const card = createCard({ session });
        card.show(current.card, theme);
        return [card.node];
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
    const loading = { kind: 'loading' };
    set(loading);
    let found = { kind: 'none' };
    await session.attempt(
      session.api.pasteLink(chatId(), url).then((answer) => {
        found = { ...answer, url };
      }),
    );
    // Meanwhile somebody may have removed it, or picked a card.
    if (state !== loading) return;
    set(found);
    if (found.kind === 'card') announce('A card of the link is ready to send.');
  }

  return {
    node,
    set,
    card: () => (state.kind === 'card' ? state.card : undefined),
    unfurl,
    /** @param {string} next */
    setTheme(next) {
      if (theme === next) return;
      theme = next;
      if (state.kind === 'card') set(state);
    },
  };
}
