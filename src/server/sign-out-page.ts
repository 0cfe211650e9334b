import { join } from 'node:path';
import { renderHtmlPage, type Page } from './page';
import { TEAMS_SCRIPT, toScript } from './sign-in-pages';

const SIGN_OUT_SCRIPT = '/auth/sign-out.js';
const MOST_CHARACTERS = 4_096;

/**
 * The settings of the message extension: `/auth/sign-out?state=…` hands `state` to Teams when the button is selected, and
 * Teams sends it to the bot. The page signs nobody out by itself. `hostOrigins`: as for the sign-in pages.
 */
export function createSignOutPages(hostOrigins: readonly string[]): readonly Page[] {
  const page: Page = {
    path: '/auth/sign-out',
    render({ query, texts }) {
      const title = texts.t('pages.signOut.title');
      const outside = texts.t('pages.signOut.outside');
      const state = query.get('state') ?? '';
      if (state === '' || state.length > MOST_CHARACTERS)
        return renderHtmlPage({ texts, title, status: 400, sentence: outside });
      return renderHtmlPage({
        texts,
        title,
        sentence: texts.t('pages.signOut.sentence'),
        button: texts.t('pages.signOut.button'),
        scripts: [TEAMS_SCRIPT, SIGN_OUT_SCRIPT],
        data: {
          state,
          'host-origins': JSON.stringify(hostOrigins),
          leaving: texts.t('pages.signOut.leaving'),
          outside,
        },
      });
    },
  };
  return [page, toScript(SIGN_OUT_SCRIPT, join(__dirname, 'pages', 'sign-out.js'))];
}
