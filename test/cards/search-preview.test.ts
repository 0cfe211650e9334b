import * as fc from 'fast-check';
import { toCatalogPreview, toOwnPreview } from '../../src/cards/search-preview';
import type { CourseActivity } from '../../src/domain/course-activity';
import { aContent, aCourse, anActivity, viewer, without } from './samples';

describe('toOwnPreview', () => {
  it('shows the user’s own status', () => {
    expect(toOwnPreview(aCourse({ due: { kind: 'day', date: '2026-11-20' } }), viewer)).toEqual({
      title: 'Fire safety',
      text: 'Due in 3 days · Required · 1 hr 30 min · 40% done',
      imageUrl: 'https://learn.contoso.com/fire-safety.png',
    });
  });

  it.each<[string, Partial<CourseActivity>]>([
    ['5 days overdue · Required · 1 hr 30 min · 40% done', {}],
    ['5 days overdue · 1 hr 30 min · Not started', { kind: 'assigned', status: 'notStarted' }],
    ['Required · 1 hr 30 min · Completed', { status: 'completed' }],
    [
      'Completed on Nov 13, 2026 · 1 hr 30 min',
      { kind: 'selfInitiated', status: 'completed', completedDateTime: '2026-11-13T10:00:00Z' },
    ],
  ])('has what matters most first: %s', (text, activity) => {
    expect(toOwnPreview(aCourse(activity), viewer).text).toBe(text);
  });

  it('leaves out what is not known', () => {
    const activity = without(without(anActivity(), 'due'), 'completionPercentage');

    expect(toOwnPreview({ activity }, viewer).text).toBe('Required · In progress');
  });

  it('names a course without a title by its kind', () => {
    const { title } = toOwnPreview({ activity: anActivity() }, viewer);

    expect(title).toBe('Required course (title not available)');
  });
});

describe('toCatalogPreview', () => {
  it('shows the details of the course', () => {
    const content = aContent({ sourceName: 'Contoso Academy', pages: 12 });

    expect(toCatalogPreview(content, viewer).text).toBe(
      'Contoso Academy · 1 hr 30 min · 12 pages · Beginner',
    );
  });

  it('says first that it is not on the searcher’s own list', () => {
    const { text } = toCatalogPreview(aContent({ sourceName: 'Contoso' }), viewer, { isUnassigned: true });

    expect(text).toBe('Catalog · not assigned to you · Contoso · 1 hr 30 min · Beginner');
  });

  it('has a title when the course’s own has no visible characters', () => {
    expect(toCatalogPreview(aContent({ title: '\u200B\u0007' }), viewer).title).toBe(
      'Course in Viva Learning',
    );
  });

  it('neutralizes tags and links', () => {
    const hostile = '<b onclick="x">Fire</b> [here](https://evil.example)\u202E';

    const { title, text } = toCatalogPreview(aContent({ title: hostile, sourceName: hostile }), viewer);

    expect(title).toBe('‹b onclick="x"›Fire‹/b› [here]\u2060(https://evil.example)');
    expect(text).toBe(`${title} · 1 hr 30 min · Beginner`);
  });

  it.each(['javascript:alert(1)', 'http://contoso.com/a.png', 'https://contoso.com@evil.example/a.png'])(
    'does not show the picture at %s',
    (thumbnailUrl) => {
      expect(toCatalogPreview(aContent({ thumbnailUrl }), viewer).imageUrl).toBeUndefined();
    },
  );

  it('has bounded texts for any input', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 600 });
    fc.assert(
      fc.property(anyText, anyText, (title, sourceName) => {
        const preview = toCatalogPreview(aContent({ title, sourceName }), viewer);

        for (const text of [preview.title, preview.text]) {
          expect(text.replaceAll('\u2060', '').length).toBeLessThanOrEqual(241);
          expect(text).not.toMatch(/[<>]|\]\(/u);
        }
      }),
    );
  });
});
