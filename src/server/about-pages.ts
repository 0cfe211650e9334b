import { keysUnder, own, type Texts } from '../i18n/catalog';
import { renderHtmlPage, type Page, type PageLink, type PageSection } from './page';

interface AboutPagesOptions {
  /** Where people get help: an https or `mailto:` address; without it they are sent to their admin. */
  readonly contact?: string | undefined;
}

const ABOUT = [
  { name: 'home', path: '/' },
  { name: 'privacy', path: '/privacy' },
  { name: 'terms', path: '/terms' },
] as const;

type AboutName = (typeof ABOUT)[number]['name'];

export const aboutPaths: readonly string[] = ABOUT.map(({ path }) => path);

/** What the store listing leads to: support, privacy and terms of use, each with links to the others. */
export function createAboutPages({ contact }: AboutPagesOptions): readonly Page[] {
  return ABOUT.map(({ name, path }) => ({
    path,
    render: ({ texts }) => {
      const { t } = texts;
      const others = ABOUT.filter((other) => other.name !== name);
      return renderHtmlPage({
        texts,
        title: `${t(`about.${name}.link`)} - Coursemate`,
        sentence: t(`about.${name}.sentence`),
        sections: [...toSections(name, texts), ...toContact(name, texts, contact)],
        links: others.map((other) => ({ href: other.path, text: t(`about.${other.name}.link`) })),
      });
    },
  }));
}

/** A section for each text `about.<name>.<section>.heading`, with the other texts of the section as paragraphs. */
function toSections(name: AboutName, { t }: Texts): readonly PageSection[] {
  const keys = keysUnder(`about.${name}.`);
  const headings = keys.filter((key) => key.endsWith('.heading'));
  return headings.map((heading) => {
    const section = heading.slice(0, -'heading'.length);
    const paragraphs = keys.filter((key) => key.startsWith(section) && key !== heading);
    return { heading: t(heading), paragraphs: paragraphs.map((key) => t(key)) };
  });
}

function toContact(name: AboutName, { t }: Texts, contact: string | undefined): readonly PageSection[] {
  if (name === 'terms') return [];
  const heading = t('about.contact.heading');
  const first = own(t(`about.contact.${name}`));
  if (contact === undefined) {
    const second = own(t('about.contact.admin'));
    return [{ id: 'contact', heading, paragraphs: [t('join.sentences', { first, second })] }];
  }
  const paragraphs = [t('join.sentences', { first, second: own(t('about.contact.here')) })];
  return [{ id: 'contact', heading, paragraphs, link: toLink(contact) }];
}

/** An address in full would be long and say no more than its host. */
function toLink(contact: string): PageLink {
  const { protocol, pathname, host } = new URL(contact);
  return { href: contact, text: protocol === 'mailto:' ? pathname : host };
}
