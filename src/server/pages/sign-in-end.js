/* global microsoftTeams */
// Reads how the sign-in ended, says so, and tells Teams, which closes the window. In a browser without Teams nobody
// listens; the sentence on the page is all there is then.
(() => {
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

  /** What the start page left in this window; it counts once. */
  function takeStarted() {
    try {
      const started = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}');
      sessionStorage.removeItem(STORAGE_KEY);
      return started;
    } catch {
      return {};
    }
  }

  function toOutcome(answer, started) {
    if (started.state === undefined || answer.get('state') !== started.state) return 'StateMismatch';
    const error = answer.get('error');
    if (error === null) return answer.has('code') ? 'Succeeded' : 'SignInFailed';
    const code = /AADSTS(\d+)/.exec(answer.get('error_description') ?? '')?.[1];
    if (POLICY_CODE.test(code)) return 'BlockedByPolicy';
    return OUTCOME_OF_CODE.get(code) ?? OUTCOME_OF_ERROR.get(error) ?? 'SignInFailed';
  }

  async function tellTeams(outcome, ctx, hostOrigins) {
    await microsoftTeams.app.initialize(hostOrigins);
    if (outcome === 'Succeeded') microsoftTeams.authentication.notifySuccess(ctx);
    else microsoftTeams.authentication.notifyFailure(outcome);
  }

  const answer = new URLSearchParams(location.search);
  // The code is worth nothing without our secret, but it need not stay in the address bar and the history.
  history.replaceState(null, '', location.pathname);
  const { outcomes, hostOrigins } = document.getElementById('sign-in').dataset;
  const started = takeStarted();
  const outcome = toOutcome(answer, started);
  document.getElementById('status').textContent = JSON.parse(outcomes)[outcome];
  tellTeams(outcome, started.ctx, JSON.parse(hostOrigins)).catch(() => undefined);
})();
