import { avatar } from './avatar.js';
import { element, icon, uniqueId } from './dom.js';
import { createPopover } from './popover.js';

const GROUPS = /** @type {const} */ ([
  ['cast', 'The cast'],
  ['test', 'Test people'],
]);

/**
 * The people in their groups, the cast first.
 * @param {readonly import('../page-shapes').PersonView[]} people
 */
export function groupPeople(people) {
  return GROUPS.map(([group, name]) => ({
    name,
    people: people.filter((person) => person.group === group),
  })).filter((group) => group.people.length > 0);
}

/**
 * "You are …": shows the person at the page and switches to another.
 * @param {HTMLElement} anchor
 * @param {{ people: readonly import('../page-shapes').PersonView[], current: import('../page-shapes').PersonView, addressOf: (id: string) => string, onchoose: (id: string) => void }} options
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
    avatar(current),
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
    element('p', { class: 'soft' }, 'Open a person in a new tab to try two people at once.'),
    ...groupPeople(people).flatMap((group) => peopleList(group)),
  );
  const popover = createPopover(anchor, { button, panel });

  /** @param {{ name: string, people: readonly import('../page-shapes').PersonView[] }} group */
  function peopleList({ name, people: members }) {
    const id = uniqueId('people');
    return [
      element('h3', { id }, name),
      element(
        'ul',
        { 'aria-labelledby': id },
        ...members.map((person) => element('li', {}, personLink(person))),
      ),
    ];
  }

  /** @param {import('../page-shapes').PersonView} person */
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
      avatar(person),
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
