import { avatar } from './avatar.js';
import { element, icon } from './dom.js';
import { createPopover } from './popover.js';

/**
 * "You are …": shows who sits before the page, and lets somebody else take the seat.
 * @param {HTMLElement} anchor
 * @param {{ people: Person[], current: Person, addressOf: (id: string) => string, onchoose: (id: string) => void }} options
 * @typedef {{ id: string, name: string, jobTitle: string, place: string, story: string, traits: string[], locale: string, timeZone: string }} Person
 */
export function showPeopleMenu(anchor, { people, current, addressOf, onchoose }) {
  const role = `${current.jobTitle} in ${current.place}`;
  const button = element(
    'button',
    {
      class: 'person-button',
      type: 'button',
      title: 'Switch person',
    },
    avatar(current.name),
    element(
      'span',
      { class: 'person-button-text' },
      element(
        'span',
        { class: 'person-button-name' },
        'You are ',
        element('strong', { dir: 'auto' }, current.name),
      ),
      element('span', { class: 'person-button-role' }, role),
    ),
    icon('chevron'),
  );
  const panel = element(
    'div',
    { class: 'popover people-panel', id: 'people-panel' },
    element('h2', {}, 'Who are you?'),
    element('p', { class: 'soft' }, 'Open a name in a new tab to be two people side by side.'),
    element('ul', {}, ...people.map((person) => element('li', {}, personLink(person)))),
  );
  const popover = createPopover(anchor, { button, panel });

  /** @param {Person} person */
  function personLink(person) {
    return element(
      'a',
      {
        class: 'person-link',
        href: addressOf(person.id),
        'aria-current': person.id === current.id && 'true',
        onclick: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          popover.close();
          onchoose(person.id);
        },
      },
      avatar(person.name),
      element(
        'span',
        { class: 'person-link-text' },
        element('strong', { dir: 'auto' }, person.name),
        ...person.traits.map((trait) => element('span', { class: 'badge' }, trait)),
        element('span', { class: 'soft' }, `${person.jobTitle} in ${person.place}`),
        element('span', {}, person.story),
      ),
    );
  }
}
