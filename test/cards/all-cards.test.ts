/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { courseListCard } from '../../src/cards/course-list';
import { sharedCourseCard } from '../../src/cards/shared-course';
import { schemaErrors } from './card-schema';
import { renderInBrowser } from './render-in-browser';
import { sampleCards, sampleCardsFor } from './sample-cards';
import { aCourseList, aSharedCourse, someCourses } from './samples';

const TEMPLATES_DIR = join(__dirname, '../../adaptiveCards');

/** Names of the templates in `adaptiveCards/`. */
const templates = readdirSync(TEMPLATES_DIR).map((file) => basename(file, '.json'));

/** The names that a template's bindings use. */
function fieldsOf(template: string): ReadonlySet<string> {
  const json = readFileSync(join(TEMPLATES_DIR, `${template}.json`), 'utf8');
  const paths = [...json.matchAll(/\$\{(?:not\(empty\()?([\w.]+)/gu)].map(([, path = '']) => path);
  return new Set(paths.flatMap((path) => path.split('.')));
}

/** The names of all values in a card's data, without the data that its buttons send back. */
function namesIn(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(namesIn);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === 'data' ? [name] : [name, ...namesIn(value)],
  );
}

describe.each(templates)('the template %s', (template) => {
  const data = sampleCards.filter(([, card]) => card.template === template).map(([, card]) => card.data);

  it('binds exactly the fields that its card provides', () => {
    const given = new Set([...namesIn(data), 'language', 'lang', 'rtl']);
    const bound = fieldsOf(template);

    expect([...bound].filter((field) => !given.has(field))).toEqual([]);
    expect([...given].filter((name) => !bound.has(name))).toEqual([]);
  });
});

describe('a card', () => {
  describe.each(sampleCards)('for %s', (_scenario, { template, reply }) => {
    const { card } = reply;

    it('renders without warnings', () => {
      expect(renderInBrowser(card).complaints).toEqual([]);
    });

    it('matches the schema', () => {
      expect(schemaErrors(card)).toEqual([]);
    });

    it('leaves no binding unresolved', () => {
      expect(JSON.stringify(card)).not.toMatch(/\$\{|\u200b|undefined/u);
    });

    it('has alternative text for each picture and one heading', () => {
      const { element } = renderInBrowser(card);

      for (const image of element.querySelectorAll('img')) expect(image.alt).not.toBe('');
      expect(element.querySelectorAll('[role=heading]')).toHaveLength(template === 'notice' ? 0 : 1);
    });

    it('has plain text', () => {
      expect(reply.text).not.toBe('');
    });
  });

  it('refreshes a shared course with the data of its button', () => {
    const card = sharedCourseCard(aSharedCourse()).card;

    const [button] = card['actions'] as readonly { readonly verb: string; readonly data: object }[];
    const { viewData: data } = aSharedCourse();
    expect(card['refresh']).toEqual({
      action: { type: 'Action.Execute', verb: 'shared-course/view', data },
    });
    expect(button).toMatchObject({ title: 'See my status', verb: 'shared-course/view', data });
  });

  it('renders a template independently of earlier data', () => {
    const first = courseListCard(aCourseList({ courses: someCourses(3) })).card;

    courseListCard(aCourseList({ courses: [] }));

    expect(courseListCard(aCourseList({ courses: someCourses(3) })).card).toEqual(first);
  });

  it('tells screen readers of a row all that it shows', () => {
    const { element } = renderInBrowser(courseListCard(aCourseList({ courses: someCourses(2) })).card);

    const row = element.querySelector('[role=button].ac-selectable:has(img)');

    expect(row?.getAttribute('aria-label')).toBe(
      'Fire safety 1, Required · 1 hr 30 min · 40% done, 5 days overdue',
    );
    expect(row?.textContent).toContain('Required · 1 hr 30 min · 40% done');
    expect(row?.textContent).toContain('5 days');
  });
});

describe('the text of a card in Arabic', () => {
  const oneLine = ['notice', 'shared-course'];
  const lists = sampleCardsFor('ar').filter(([, { template }]) => !oneLine.includes(template));

  it.each(lists)('runs from right to left in every line for %s', (_scenario, { reply }) => {
    for (const line of reply.text.split('\n')) expect(line).toMatch(/^\u200F[^\u200F]/u);
  });
});
