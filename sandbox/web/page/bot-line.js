import { announce } from './announce.js';
import { element, icon } from './dom.js';

const TEXTS = new Map([
  ['restarting', "Coursemate is restarting. Messages wait until it's back."],
  ['stopped', "Coursemate isn't running. The terminal says why."],
]);

/**
 * A line above the message box while the bot's process is away.
 * @param {import('./person-session.js').Session} session
 */
export function createBotLine(session) {
  const text = element('span');
  const line = element('p', { class: 'bot-line', hidden: true }, icon('refresh'), text);
  session.on('bot', ({ state }) => {
    const next = TEXTS.get(state);
    if (next !== undefined) announce(next);
    else if (!line.hidden) announce('Coursemate is back.');
    text.textContent = next ?? '';
    line.hidden = next === undefined;
  });
  return line;
}
