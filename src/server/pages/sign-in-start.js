// Stores, in this window only, which sign-in started here, and opens the organization's sign-in page.
(() => {
  const { authorizeUrl = '', ctx, outcomes = '{}' } = document.getElementById('sign-in')?.dataset ?? {};
  const state = crypto.randomUUID();
  try {
    sessionStorage.setItem('coursemate.sign-in', JSON.stringify({ state, ctx }));
  } catch {
    const status = document.getElementById('status');
    if (status !== null) status.textContent = JSON.parse(outcomes).StorageBlocked;
    return;
  }
  const address = new URL(authorizeUrl);
  address.searchParams.set('state', state);
  location.replace(address.href);
})();
