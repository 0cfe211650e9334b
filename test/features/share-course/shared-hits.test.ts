import { createSharedHits } from '../../../src/features/share-course/shared-hits';
import { createCourseLinks } from '../../../src/features/share-course/course-links';
import { textsFor } from '../../../src/i18n/catalog';
import { aContent } from '../../cards/samples';

const tenantId = '00000000-0000-4000-8000-0000000000aa';
const links = createCourseLinks({ publicOrigin: 'https://bot.example.com', key: Buffer.alloc(32, 1) });
const toHit = createSharedHits(links);

describe('a shareable card', () => {
  it('is rendered once per language', () => {
    const content = aContent();

    const german = toHit({ tenantId, locale: 'de-DE' }, content);
    const arabic = toHit({ tenantId, locale: 'ar-EG' }, content);
    const austrian = toHit({ tenantId, locale: 'de-AT' }, content);

    expect(austrian.card).toBe(german.card);
    expect(german.card).toMatchObject({ lang: 'de', rtl: false });
    expect(JSON.stringify(german.card)).toContain(textsFor('de').t('sharedCourse.seeMine'));
    expect(arabic.card).toMatchObject({ lang: 'ar', rtl: true });
    expect(JSON.stringify(arabic.card)).toContain(textsFor('ar').t('sharedCourse.seeMine'));
    expect(arabic.preview.title).toBe('\u2068Fire safety\u2069');
  });
});
