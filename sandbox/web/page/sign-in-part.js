import { clearToasts, toast } from './announce.js';
import { element, icon } from './dom.js';
import { runSignIn } from './sign-in.js';

/**
 * The sign-in button under a message, or a line that the person is signed in.
 * @param {Pick<import('./api.js').MessageView, 'id' | 'signIn'>} message
 * @param {import('./person-session.js').Session} session
 * @returns {HTMLElement[]}
 */
export function signInPart({ id, signIn }, session) {
  if (signIn === undefined) return [];
  if (signIn.state === 'done') {
    return [element('p', { class: 'sign-in-done' }, icon('check'), "You're signed in.")];
  }
  const button = signInButton(signIn, session, {
    onsuccess: (state) => session.attempt(session.api.endSignIn(id, { state })),
    onfailure: (reason) => session.attempt(session.api.endSignIn(id, { reason })),
  });
  return [element('div', { class: 'sign-in' }, element('p', {}, signIn.text), button)];
}

/**
 * A button that opens the sign-in page in a pop-up and calls a listener with the outcome. Only the person learns that
 * the pop-up was blocked.
 * @param {{ title: string, link: string }} signIn
 * @param {import('./person-session.js').Session} session
 * @param {{ onsuccess: (state: string) => Promise<unknown>, onfailure?: (reason: string) => Promise<unknown> }} listeners
 */
export function signInButton({ title, link }, session, { onsuccess, onfailure }) {
  const button = element(
    'button',
    { class: 'button button-primary', type: 'button', onclick: () => void press() },
    title,
  );

  async function press() {
    clearToasts();
    button.disabled = true;
    const outcome = await runSignIn(link, session.person.id);
    button.disabled = false;
    if (outcome.kind === 'blocked') {
      toast('Your browser blocked the sign-in window. Allow pop-ups for this page and try again.', 'error');
    } else if (outcome.kind === 'success') {
      await onsuccess(outcome.state);
    } else {
      await onfailure?.(outcome.reason);
      toast("You're not signed in.", 'error');
    }
  }
  return button;
}
