/** @jest-environment jsdom */
import type { CardData, CardName } from '../../src/cards/card-data';
import { CardTemplateError } from '../../src/cards/errors';
import { loadTemplates } from '../../src/cards/load-templates';
import { createCardRenderer, type Card } from '../../src/cards/render-card';
import { toCourseData, toCourseText } from '../../src/views/course';
import { toHelpData } from '../../src/features/help/card-data';
import { toCourseListData, toCourseListText } from '../../src/views/course-list';
import { toSharedCourseData } from '../../src/features/share-course/card-data';
import { toCatalogPreview } from '../../src/cards/search-preview';
import { toTeamData, toTeamText } from '../../src/features/team/card-data';
import { toChoiceData } from '../../src/features/teammate/choice';
import { toLooksData, toLooksText } from '../../src/features/who-looked/card-data';
import { languages, textFor } from '../../src/text/text-for';
import { schemaErrors } from './card-schema';
import { renderInBrowser } from './render-in-browser';
import { sampleCards } from './sample-cards';
import {
  aContent,
  aCourse,
  aCourseList,
  aCourseView,
  aSharedCourse,
  cardViewer,
  openFilter,
  someCourses,
  viewer,
  without,
} from './samples';
import {
  deceivingText,
  someContents,
  aStanding,
  aTeammate,
  aTeamView,
  managerUserId,
  someLooks,
  someReports,
} from './team-samples';

const { language } = textFor('en-US');
const renderCardIn = createCardRenderer(loadTemplates());
const renderCard = <N extends CardName>(name: N, data: CardData[N]): Card =>
  renderCardIn(name, data, language);
const MAX_BYTES = 28 * 1024;

const hostileTitles = [
  ['Markdown', '**bold** _it_ [click](https://evil.example) # 1. - ~~x~~'],
  ['a binding', '${title} ${$root.speak} $' + '{1+1}'],
  ['a card function', '{{DATE(2026-05-01T00:00:00Z,SHORT)}} {{TIME(2026-05-01T10:00:00Z)}}'],
  ['html', '<img src=x onerror="alert(1)"><script>alert(2)</script><at>Ada</at>'],
  ['a template function', '`${concat("a","b")}` \\ "quoted"'],
] as const;

/** Invisible joiners are allowed to keep a text from being evaluated. */
function visible(text: string | null): string {
  return (text ?? '').replaceAll('\u2060', '');
}

