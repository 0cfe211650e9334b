const WINDOW = 'popup,width=520,height=680';
const LOOK_EVERY_MS = 300;
const AUTHENTICATE = 'authentication.authenticate';

/**
 * Opens the bot's sign-in page as the Teams client does, and answers the teams-js in it, which sends `initialize`
 * first and at the end whether the person is signed in. Call it from a click, or browsers block the window.
 * @param {string} link
 * @param {string} personId the person whom the local Entra finds signed in in this browser
 * @returns {Promise<{ kind: 'success', state: string } | { kind: 'failure', reason: string } | { kind: 'blocked' }>}
 */
export function runSignIn(link, personId) {
  if (!URL.canParse(link) || !['https:', 'http:'].includes(new URL(link).protocol)) {
    return Promise.resolve({ kind: 'failure', reason: 'InvalidUrl' });
  }
  document.cookie = `sandbox_person=${encodeURIComponent(personId)}; path=/; SameSite=Lax`;
  const opened = window.open(link, `sign-in-${personId}`, WINDOW);
  if (opened === null) return Promise.resolve({ kind: 'blocked' });
  const popup = opened;
  const origin = new URL(link).origin;

  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (popup.closed) end({ kind: 'failure', reason: 'CancelledByUser' });
    }, LOOK_EVERY_MS);

    /** @param {MessageEvent} event */
    function onMessage(event) {
      if (event.source !== popup || event.origin !== origin) return;
      const { func, args = [] } = event.data;
      if (func === 'initialize') popup.postMessage(greeting(event.data), origin);
      else if (func === `${AUTHENTICATE}.success`) end({ kind: 'success', state: String(args[0] ?? '') });
      else if (func === `${AUTHENTICATE}.failure`) end({ kind: 'failure', reason: String(args[0] ?? '') });
    }

    /** @param {{ kind: 'success', state: string } | { kind: 'failure', reason: string }} outcome */
    function end(outcome) {
      clearInterval(watch);
      removeEventListener('message', onMessage);
      popup.close();
      resolve(outcome);
    }
    addEventListener('message', onMessage);
  });
}

/**
 * Names the frame context `authentication`: in any other one teams-js does not report the outcome.
 * @param {{ id: unknown, uuidAsString: unknown }} request
 */
function greeting({ id, uuidAsString }) {
  const runtime = JSON.stringify({ apiVersion: 4, supports: {} });
  return { id, uuidAsString, args: ['authentication', 'web', runtime, '2.58.0'] };
}
