// Reads how the sign-in ended, shows it, and reports it to Teams, which closes the window. In a browser without Teams
// only the text on the page remains.
(() => {
  /** @typedef {{ state?: string, ctx?: string }} Started */

  // teams-js is loaded as a script before this one.
  const { microsoftTeams } =
    /** @type {typeof window & { microsoftTeams: typeof import('@microsoft/teams-js') }} */ (window);
  const STORAGE_KEY = 'coursemate.sign-in';

  /** Entra's own numbers (AADSTS…) tell more than the `error` of OAuth, which is `access_denied` for most of them. */
  const OUTCOME_OF_CODE = new Map([
    ['65004', 'ConsentRefused'],
    ['90008', 'AdminConsentRequired'],
    ['90093', 'AdminConsentRequired'],
    ['90094', 'AdminConsentRequired'],
    ['90095', 'AdminConsentRequired'],
    ['50105', 'NotAssigned'],
  ]);
  /** Conditional access, security defaults and blocked risks: 53000 to 53011, 530001 and on. */
  const POLICY_CODE = /^53\d{3,4}$/;
  const OUTCOME_OF_ERROR = new Map([
    ['access_denied', 'ConsentRefused'],
    ['consent_required', 'ConsentRefused'],
    ['server_error', 'ProviderUnavailable'],
    ['temporarily_unavailable', 'ProviderUnavailable'],
  ]);

  /**
   * Takes what the start page has stored in this window; it counts once.
   * @returns {Started}
   */
  function takeStarted() {
    try {
      const started = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}');
      sessionStorage.removeItem(STORAGE_KEY);
      return started;
    } catch {
      return {};
    }
  }

  /** @param {URLSearchParams} answer @param {Started} started */
  function toOutcome(answer, started) {
    if (started.state === undefined || answer.get('state') !== started.state) return 'StateMismatch';
    const error = answer.get('error');
    if (error === null) return answer.has('code') ? 'Succeeded' : 'SignInFailed';
    const code = /AADSTS(\d+)/.exec(answer.get('error_description') ?? '')?.[1] ?? '';
    if (POLICY_CODE.test(code)) return 'BlockedByPolicy';
    return OUTCOME_OF_CODE.get(code) ?? OUTCOME_OF_ERROR.get(error) ?? 'SignInFailed';
  }

  /** @param {string} outcome @param {string | undefined} ctx @param {string[]} hostOrigins */
  async function tellTeams(outcome, ctx, hostOrigins) {
    await microsoftTeams.app.initialize(hostOrigins);
    if (outcome === 'Succeeded') microsoftTeams.authentication.notifySuccess(ctx);
    else microsoftTeams.authentication.notifyFailure(outcome);
  }

  const answer = new URLSearchParams(location.search);
  // The code is worth nothing without our secret, but it need not stay in the address bar and the history.
  history.replaceState(null, '', location.pathname);
  const { outcomes = '{}', hostOrigins = '[]' } = document.getElementById('sign-in')?.dataset ?? {};
  const started = takeStarted();
  const outcome = toOutcome(answer, started);
  const status = document.getElementById('status');
  if (status !== null) status.textContent = JSON.parse(outcomes)[outcome];
  tellTeams(outcome, started.ctx, JSON.parse(hostOrigins)).catch(() => undefined);
})();
