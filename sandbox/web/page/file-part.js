import { element, icon } from './dom.js';

const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/**
 * The files of a message: offered ones with their buttons, uploaded ones with a link.
 * @param {import('./api.js').MessageView} view
 * @param {import('./person-session.js').Session} session
 * @returns {HTMLElement[]}
 */
export function fileParts(view, session) {
  return filesOf(view).map((file) =>
    file.contentType === FILE_CONSENT ? offerOf(file, view, session) : chipOf(file, session),
  );
}

/**
 * A file of a message; `content` has its size when it is offered and its id when it is uploaded.
 * @typedef {{ contentType: string, name: string, content: { description?: string, sizeInBytes?: number, uniqueId?: string, fileType?: string } }} FileView
 */

/** @param {import('./api.js').MessageView} view @returns {FileView[]} */
export function filesOf({ attachments }) {
  return attachments
    .filter(({ contentType }) => contentType === FILE_CONSENT || contentType === FILE_INFO)
    .map(({ contentType, name = '', content }) => ({ contentType, name, content: content ?? {} }));
}

/** @param {FileView} file @returns {string} the text for screen readers */
export function spokenFile({ contentType, name }) {
  return contentType === FILE_CONSENT ? `Offers the file ${name}` : `The file ${name}`;
}

/** @param {FileView} file @param {import('./api.js').MessageView} view @param {import('./person-session.js').Session} session */
function offerOf(file, view, session) {
  const { description = '', sizeInBytes = 0 } = file.content;
  return element(
    'div',
    { class: 'file', role: 'group', 'aria-label': spokenFile(file) },
    heading(file, sizeOf(sizeInBytes)),
    description === '' ? undefined : element('p', { class: 'file-description', dir: 'auto' }, description),
    ...(view.fileConsent === undefined ? [buttons(view, session)] : [outcome(view.fileConsent)]),
  );
}

/** @param {import('./api.js').MessageView} view @param {import('./person-session.js').Session} session */
function buttons({ id, isBusy }, session) {
  /** @param {string} label @param {string} decision @param {string} style */
  const button = (label, decision, style) =>
    element(
      'button',
      {
        class: `button ${style}`,
        type: 'button',
        // `disabled` would take the focus away.
        'aria-disabled': String(isBusy),
        onclick: () => !isBusy && void session.attempt(session.api.decideOnFile(id, decision)),
      },
      label,
    );
  return element(
    'div',
    { class: 'file-buttons' },
    button('Accept', 'accept', 'button-primary'),
    button('Decline', 'decline', ''),
  );
}

/** @param {'accepted' | 'declined'} answer */
function outcome(answer) {
  return element(
    'p',
    { class: 'file-outcome' },
    icon(answer === 'accepted' ? 'check' : 'close'),
    answer === 'accepted' ? 'You accepted this file.' : 'You declined this file.',
  );
}

/** @param {FileView} file @param {import('./person-session.js').Session} session */
function chipOf(file, session) {
  const { uniqueId = '', fileType = '' } = file.content;
  return element(
    'a',
    {
      class: 'file file-chip',
      href: session.api.fileAddress(uniqueId),
      download: file.name,
      'aria-label': `Download ${file.name}`,
    },
    heading(file, `${fileType.toUpperCase()} file in your OneDrive`),
    icon('download'),
  );
}

/** @param {FileView} file @param {string} below */
function heading({ name }, below) {
  return element(
    'div',
    { class: 'file-head' },
    icon('file'),
    element(
      'div',
      { class: 'file-title' },
      element('strong', { class: 'file-name', dir: 'auto' }, name),
      element('span', { class: 'soft' }, below),
    ),
  );
}

/** @param {number} bytes */
function sizeOf(bytes) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1024 ** step);
}
