import { renderHtmlPage } from './html-page';
import type { Page } from './page';

const ABOUT = [
  ['home', '/'],
  ['privacy', '/privacy'],
  ['terms', '/terms'],
] as const;

/** The pages that the store listing links: support, privacy and terms of use, each with links to the others. */
export const aboutPages: readonly Page[] = ABOUT.map(([name, path]) => ({
  path,
  render: ({ texts }) => {
    const others = ABOUT.filter(([other]) => other !== name);
    const links = others.map(([other, href]) => ({ href, text: texts.about[other].link }));
    const { link, sentence, sections } = texts.about[name];
    return renderHtmlPage({ texts, title: `${link} - Coursemate`, sentence, sections, links });
  },
}));
