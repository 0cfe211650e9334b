/** @jest-environment jsdom */
import { choiceCard } from '../../src/cards/choice';
import { courseCard } from '../../src/cards/course';
import { courseListCard } from '../../src/cards/course-list';
import { viewLogCard } from '../../src/cards/view-log';
import { sharedCourseCard } from '../../src/cards/shared-course';
import { teamCard } from '../../src/cards/team';
import { toCatalogPreview } from '../../src/cards/search-preview';
import type { TeammateOutcome } from '../../src/domain/ports';
import { languages } from '../../src/i18n/catalog';
import { renderInBrowser } from './render-in-browser';
import {
  aContent,
  aCourse,
  aCourseList,
  aCourseView,
  anActivity,
  aSharedCourse,
  cardViewer,
  learnerUserId,
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
  someViews,
  someReports,
} from './team-samples';

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

const open: TeammateOutcome = { kind: 'read', activities: [anActivity()], isComplete: true };

describe('texts from outside', () => {
  it.each(hostileTitles)('shows %s in outside texts as it was typed', (_what, hostile) => {
    const course = { ...aCourse({ note: hostile }), content: aContent({ title: hostile }) };
    const list = courseListCard(aCourseList({ courses: [course] })).card;
    const view = aCourseView({ course, providerName: hostile, assignerName: hostile });
    const details = courseCard(view).card;
    const content = aContent({ title: hostile, sourceName: hostile, description: hostile });
    const shared = sharedCourseCard(aSharedCourse({ content })).card;

    const listElement = renderInBrowser(list).element;
    const detailsElement = renderInBrowser(details).element;
    const sharedElement = renderInBrowser(shared).element;

    expect(visible(listElement.textContent)).toContain(hostile);
    expect(visible(detailsElement.textContent).split(hostile)).toHaveLength(5);
    // Three texts in full, and the provider's name in short on the button.
    expect(visible(sharedElement.textContent).split(hostile)).toHaveLength(hostile.length > 40 ? 4 : 5);
    expect(visible(sharedElement.textContent).split(hostile.slice(0, 30))).toHaveLength(5);
    for (const element of [listElement, detailsElement, sharedElement]) {
      expect(element.querySelectorAll('script, a, strong, em, ul, ol, at')).toHaveLength(0);
      expect(element.querySelectorAll('img[src=x]')).toHaveLength(0);
    }
  });

  it.each(hostileTitles)('shows %s in names and courses of a team as it was typed', (_what, hostile) => {
    const reports = someReports(2, hostile).map((report) => ({ ...report, userPrincipalName: hostile }));
    const standing = aStanding({ reports, contents: someContents(1, hostile) });
    const filter = { ...openFilter, status: 'any', text: hostile } as const;
    const inCourse = aStanding({
      reports,
      outcomes: [open],
      contents: [aContent({ title: hostile })],
      filter,
    });
    const choice = { name: hostile, reports, managerUserId, filter: openFilter, locale: viewer.locale };
    const cards = [
      teamCard(aTeamView({ standing })).card,
      teamCard(aTeamView({ standing: inCourse, filter })).card,
      choiceCard(choice).card,
      viewLogCard(someViews(hostile, 2)).card,
      courseListCard(aCourseList(aTeammate(hostile))).card,
      courseCard(aCourseView(aTeammate(hostile))).card,
    ];

    const elements = cards.map((card) => renderInBrowser(card).element);

    // Long names and titles are cut.
    const shown = elements.map(
      ({ textContent }) => visible(textContent).split(hostile.slice(0, 35)).length - 1,
    );
    expect(shown).toEqual([2, 3, 5, 1, 1, 1]);
    for (const element of elements) {
      expect(element.querySelectorAll('script, a, strong, em, ul, ol, at, img[src=x]')).toHaveLength(0);
    }
  });

  it('removes direction marks from names', () => {
    const name = deceivingText;
    const standing = aStanding({ reports: someReports(2, name), contents: someContents(1, name) });
    const texts = [
      teamCard.toData(aTeamView({ standing })),
      teamCard.toText(aTeamView({ standing })),
      viewLogCard.toData(someViews(name)),
      viewLogCard.toText(someViews(name)),
      courseListCard.toText(aCourseList(aTeammate(name))),
      courseCard.toText(aCourseView(aTeammate(name))),
    ];

    for (const text of texts) {
      expect(JSON.stringify(text)).toContain('Ada');
      expect(JSON.stringify(text)).not.toContain('\u202E');
    }
  });

  it('puts outside texts into text runs and titles of actions only, which are plain text', () => {
    const secret = 'Untrusted';
    const content = aContent({ title: secret, sourceName: secret, description: secret });
    const plain = without(without(content, 'durationMinutes'), 'level');
    const shared = aSharedCourse({ content: plain });
    const filter = { ...openFilter, status: 'any', text: secret.toLowerCase() } as const;
    const reports = someReports(2, secret);
    const inCourse = aStanding({
      reports,
      outcomes: [open],
      contents: [aContent({ title: secret })],
      filter,
    });
    const course = { ...aCourse({ note: secret }), content };
    const view = aCourseView({ course, providerName: secret, assignerName: secret });

    const cards = [
      without(courseCard(view).card, 'speak'),
      without(sharedCourseCard(shared).card, 'speak'),
      without(courseCard(aCourseView(aTeammate(secret))).card, 'speak'),
      without(courseListCard(aCourseList(aTeammate(secret))).card, 'speak'),
      teamCard(aTeamView({ standing: aStanding({ reports: someReports(2, secret) }) })).card,
      teamCard(aTeamView({ standing: inCourse, filter })).card,
      choiceCard({
        name: secret,
        reports: someReports(2, secret),
        managerUserId,
        filter: openFilter,
        locale: viewer.locale,
      }).card,
      viewLogCard(someViews(secret, 2)).card,
    ];

    const holders: string[] = [];
    JSON.stringify(cards, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null) return value;
      const shown = Object.entries(value).filter(([name]) => name !== 'speak' && name !== 'url');
      if (shown.some(([, text]) => typeof text === 'string' && text.includes(secret))) {
        holders.push(String((value as { type?: unknown }).type));
      }
      return value;
    });
    const actionTitles = ['Action.Execute', 'Action.OpenUrl'];
    const inTexts = holders.filter((holder) => !actionTitles.includes(holder));
    expect(inTexts).toEqual(Array<string>(19).fill('TextRun'));
  });

  const longTexts = [
    ['plain letters', 'x'.repeat(5000)],
    ['letters of four bytes', '𝔘'.repeat(5000)],
    ['families', '👨‍👩‍👧‍👦'.repeat(1000)],
    ['stacked marks', `a${'\u0301'.repeat(5000)}`.repeat(2)],
    ['what JSON escapes', '"\\'.repeat(2500)],
  ] as const;

  /** A message is cut off beyond 40,000 bytes of UTF-16; its summary has up to 1,000 characters. */
  const MAX_CHARACTERS = 20_000 - 1_010;

  it.each(longTexts)('fills a list card up to its limit with titles of %s', (_what, title) => {
    const longUrl = `https://learn.contoso.com/${'x'.repeat(2_000)}`;
    const courses = [
      ...someCourses(60, title),
      aCourse({ id: 'later', due: { kind: 'day', date: '2026-11-19' } }, { title, thumbnailUrl: longUrl }),
      { activity: anActivity({ id: 'untitled', note: title, due: { kind: 'day', date: '2026-12-19' } }) },
    ];
    const filters = [
      openFilter,
      { status: 'open', due: 'any', kind: 'required', text: title.slice(0, 300) },
      { ...openFilter, due: 'soon' },
    ] as const;
    const gaps = { isComplete: false, unreadable: 9, missing: { reason: 'throttled', waitMs: 9e6 } } as const;
    const message = { title: 'Message Ada ↗', url: `https://teams.microsoft.com/${'x'.repeat(1_450)}` };

    const sizes = filters.flatMap((filter) =>
      [1, 2, 3].flatMap((page) =>
        [{ locale: 'ar' }, gaps, aTeammate(title), { ...gaps, ...aTeammate(title), message }].map((more) => {
          const list = courseListCard(aCourseList({ courses, filter, page, ...more }));
          return JSON.stringify(list.card).length;
        }),
      ),
    );

    expect(Math.max(...sizes)).toBeLessThan(MAX_CHARACTERS);
  });

  it('shows ten rows of an ordinary list below the first course', () => {
    const { activity, content } = aCourse();
    const courses = Array.from({ length: 40 }, (_, index) => ({
      activity: {
        ...activity,
        id: `${anActivity().id}:${learnerUserId}${index}`,
        completionPercentage: index % 3 === 0 ? 40 : 0,
      },
      content: aContent({ ...content, title: `An ordinary title of a course ${index}` }),
    }));

    const { groups, start } = courseListCard.toData(aCourseList({ courses, page: 2 }));

    expect(start).toHaveLength(1);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(10);
  });

  it.each(longTexts)('stays below the size limit with its preview for a course of %s', (_what, text) => {
    const content = aContent({ title: text, sourceName: text, description: text });
    const shared = aSharedCourse({ content, viewer: { ...cardViewer, activity: aCourse().activity } });

    const card = sharedCourseCard(shared).card;

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
      teamCard(aTeamView({ locale, standing, reports: 300, hasAllReports: false })).card,
      teamCard(aTeamView({ locale, standing, filter, reports: 300, hasAllReports: false })).card,
      choiceCard({ name: text, reports: someReports(12, text), managerUserId, filter, locale }).card,
      viewLogCard(someViews(text, 50, locale)).card,
      courseListCard(aCourseList({ locale, ...aTeammate(text), filter, courses: someCourses(30, text) }))
        .card,
    ]);

    for (const card of cards) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(MAX_BYTES);
  });
});
