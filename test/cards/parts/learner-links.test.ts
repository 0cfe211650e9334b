import { toAskLink, toBookLink, toFirstName } from '../../../src/cards/parts/learner-links';
import type { CourseActivity, CourseContent } from '../../../src/domain/course-activity';
import { VIVA_LEARNING_URL } from '../../../src/lib/teams-links';
import { aCourse, anActivity, learnerUserId, viewer, without } from '../samples';

const assigner = { assignerName: 'Katherine Walsh', assignerAccount: 'katherine@contoso.com' };

function assigned(activity: Partial<CourseActivity> = {}, content: Partial<CourseContent> = {}) {
  return aCourse({ assignerUserId: '00000000-0000-4000-8000-000000000002', ...activity }, content);
}

function queryOf(links: readonly { readonly url: string }[]): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(links[0]?.url ?? 'https://none.example').searchParams);
}

describe('toAskLink', () => {
  it('opens a chat whose draft names the course and its due date, and no status', () => {
    const [link] = toAskLink(assigned({ note: 'Hurry up' }), assigner, viewer);

    expect(link).toEqual({
      title: 'Ask Katherine ↗',
      url:
        'https://teams.microsoft.com/l/chat/0/0?users=katherine%40contoso.com' +
        '&message=Hi%20Katherine%2C%20I%20have%20a%20question%20about%20%E2%80%9CFire%20safety%E2%80%9D%20(due%20Nov%2012%2C%202026).',
    });
  });

  it('names no due date where there is none', () => {
    const undated = { ...assigned(), activity: without(assigned().activity, 'due') };

    expect(queryOf(toAskLink(undated, assigner, viewer))['message']).toBe(
      'Hi Katherine, I have a question about “Fire safety”.',
    );
  });

  it.each([
    ['of unknown account', { assignerName: 'Katherine Walsh' }, {}],
    ['of unknown name', { assignerAccount: 'katherine@contoso.com' }, {}],
    ['who is the learner', assigner, { assignerUserId: learnerUserId.toUpperCase() }],
  ])('asks no assigner %s', (_, person, activity) => {
    expect(toAskLink(assigned(activity), person, viewer)).toEqual([]);
  });
});

describe('toBookLink', () => {
  it('opens a meeting as long as what is left, at the next half hour', () => {
    expect(toBookLink(aCourse(), viewer)).toEqual([
      {
        title: 'Book time ↗',
        url:
          'https://teams.microsoft.com/l/meeting/new?subject=Fire%20safety' +
          '&startTime=2026-11-17T13%3A30%3A00.000Z&endTime=2026-11-17T14%3A25%3A00.000Z' +
          '&content=https%3A%2F%2Flearn.contoso.com%2Ffire-safety',
      },
    ]);
  });

  it.each([
    ['the whole course before it is begun', aCourse({ status: 'notStarted' }), '2026-11-17T15:00:00.000Z'],
    ['half an hour where the length is not known', { activity: anActivity() }, '2026-11-17T14:00:00.000Z'],
    ['two hours at most', aCourse({}, { durationMinutes: 900 }), '2026-11-17T15:30:00.000Z'],
  ])('books %s', (_, course, endTime) => {
    expect(queryOf(toBookLink(course, viewer))['endTime']).toBe(endTime);
  });

  it.each([
    ['en-US', '2026-11-23T08:00:00.000Z'],
    ['ar-SA', '2026-11-22T08:00:00.000Z'],
  ])('starts after the weekend of the region: %s', (locale, startTime) => {
    const friday = { ...viewer, locale, now: new Date('2026-11-20T18:00:00+01:00') };

    expect(queryOf(toBookLink(aCourse(), friday))['startTime']).toBe(startTime);
  });

  it('links to Viva Learning where the provider’s address is unknown or too long', () => {
    const long = aCourse({}, { webUrl: `https://learn.contoso.com/${'é'.repeat(300)}` });

    for (const course of [{ activity: anActivity() }, long]) {
      expect(queryOf(toBookLink(course, viewer))['content']).toBe(VIVA_LEARNING_URL);
    }
  });

  it('does not book a completed course', () => {
    expect(toBookLink(aCourse({ status: 'completed' }), viewer)).toEqual([]);
  });
});

describe('both links', () => {
  const titles = [
    'x'.repeat(200),
    '火'.repeat(200),
    '👨‍👩‍👧‍👦'.repeat(200),
    '𝔘'.repeat(200),
    '&message=a#b?c+d '.repeat(20),
  ];

  it.each(titles)('stay whole and short enough for a title of %s', (title) => {
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'ar-SA']) {
      const reader = { ...viewer, locale };
      const course = assigned({}, { title });
      const links = [...toAskLink(course, assigner, reader), ...toBookLink(course, reader)];

      expect(links).toHaveLength(2);
      for (const { url } of links) expect(url.length).toBeLessThan(2048);
      expect(queryOf(links)).toMatchObject({ users: 'katherine@contoso.com' });
      expect(Object.keys(queryOf(links))).toEqual(['users', 'message']);
    }
  });
});

describe('toFirstName', () => {
  it.each([
    ['Katherine Walsh', 'Katherine'],
    ['Walsh, Katherine', 'Katherine'],
    ['Dr. Katherine Walsh (HR)', 'Katherine'],
    ['Katherine (Human Res', 'Katherine'],
    ['佐藤 遥 (Haruka Sato)', '佐藤 遥'],
    ['ليلى حداد', 'ليلى'],
    ['Katherine', 'Katherine'],
    ['', ''],
  ])('calls %s %s', (name, first) => {
    expect(toFirstName(name)).toBe(first);
  });

  it('is found at once in a name of nothing but parentheses', () => {
    const startedAt = performance.now();

    expect(toFirstName('('.repeat(100_000))).toBe('');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
