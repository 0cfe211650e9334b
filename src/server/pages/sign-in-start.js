// Remembers, in this window alone, which sign-in began here, and goes to the sign-in page of the organisation.
(() => {
  const page = document.getElementById('sign-in');
  const { authorizeUrl, ctx, outcomes } = page.dataset;
  const state = crypto.randomUUID();
  try {
    sessionStorage.setItem('coursemate.sign-in', JSON.stringify({ state, ctx }));
  } catch {
    document.getElementById('status').textContent = JSON.parse(outcomes).StorageBlocked;
    return;
  }
  const address = new URL(authorizeUrl);
  address.searchParams.set('state', state);
  location.replace(address.href);
})();
