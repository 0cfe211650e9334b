import { element, icon } from './dom.js';

const HUES = [8, 32, 78, 145, 175, 205, 235, 270, 310, 340];

/**
 * The person's initials on a color derived from the name.
 * @param {string} name
 */
export function avatar(name) {
  const node = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name));
  node.style.setProperty('--hue', String(HUES[hash(name) % HUES.length]));
  return node;
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
