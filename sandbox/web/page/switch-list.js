import { announce } from './announce.js';
import { element, setAttribute } from './dom.js';
import { createGroupList } from './group-list.js';
import { createRefresher } from './refresher.js';

/** @typedef {import('./api.js').SwitchView} SwitchView */

/**
 * The switches of the local world, drawn from the server's descriptions. Other tabs see each change.
 * @param {import('./person-session.js').Session} session
 */
export function createSwitchList(session) {
  const groups = createGroupList(switchRow);
  const reset = element(
    'button',
    {
      class: 'button button-small',
      type: 'button',
      onclick: () => void resetAll(),
    },
    'Reset all',
  );
  const summary = element('span', { class: 'soft' });

  /** Also restarts the bot, which takes a moment. */
  async function resetAll() {
    if (reset.getAttribute('aria-disabled') === 'true') return;
    setAttribute(reset, 'aria-disabled', 'true');
    summary.textContent = 'Restarting the bot…';
    announce('Restarting the bot.');
    await change(session.api.resetSwitches(), 'All switches are reset, and the bot has restarted.');
    setAttribute(reset, 'aria-disabled', undefined);
  }

  /** @param {Promise<SwitchView[]>} work @param {string} said */
  async function change(work, said) {
    const isDone = await session.attempt(work.then(show));
    if (isDone) announce(said);
    else await session.attempt(refresh());
  }

  const refresh = createRefresher(async () => show(await session.api.listSwitches()));

  /** @param {SwitchView[]} switches */
  function show(switches) {
    const changed = switches.filter(({ value, initial }) => value !== initial).length;
    summary.textContent = changed === 0 ? 'No changes' : `${changed} changed`;
    groups.show(switches);
  }

  /** @param {SwitchView} one */
  function switchRow(one) {
    const isChanged = one.value !== one.initial;
    const field = fieldOf(
      one,
      (value) => void change(session.api.setSwitch(one.id, value), `${one.label}: changed.`),
    );
    field.id = `switch-${one.id}`;
    const row = element(
      'div',
      { class: `switch-row switch-row-${one.control.kind}` },
      element('label', { for: field.id }, one.label),
      isChanged ? element('span', { class: 'changed-mark' }, 'changed') : undefined,
      field,
    );
    setAttribute(row, 'data-changed', isChanged);
    return row;
  }

  session.on('switches', () => void session.attempt(refresh()));
  return {
    node: element(
      'div',
      { class: 'switches' },
      element('div', { class: 'switch-tools' }, summary, reset),
      groups.node,
      element(
        'p',
        { class: 'switch-hint soft' },
        'A fault can last longer than its switch: the bot waits as long as it was told to and remembers what was refused. “Reset all” also restarts the bot. To make it forget only your sign-in, type “sign out” in the chat.',
      ),
    ),
  };
}

/**
 * @param {SwitchView} one
 * @param {(value: import('../switch').Value) => void} onchange
 */
function fieldOf({ control, value }, onchange) {
  if (control.kind === 'toggle') {
    return element('input', {
      type: 'checkbox',
      role: 'switch',
      checked: value === true,
      onchange: (event) => onchange(event.currentTarget.checked),
    });
  }
  if (control.kind === 'number') {
    const { min, max } = control;
    return element('input', {
      type: 'number',
      min,
      max,
      value,
      onchange: (event) => onchange(event.currentTarget.valueAsNumber),
    });
  }
  return element(
    'select',
    { onchange: (event) => onchange(event.currentTarget.value) },
    ...control.choices.map((choice) =>
      element('option', { value: choice.value, selected: choice.value === value }, choice.label),
    ),
  );
}
