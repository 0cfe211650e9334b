import { clearToasts, toast } from './announce.js';
import { element, icon } from './dom.js';
import { runSignIn } from './sign-in.js';

/**
 * The sign-in button under a message, or what became of it.
 * @param {{ id: string, signIn?: { state: 'needed' | 'done', text: string, title: string, link: string } }} message
 * @param {ReturnType<import('./person-session.js').createPersonSession>} session
 * @returns {HTMLElement[]}
 */
export function signInPart({ id, signIn }, session) {
  if (signIn === undefined) return [];
  if (signIn.state === 'done') {
    return [element('p', { class: 'sign-in-done' }, icon('check'), 'You are signed in.')];
  }
  const button = element(
    'button',
    { class: 'button button-primary', type: 'button', onclick: () => void press() },
    signIn.title,
  );

  async function press() {
    clearToasts();
    button.disabled = true;
    const outcome = await runSignIn(signIn.link, session.person.id);
    button.disabled = false;
    if (outcome.kind === 'blocked') {
      toast('The browser blocked the sign-in window. Allow pop-ups for this page and try again.', 'error');
      return;
    }
    const end = outcome.kind === 'success' ? { state: outcome.state } : { reason: outcome.reason };
    await session.attempt(session.api.endSignIn(id, end));
    if (outcome.kind === 'failure') toast('You are not signed in.', 'error');
  }

  return [element('div', { class: 'sign-in' }, element('p', {}, signIn.text), button)];
}
