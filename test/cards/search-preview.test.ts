import * as fc from 'fast-check';
import { toCatalogPreview, toOwnPreview } from '../../src/cards/search-preview';
import { aContent, aCourse, anActivity, viewer } from './samples';

describe('toOwnPreview', () => {
  it('shows the user’s own status', () => {
    expect(toOwnPreview(aCourse({ due: { kind: 'day', date: '2026-11-20' } }), viewer)).toEqual({
      title: 'Fire safety',
      text: 'In progress · 40% done · Due in 3 days',
      imageUrl: 'https://learn.contoso.com/fire-safety.png',
    });
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
