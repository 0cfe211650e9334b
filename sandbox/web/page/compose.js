import { element, icon } from './dom.js';

const SUGGESTIONS = ['my courses', 'what is overdue?', 'help'];
const MOST_ROWS_PX = 160;

/**
 * The message box. Enter sends, Shift+Enter begins a line.
 * @param {{ send: (text: string) => Promise<boolean> }} options
 */
export function createCompose({ send }) {
  const box = element('textarea', {
    id: 'message-box',
    rows: '1',
    maxlength: '28000',
    placeholder: 'Type a message',
    'aria-label': 'Message to Coursemate',
    dir: 'auto',
    oninput: grow,
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    },
  });
  const suggestions = element(
    'div',
    { class: 'suggestions', role: 'group', 'aria-label': 'Suggestions', hidden: true },
    ...SUGGESTIONS.map((text) =>
      element('button', { class: 'chip', type: 'button', onclick: () => void say(text) }, text),
    ),
  );
  let prefix = '';

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, MOST_ROWS_PX)}px`;
  }

  /** @param {string} text */
  async function say(text) {
    box.focus();
    return send(prefix + text);
  }

  async function submit() {
    const text = box.value;
    if (text.trim() === '') return;
    box.value = '';
    grow();
    const isSent = await send(text);
    if (!isSent && box.value === '') {
      box.value = text;
      grow();
    }
  }

  return {
    node: element(
      'footer',
      { class: 'compose' },
      suggestions,
      element(
        'form',
        {
          class: 'compose-box',
          onsubmit: (event) => {
            event.preventDefault();
            void submit();
          },
        },
        box,
        element(
          'button',
          { class: 'icon-button send-button', type: 'submit', 'aria-label': 'Send' },
          icon('send'),
        ),
      ),
    ),
    /**
     * @param {{ type: string, name: string }} chat
     * @param {{ suggests: boolean }} options
     */
    setChat({ type, name }, { suggests }) {
      const isPersonal = type === 'personal';
      prefix = isPersonal ? '' : '@Coursemate ';
      box.placeholder = isPersonal ? 'Type a message' : 'Type a message; @Coursemate asks the bot';
      box.setAttribute('aria-label', `Message to ${name}`);
      suggestions.hidden = !suggests;
    },
  };
}
