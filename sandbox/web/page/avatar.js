import { element, icon } from './dom.js';

const HUES = [8, 32, 78, 145, 175, 205, 235, 270, 310, 340];

/** @type {Map<string, string>} addresses of people's faces, by id */
const faces = new Map();

/** @param {readonly import('../page-shapes').PersonView[]} people */
export function rememberFaces(people) {
  for (const { id, faceUrl } of people) if (faceUrl !== undefined) faces.set(id, faceUrl);
}

/**
 * The person's face, or their initials on a color derived from the name.
 * @param {{ id: string, name: string }} person
 */
export function avatar({ id, name }) {
  const initials = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name));
  initials.style.setProperty('--hue', String(HUES[hash(name) % HUES.length]));
  const face = faces.get(id);
  if (face === undefined) return initials;
  return element('img', {
    class: 'avatar avatar-face',
    src: face,
    alt: '',
    onerror: (event) => event.currentTarget.replaceWith(initials),
  });
}

export function botAvatar() {
  return element('img', { class: 'avatar avatar-bot', src: '/page/icon.svg', alt: '' });
}

/** @param {string} type of the conversation */
export function chatAvatar(type) {
  if (type === 'channel') return element('span', { class: 'avatar avatar-square' }, icon('channel'));
  if (type === 'groupChat') return element('span', { class: 'avatar avatar-group' }, icon('people'));
  return botAvatar();
}

/** @param {string} name */
function initialsOf(name) {
  const latin = name.match(/\(([^)]+)\)/)?.[1] ?? name;
  const words = latin.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('');
}

/** @param {string} text */
function hash(text) {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7);
}
