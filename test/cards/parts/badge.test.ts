import { noBadge, toDueBadge } from '../../../src/cards/parts/badge';
import type { CourseActivity } from '../../../src/domain/course-activity';

const viewer = { locale: 'en-US', zone: 'UTC', now: new Date('2026-11-27T10:00:00Z') };

const undated: CourseActivity = { id: 'a', learnerUserId: 'l', kind: 'required', status: 'notStarted' };

function due(date: string, status: CourseActivity['status'] = 'notStarted'): CourseActivity {
  return { ...undated, status, due: { kind: 'day', date } };
}

describe('toDueBadge', () => {
  it.each([
    ['2026-11-21', '6 days overdue', 'Attention', 'attention'],
    ['2026-11-26', '1 day overdue', 'Attention', 'attention'],
    ['2026-11-27', 'Today', 'Warning', 'warning'],
    ['2026-11-28', 'Tomorrow', 'Warning', 'warning'],
    ['2026-11-29', 'Sunday', 'Warning', 'warning'],
    ['2026-12-03', 'Thursday', 'Warning', 'warning'],
  ])('marks a course due on %s with "%s"', (date, text, ...[style, color]) => {
    expect(toDueBadge(due(date), viewer)).toEqual({ text, style, color });
  });

  it('names no weekday that today has too', () => {
    expect(toDueBadge(due('2026-12-04'), viewer)).toBe(noBadge);
  });

  it('leaves "overdue" out under a heading that says it', () => {
    expect(toDueBadge(due('2026-11-21'), viewer, 'short').text).toBe('6 days');
  });

  it('marks no completed course and none without a due date', () => {
    expect(toDueBadge(due('2026-11-21', 'completed'), viewer)).toBe(noBadge);
    expect(toDueBadge(undated, viewer)).toBe(noBadge);
  });

  it('speaks the language of the reader', () => {
    expect(toDueBadge(due('2026-11-29'), { ...viewer, locale: 'de-DE' }).text).toBe('Sonntag');
    expect(toDueBadge(due('2026-11-21'), { ...viewer, locale: 'fr-FR' }, 'short').text).toBe('6 jours');
  });
});