describe('renderCard', () => {
  describe.each(sampleCards)('for %s', (_scenario, name, data) => {
    const card = renderCard(name, data as never);

    it('gives a card that the renderer accepts', () => {
      expect(renderInBrowser(card).complaints).toEqual([]);
    });

    it('keeps to the schema', () => {
      expect(schemaErrors(card)).toEqual([]);
    });

    it('leaves no binding and no field open', () => {
      expect(JSON.stringify(card)).not.toMatch(/\$\{|\u200b|undefined/u);
    });

    it('gives every picture an alternative text and every list a heading', () => {
      const { element } = renderInBrowser(card);

      for (const image of element.querySelectorAll('img')) expect(image.alt).not.toBe('');
      expect(element.querySelectorAll('[role=heading]')).toHaveLength(name === 'notice' ? 0 : 1);
    });
  });

  it.each(hostileTitles)('shows %s in texts of others as it was typed', (_what, hostile) => {
    const course = { ...aCourse({ note: hostile }), content: aContent({ title: hostile }) };
    const list = renderCard('course-list', toCourseListData(aCourseList({ courses: [course] })));
    const view = aCourseView({ course, providerName: hostile, assignerName: hostile });
    const details = renderCard('course', toCourseData(view));
    const content = aContent({ title: hostile, sourceName: hostile, description: hostile });
    const shared = renderCard('shared-course', toSharedCourseData(aSharedCourse({ content })));

    const listElement = renderInBrowser(list).element;
    const detailsElement = renderInBrowser(details).element;
    const sharedElement = renderInBrowser(shared).element;

    expect(visible(listElement.textContent)).toContain(hostile);
    expect(visible(detailsElement.textContent).split(hostile)).toHaveLength(5);
    expect(visible(sharedElement.textContent).split(hostile)).toHaveLength(4);
    for (const element of [listElement, detailsElement, sharedElement]) {
      expect(element.querySelectorAll('script, a, strong, em, ul, ol, at')).toHaveLength(0);
      expect(element.querySelectorAll('img[src=x]')).toHaveLength(0);
    }
  });

  it.each(hostileTitles)('shows %s in names and courses of a team as it was typed', (_what, hostile) => {
    const reports = someReports(2, hostile).map((report) => ({ ...report, userPrincipalName: hostile }));
    const standing = aStanding({ reports, contents: someContents(1, hostile) });
    const choice = { reports, managerUserId, filter: openFilter, locale: viewer.locale };
    const cards = [
      renderCard('team', toTeamData(aTeamView({ standing }))),
      renderCard('choice', toChoiceData(choice)),
      renderCard('looks', toLooksData(someLooks(hostile, 2), viewer)),
      renderCard('course-list', toCourseListData(aCourseList(aTeammate(hostile)))),
      renderCard('course', toCourseData(aCourseView(aTeammate(hostile)))),
    ];

    const elements = cards.map((card) => renderInBrowser(card).element);

    // Long names and titles are cut.
    const shown = elements.map(
      ({ textContent }) => visible(textContent).split(hostile.slice(0, 35)).length - 1,
    );
    expect(shown).toEqual([3, 4, 2, 1, 1]);
    for (const element of elements) {
      expect(element.querySelectorAll('script, a, strong, em, ul, ol, at, img[src=x]')).toHaveLength(0);
    }
  });

  it('drops what reverses the names of others', () => {
    const name = deceivingText;
    const standing = aStanding({ reports: someReports(2, name), contents: someContents(1, name) });
    const texts = [
      toTeamData(aTeamView({ standing })),
      toTeamText(aTeamView({ standing })),
      toLooksData(someLooks(name), viewer),
      toLooksText(someLooks(name), viewer),
      toCourseListText(aCourseList(aTeammate(name))),
      toCourseText(aCourseView(aTeammate(name))),
    ];

    for (const text of texts) {
      expect(JSON.stringify(text)).toContain('Ada');
      expect(JSON.stringify(text)).not.toContain('\u202E');
    }
  });

  it('puts texts of others into text runs only', () => {
    const secret = 'Untrusted';
    const course = { ...aCourse({ note: secret }), content: aContent({ title: secret }) };
    const view = aCourseView({ course, providerName: secret, assignerName: secret });
    const content = aContent({ title: secret, sourceName: secret, description: secret });
    const shared = aSharedCourse({ content });

    const cards = [
      without(renderCard('course', toCourseData(view)), 'speak'),
      without(renderCard('shared-course', toSharedCourseData(shared)), 'speak'),
      without(renderCard('course', toCourseData(aCourseView(aTeammate(secret)))), 'speak'),
      without(renderCard('course-list', toCourseListData(aCourseList(aTeammate(secret)))), 'speak'),
      renderCard('team', toTeamData(aTeamView({ standing: aStanding({ reports: someReports(2, secret) }) }))),
      renderCard(
        'choice',
        toChoiceData({
          reports: someReports(2, secret),
          managerUserId,
          filter: openFilter,
          locale: viewer.locale,
        }),
      ),
      renderCard('looks', toLooksData(someLooks(secret, 2), viewer)),
    ];

    const holders: unknown[] = [];
    JSON.stringify(cards, (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && Object.values(value).includes(secret)) {
        holders.push((value as { type?: unknown }).type);
      }
      return value;
    });
    expect(holders).toEqual(Array<string>(15).fill('TextRun'));
  });

  const longTexts = [
    ['plain letters', 'x'.repeat(5000)],
    ['letters of four bytes', '𝔘'.repeat(5000)],
    ['families', '👨‍👩‍👧‍👦'.repeat(1000)],
    ['stacked marks', `a${'\u0301'.repeat(5000)}`.repeat(2)],
    ['what JSON escapes', '"\\'.repeat(2500)],
  ] as const;

  it.each(longTexts)('stays below the size limit for ten titles of %s', (_what, title) => {
    const courses = someCourses(30, title);
    const filter = {
      status: 'open',
      due: 'nextMonth',
      kind: 'selfInitiated',
      text: title.slice(0, 100),
    } as const;

    const card = renderCard('course-list', toCourseListData(aCourseList({ courses, filter, page: 2 })));

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(MAX_BYTES);
  });

  it.each(longTexts)('stays below the size limit with its preview for a course of %s', (_what, text) => {
    const content = aContent({ title: text, sourceName: text, description: text });
    const shared = aSharedCourse({ content, viewer: { ...cardViewer, activity: aCourse().activity } });

    const card = renderCard('shared-course', toSharedCourseData(shared));

    const result = { content: card, preview: toCatalogPreview(content, viewer) };
    expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(MAX_BYTES / 2);
  });

  it.each(longTexts)('stays below the size limit for a team of %s', (_what, text) => {
    const standing = aStanding({ reports: someReports(18, text), contents: someContents(25, text) });
    const filter = {
      status: 'open',
      due: 'nextMonth',
      kind: 'selfInitiated',
      text: text.slice(0, 100),
    } as const;

    const cards = languages.flatMap((locale) => [
      renderCard('team', toTeamData(aTeamView({ locale, standing, reports: 300, hasAllReports: false }))),
      renderCard(
        'team',
        toTeamData(aTeamView({ locale, standing, filter, reports: 300, hasAllReports: false })),
      ),
      renderCard('choice', toChoiceData({ reports: someReports(12, text), managerUserId, filter, locale })),
      renderCard('looks', toLooksData(someLooks(text, 50), { ...viewer, locale })),
      renderCard(
        'course-list',
        toCourseListData(aCourseList({ locale, ...aTeammate(text), filter, courses: someCourses(30, text) })),
      ),
    ]);

    for (const card of cards) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(MAX_BYTES);
  });

  it('refreshes a shared course with what its button sends', () => {
    const card = renderCard('shared-course', toSharedCourseData(aSharedCourse()));

    const [, button] = card['actions'] as readonly { readonly verb: string; readonly data: object }[];
    const { ref, ticket } = aSharedCourse();
    const data = { provider: ref.providerId, content: ref.contentId, ticket };
    expect(card['refresh']).toEqual({
      action: { type: 'Action.Execute', verb: 'shared-course/view', data },
    });
    expect(button).toMatchObject({ title: 'See my status', verb: 'shared-course/view', data });
  });

  it('renders the same template again and again without memory of the last time', () => {
    const first = renderCard('course-list', toCourseListData(aCourseList({ courses: someCourses(3) })));

    renderCard('course-list', toCourseListData(aCourseList({ courses: [] })));

    expect(renderCard('course-list', toCourseListData(aCourseList({ courses: someCourses(3) })))).toEqual(
      first,
    );
  });

  it('names a row by its content for those who listen to it', () => {
    const { element } = renderInBrowser(renderCard('course-list', toCourseListData(aCourseList())));

    const row = element.querySelector('[role=button].ac-selectable');

    expect(row?.getAttribute('aria-label')).toBeNull();
    expect(row?.textContent).toContain('Fire safety');
    expect(row?.textContent).toContain('In progress');
    expect(row?.textContent).toContain('40% done');
    expect(row?.textContent).toContain('Due Nov 12, 2026');
    expect(row?.textContent).toContain('5 days overdue');
  });

  it('throws the template fault when a template is not there', () => {
    const renderNothing = createCardRenderer(new Map());

    const render = (): unknown => renderNothing('help', toHelpData('help', viewer.locale), language);

    expect(render).toThrow(CardTemplateError);
    expect(render).toThrow('help');
  });
});
