import { keysUnder, type Texts } from '../i18n/catalog';
import { renderHtmlPage, type Page } from './page';

const ABOUT = [
  { name: 'home', path: '/' },
  { name: 'privacy', path: '/privacy' },
  { name: 'terms', path: '/terms' },
] as const;

/** What the store listing leads to: support, privacy and terms of use, each with links to the others. */
export const aboutPages: readonly Page[] = ABOUT.map(({ name, path }) => ({
  path,
  render: ({ texts }) => {
    const { t } = texts;
    const others = ABOUT.filter((other) => other.name !== name);
    return renderHtmlPage({
      texts,
      title: `${t(`about.${name}.link`)} - Coursemate`,
      sentence: t(`about.${name}.sentence`),
      sections: toSections(name, texts),
      links: others.map((other) => ({ href: other.path, text: t(`about.${other.name}.link`) })),
    });
  },
}));

/** A section for each text `about.<name>.<section>.heading`, with the other texts of the section as paragraphs. */
function toSections(name: (typeof ABOUT)[number]['name'], { t }: Texts) {
  const keys = keysUnder(`about.${name}.`);
  const headings = keys.filter((key) => key.endsWith('.heading'));
  return headings.map((heading) => {
    const section = heading.slice(0, -'heading'.length);
    const paragraphs = keys.filter((key) => key.startsWith(section) && key !== heading);
    return { heading: t(heading), paragraphs: paragraphs.map((key) => t(key)) };
  });
}
