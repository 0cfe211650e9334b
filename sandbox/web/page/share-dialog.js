import { toast } from './announce.js';
import { chatAvatar } from './avatar.js';
import { element } from './dom.js';
import { createDraft } from './draft.js';
import { CHAT_KINDS } from './rail.js';

/**
 * The "Share to…" dialog of Teams: sends the link as a card to a chat or channel that the person chooses.
 * @param {import('./person-session.js').Session} session
 * @param {string} address
 * @param {import('./card.js').CardLook} look
 */
export async function showShareDialog(session, address, look) {
  const chats = (await session.api.listChats()).filter(({ type }) => type !== 'personal');
  const [first] = chats;
  if (first === undefined) {
    toast('There is no chat or channel to share to.', 'error');
    return;
  }
  let chat = first;
  const draft = createDraft(session, { chatId: () => chat.id });
  draft.setLook(look);
  const words = element('textarea', {
    class: 'text-field',
    rows: '2',
    maxlength: '2000',
    placeholder: 'Say something about it',
    'aria-label': 'Say something about it',
    dir: 'auto',
  });
  const shareButton = element(
    'button',
    { class: 'button button-primary', type: 'button', onclick: () => void share() },
    'Share',
  );
  const close = () => {
    dialog.close();
  };
  const dialog = element(
    'dialog',
    {
      class: 'dialog share-dialog',
      'aria-labelledby': 'share-title',
      onclose: (event) => event.currentTarget.remove(),
    },
    element('h2', { id: 'share-title' }, 'Share to…'),
    element(
      'fieldset',
      { class: 'share-places' },
      element('legend', { class: 'visually-hidden' }, 'Chat or channel'),
      ...chats.map((one) => placeChoice(one, one === chat, choose)),
    ),
    words,
    element('p', { class: 'dialog-address' }, address),
    draft.node,
    element(
      'div',
      { class: 'dialog-actions' },
      element('button', { class: 'button', type: 'button', onclick: close }, 'Cancel'),
      shareButton,
    ),
  );

  /** @param {import('./api.js').ChatView} next */
  function choose(next) {
    chat = next;
  }

  async function share() {
    shareButton.disabled = true;
    const { id, name } = chat;
    const text = words.value.trim();
    const card = draft.card();
    const isSent = await session.attempt(
      card === undefined
        ? session.api.send(id, `${text} ${address}`.trim())
        : session.api.share(id, card, text),
    );
    shareButton.disabled = false;
    if (!isSent) return;
    close();
    toast(`Shared to ${name}.`, 'done');
  }

  document.body.append(dialog);
  dialog.showModal();
  words.focus();
  await draft.unfurl(address);
}

/**
 * @param {import('./api.js').ChatView} chat
 * @param {boolean} checked
 * @param {(chat: import('./api.js').ChatView) => void} onchoose
 */
function placeChoice(chat, checked, onchoose) {
  return element(
    'label',
    { class: 'share-place' },
    element('input', { type: 'radio', name: 'share-place', checked, onchange: () => onchoose(chat) }),
    chatAvatar(chat.type),
    element('span', { class: 'share-place-name' }, chat.name),
    element('span', { class: 'badge' }, CHAT_KINDS[chat.type]),
  );
}
