import { announce } from './announce.js';
import { element, icon, setAttribute, uniqueId } from './dom.js';

/** @typedef {'like' | 'dislike'} Reaction */
/** @type {{ reaction: Reaction, label: string, question: string }[]} */
const THUMBS = [
  { reaction: 'like', label: 'Like', question: 'What did you like?' },
  { reaction: 'dislike', label: 'Dislike', question: 'What could be better?' },
];

/**
 * Thumbs under an answer, and the form that Teams opens when one is pressed.
 * @param {string} messageId
 * @param {import('./person-session.js').Session} session
 */
export function createFeedbackPart(messageId, session) {
  const formId = uniqueId('feedback');
  const label = element('label', { for: `${formId}-text` });
  const comment = element('textarea', {
    id: `${formId}-text`,
    class: 'feedback-text',
    rows: '2',
    maxlength: '1000',
  });
  const form = element(
    'form',
    {
      id: formId,
      class: 'feedback-form',
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
      onkeydown: (event) => {
        if (event.key === 'Escape') close();
      },
    },
    label,
    comment,
    element(
      'div',
      { class: 'feedback-buttons' },
      element('button', { class: 'button button-primary', type: 'submit' }, 'Submit'),
      element('button', { class: 'button', type: 'button', onclick: close }, 'Cancel'),
    ),
  );
  const thanks = element('span', { class: 'feedback-thanks', hidden: true }, 'Feedback submitted');
  const buttons = THUMBS.map((thumb) => ({
    ...thumb,
    node: element(
      'button',
      {
        class: 'icon-button feedback-thumb',
        type: 'button',
        'aria-label': thumb.label,
        'aria-pressed': 'false',
        'aria-controls': formId,
        onclick: () => open(thumb),
      },
      icon(thumb.reaction),
    ),
  }));
  /** @type {Reaction | undefined} */
  let chosen;

  /** @param {typeof THUMBS[number]} thumb */
  function open({ reaction, question }) {
    chosen = reaction;
    label.textContent = question;
    form.hidden = false;
    comment.focus();
  }

  function close() {
    form.hidden = true;
    comment.value = '';
    buttons.find(({ reaction }) => reaction === chosen)?.node.focus();
  }

  async function send() {
    if (chosen === undefined) return;
    const isSent = await session.attempt(session.api.giveFeedback(messageId, chosen, comment.value));
    if (!isSent) return;
    close();
    announce('Feedback submitted');
  }

  return {
    node: element(
      'div',
      { class: 'feedback' },
      element(
        'div',
        { class: 'feedback-thumbs', role: 'group', 'aria-label': 'Feedback on this answer' },
        ...buttons.map(({ node }) => node),
        thanks,
      ),
      form,
    ),
    /** @param {'none' | Reaction} given */
    show(given) {
      for (const { node, reaction } of buttons)
        setAttribute(node, 'aria-pressed', String(reaction === given));
      thanks.hidden = given === 'none';
    },
  };
}
