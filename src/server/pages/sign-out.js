// Hands the state of the page to Teams when the user selects the button. Teams closes the window and tells the bot, which
// signs the user out.
(() => {
  // teams-js is loaded as a script before this one.
  const { microsoftTeams } =
    /** @type {typeof window & { microsoftTeams: typeof import('@microsoft/teams-js') }} */ (window);
  const {
    state,
    hostOrigins = '[]',
    leaving = '',
    outside = '',
  } = document.getElementById('sign-in')?.dataset ?? {};
  const status = document.getElementById('status');
  const button = document.querySelector('button');
  if (status === null || button === null) return;

  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = leaving;
    microsoftTeams.authentication.notifySuccess(state);
  });
  microsoftTeams.app.initialize(JSON.parse(hostOrigins)).then(
    () => {
      button.disabled = false;
      button.focus();
    },
    () => {
      button.remove();
      status.textContent = outside;
    },
  );
})();
