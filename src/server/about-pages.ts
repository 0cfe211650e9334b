import type { TextKey } from '../i18n/catalog';
import { renderHtmlPage } from './html-page';
import type { Page } from './page';

/** The sections of each page: the key of a heading, and those of its paragraphs. */
const ABOUT = [
  {
    name: 'home',
    path: '/',
    sections: [
      ['about.home.use.heading', 'about.home.use.1'],
      ['about.home.trouble.heading', 'about.home.trouble.1'],
    ],
  },
  {
    name: 'privacy',
    path: '/privacy',
    sections: [
      ['about.privacy.responsible.heading', 'about.privacy.responsible.1'],
      ['about.privacy.read.heading', 'about.privacy.read.1', 'about.privacy.read.2', 'about.privacy.read.3'],
      ['about.privacy.seen.heading', 'about.privacy.seen.1'],
      [
        'about.privacy.kept.heading',
        'about.privacy.kept.1',
        'about.privacy.kept.2',
        'about.privacy.kept.3',
        'about.privacy.kept.4',
        'about.privacy.kept.5',
        'about.privacy.kept.6',
        'about.privacy.kept.7',
      ],
      ['about.privacy.choices.heading', 'about.privacy.choices.1'],
    ],
  },
  {
    name: 'terms',
    path: '/terms',
    sections: [
      ['about.terms.use.heading', 'about.terms.use.1', 'about.terms.use.2', 'about.terms.use.3'],
      [
        'about.terms.license.heading',
        'about.terms.license.1',
        'about.terms.license.2',
        'about.terms.license.3',
      ],
    ],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly path: string;
  readonly sections: readonly (readonly TextKey[])[];
}[];

/** What the store listing leads to: support, privacy and terms of use, each with links to the others. */
export const aboutPages: readonly Page[] = ABOUT.map(({ name, path, sections }) => ({
  path,
  render: ({ texts }) => {
    const { t } = texts;
    const others = ABOUT.filter((other) => other.name !== name);
    const links = others.map((other) => ({ href: other.path, text: t(`about.${other.name}.link`) }));
    return renderHtmlPage({
      texts,
      title: `${t(`about.${name}.link`)} - Coursemate`,
      sentence: t(`about.${name}.sentence`),
      sections: sections.map(([heading, ...paragraphs]) => ({
        heading: t(heading),
        paragraphs: paragraphs.map((key) => t(key)),
      })),
      links,
    });
  },
}));
