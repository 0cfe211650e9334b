import type { Person } from '../world/world';

const PERMISSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'LearningAssignedCourse.Read': 'Read your assigned courses',
    'LearningSelfInitiatedCourse.Read': 'Read the courses you began yourself',
    'LearningProvider.Read': 'Read learning providers',
    'LearningContent.Read.All': 'Read learning content',
    'User.Read': 'Sign you in and read your profile',
    'User.ReadBasic.All': 'Read everybody’s basic profile',
  }),
);

const STYLE = `
  :root { color-scheme: light dark; --page: #f5f5f5; --card: #fff; --text: #242424; --soft: #616161;
    --line: #d1d1d1; --main: #0f6cbd; --on-main: #fff; }
  @media (prefers-color-scheme: dark) { :root { --page: #141414; --card: #242424; --text: #fff;
    --soft: #adadad; --line: #525252; --main: #479ef5; --on-main: #0a0a0a; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px;
    background: var(--page); color: var(--text); font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
  main { width: 100%; max-width: 440px; padding: 32px; background: var(--card);
    border: 1px solid var(--line); border-radius: 8px; }
  h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; font-weight: 600; }
  .soft { color: var(--soft); margin: 0 0 16px; overflow-wrap: anywhere; }
  ul { margin: 0 0 24px; padding: 0; list-style: none; }
  li { padding: 8px 0; border-bottom: 1px solid var(--line); }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
  button { min-height: 40px; padding: 0 20px; border: 1px solid var(--line); border-radius: 4px;
    background: transparent; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
  button.main { background: var(--main); border-color: var(--main); color: var(--on-main); }
  a { display: block; padding: 4px 0; color: inherit; text-decoration: none; }
  a:hover strong { text-decoration: underline; }
  :focus-visible { outline: 2px solid var(--main); outline-offset: 2px; }
  @media (forced-colors: active) { button, main { border-color: ButtonText; } }
`;

/** Asks one person for the app's permissions, and for a second factor where the request brings claims. */
export function renderConsent(
  person: Person,
  { scopes, asksSecondFactor }: { readonly scopes: readonly string[]; readonly asksSecondFactor: boolean },
): string {
  const permissions = scopes.map((scope) => `<li>${escapeHtml(PERMISSIONS.get(scope) ?? scope)}</li>`);
  const secondFactor = asksSecondFactor
    ? '<p>Your organization asks for a second factor. Selecting Accept counts as giving it.</p>'
    : '';
  return renderPage(
    'Permissions requested',
    `${renderWho(person)}${secondFactor}
    <p id="list">Coursemate would like to:</p>
    <ul aria-labelledby="list">${permissions.join('')}</ul>
    ${renderForm(person, '<button name="decision" value="cancel">Cancel</button><button class="main" name="decision" value="accept">Accept</button>')}`,
  );
}

/** Page for people whose organization does not allow them to consent. */
export function renderAdminApproval(person: Person): string {
  return renderPage(
    'Need admin approval',
    `${renderWho(person)}
    <p>Coursemate needs permission to access resources in your organization that only an administrator can grant.
    Please ask an administrator to grant permission to this app before you can use it.</p>
    ${renderForm(person, '<button class="main" name="decision" value="cancel">Return to the application without granting consent</button>')}`,
  );
}

/** Page for a browser in which no one is signed in, when the request names no one either. */
export function renderPersonChoice(people: readonly Person[], address: string): string {
  const links = people.map(({ user }) => {
    const query = new URLSearchParams(address.slice(address.indexOf('?') + 1));
    query.set('login_hint', user.id);
    return `<li><a href="?${escapeHtml(query.toString())}"><strong>${escapeHtml(user.displayName)}</strong><br>
      <span class="soft">${escapeHtml(user.userPrincipalName)}</span></a></li>`;
  });
  return renderPage('Pick an account', `<ul>${links.join('')}</ul>`);
}

export function renderProblem(problem: string): string {
  return renderPage('Sorry, but we’re having trouble signing you in', `<p>${escapeHtml(problem)}</p>`);
}

function renderWho({ user }: Person): string {
  return `<p class="soft">${escapeHtml(user.displayName)} · ${escapeHtml(user.userPrincipalName)}</p>`;
}

function renderForm({ user }: Person, buttons: string): string {
  return `<form method="post"><input type="hidden" name="person" value="${escapeHtml(user.id)}">
    <div class="actions">${buttons}</div></form>`;
}

function renderPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} · Sandbox sign-in</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
    <h1>${title}</h1>
    ${content}
    </main>
  </body>
</html>
`;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
