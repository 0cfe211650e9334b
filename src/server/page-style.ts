/**
 * The look of all pages; high contrast comes from the system. Segoe UI has no kanji, and a Japanese sentence of more
 * than one line is not centered. A picture that does not load takes no room.
 */
export const STYLE = `
:root { color-scheme: light dark; --ground: #f5f5f5; --sheet: #fff; --text: #242424; --soft: #616161; --line: #8a8a8a; --link: #4f52b2; background: var(--ground); color: var(--text); font-family: 'Segoe UI', system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ground: #1f1f1f; --sheet: #292929; --text: #fff; --soft: #bdbdbd; --line: #8a8a8a; --link: #b6b8f5; } }
body { box-sizing: border-box; margin: 0; min-height: 100vh; padding: 1rem; display: grid; place-items: center; }
main { box-sizing: border-box; width: 100%; max-width: 28rem; padding: 1.75rem; border: 1px solid transparent; border-radius: 12px; background: var(--sheet); box-shadow: 0 2px 8px #0003; text-align: center; overflow-wrap: anywhere; }
main:has(section) { max-width: 40rem; }
.brand { display: flex; align-items: center; justify-content: center; gap: 0.5rem; margin: 0 0 1rem; font-size: 1rem; font-weight: 600; }
h1.brand { font-size: 1.25rem; }
.picture { display: block; width: 100%; max-height: 14rem; object-fit: cover; border-radius: 8px; }
h1 { margin: 1rem 0 0.25rem; font-size: 1.375rem; font-weight: 600; line-height: 1.3; text-wrap: balance; }
p { margin: 0.75rem 0; font-size: 1rem; line-height: 1.5; }
main > p { text-wrap: balance; }
.provider { margin: 0; color: var(--soft); }
section { text-align: start; }
h2 { margin: 1.75rem 0 0; font-size: 1.125rem; font-weight: 600; }
section p { margin: 0.5rem 0; }
a { color: var(--link); }
nav { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.5rem; margin-top: 1.5rem; }
nav a { box-sizing: border-box; padding: 0.5rem 1rem; border: 1px solid var(--line); border-radius: 6px; color: inherit; font-weight: 600; text-decoration: none; }
nav:has(.main) a { flex: 1 1 auto; }
nav:has(.main) .main { flex-basis: 100%; }
nav .main { border-color: transparent; background: #5b5fc7; color: #fff; }
nav a:hover { text-decoration: underline; }
button { padding: 0.5rem 1.25rem; border: 1px solid transparent; border-radius: 6px; background: #5b5fc7; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #4f52b2; }
button:disabled { background: #6b6b6b; cursor: default; }
a:focus-visible, button:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
:root:lang(ja) { font-family: 'Yu Gothic UI', 'Meiryo UI', 'Hiragino Sans', system-ui, sans-serif; line-break: strict; word-break: auto-phrase; }
main > p:lang(ja):not(.brand) { width: fit-content; margin-inline: auto; text-align: start; }
`;
