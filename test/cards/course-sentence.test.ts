import type { CourseView } from '../../src/cards/course';
import { toCourseSentence } from '../../src/cards/course-sentence';
import type { CourseActivity } from '../../src/domain/course-activity';
import { languages } from '../../src/i18n/catalog';
import { aContent, aCourse, aCourseView, anActivity, without } from './samples';
import { deceivingText } from './team-samples';

const tomorrow = { due: { kind: 'day', date: '2026-11-18' } } as const;
const completed = { status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' } as const;
const notStarted = { status: 'notStarted', completionPercentage: 0 } as const;

function of(activity: Partial<CourseActivity> = {}): Partial<CourseView> {
  return { course: aCourse(activity) };
}

function undated(activity: Partial<CourseActivity> = {}): Partial<CourseView> {
  const course = aCourse(activity);
  return { course: { ...course, activity: without(course.activity, 'due') } };
}

function after(
  completedDateTime: string | undefined,
  activity: Partial<CourseActivity>,
): Partial<CourseView> {
  const earlier = {
    id: 'earlier',
    status: 'completed',
    ...(completedDateTime && { completedDateTime }),
  } as const;
  return { ...of(activity), siblings: [aCourse({ id: 'open too' }), aCourse(earlier)] };
}

const lastYear = '2025-11-20T10:00:00Z';
const before = (activity: Partial<CourseActivity>) => after(lastYear, activity);
const titleless = { course: { activity: anActivity(completed) } };
const unassigned = { assignerName: undefined };
const unmeasured = { course: { activity: anActivity(), content: without(aContent(), 'durationMinutes') } };

describe('the sentence before the card of a course', () => {
  it.each([
    // Finished?
    ['finished', of(completed), 'Yes. You finished Fire safety on Nov 1, 2026.'],
    ['finished', of({ status: 'completed' }), 'Yes. You finished Fire safety.'],
    ['finished', titleless, 'Yes. You finished this course on Nov 1, 2026.'],
    [
      'finished',
      before(tomorrow),
      'Yes. You finished Fire safety on Nov 20, 2025; this year’s is due tomorrow.',
    ],
    ['finished', before({}), 'Yes. You finished Fire safety on Nov 20, 2025; this year’s is 5 days overdue.'],
    [
      'finished',
      after('2026-05-20T10:00:00Z', tomorrow),
      'Yes. You finished Fire safety on May 20, 2026; the new one is due tomorrow.',
    ],
    [
      'finished',
      { ...before({}), ...undated() },
      'Yes. You finished Fire safety on Nov 20, 2025; this year’s has no due date.',
    ],
    [
      'finished',
      // New Year’s Eve in UTC, and already this year where the viewer is.
      after('2025-12-31T23:30:00Z', tomorrow),
      'Yes. You finished Fire safety on Jan 1, 2026; the new one is due tomorrow.',
    ],
    ['finished', after(undefined, tomorrow), 'No. You’re 40% through, and it’s due tomorrow.'],
    [
      'finished',
      of({ completionPercentage: 60, ...tomorrow }),
      'No. You’re 60% through, and it’s due tomorrow.',
    ],
    ['finished', of({ completionPercentage: 0 }), 'No. You’ve started it, and it’s 5 days overdue.'],
    ['finished', of(notStarted), 'No. You haven’t started it, and it’s 5 days overdue.'],
    ['finished', undated(notStarted), 'No. You haven’t started it.'],
    ['finished', of({ status: 'unknown' }), 'I can’t see whether you’ve finished it.'],
    ['finished', after(undefined, { status: 'unknown' }), 'I can’t see whether you’ve finished it.'],
    // When finished? Neither yes nor no.
    ['whenFinished', of(completed), 'You finished Fire safety on Nov 1, 2026.'],
    ['whenFinished', before({}), 'You finished Fire safety on Nov 20, 2025; this year’s is 5 days overdue.'],
    ['whenFinished', after(undefined, tomorrow), 'You’re 40% through, and it’s due tomorrow.'],
    ['whenFinished', undated(notStarted), 'You haven’t started it.'],
    ['whenFinished', of({ status: 'unknown' }), 'I can’t see whether you’ve finished it.'],
    // Overdue?
    ['overdue', of(), 'Yes. It was due on Nov 12, 2026 (5 days overdue).'],
    ['overdue', of(tomorrow), 'No. It’s due tomorrow, on Nov 18, 2026.'],
    ['overdue', undated(), 'No. It has no due date.'],
    ['overdue', of(completed), 'No. You finished it on Nov 1, 2026. It was due on Nov 12, 2026.'],
    [
      'overdue',
      of({ ...completed, ...tomorrow }),
      'No. You finished it on Nov 1, 2026. Its due date is Nov 18, 2026.',
    ],
    [
      'overdue',
      of({ ...completed, due: { kind: 'day', date: '2026-11-17' } }),
      'No. You finished it on Nov 1, 2026. Its due date is Nov 17, 2026.',
    ],
    // When?
    [
      'when',
      of({ due: { kind: 'instant', dateTime: '2026-11-19T16:05:00Z' } }),
      'It’s due in 2 days, on Nov 19, 2026, 5:05 PM.',
    ],
    ['when', undated(), 'It has no due date.'],
    ['when', undated({ status: 'completed' }), 'You finished it.'],
    // How long?
    ['howLong', of(), 'It takes about 1 hr 30 min, with about 54 min left.'],
    ['howLong', of(notStarted), 'It takes about 1 hr 30 min.'],
    ['howLong', of(completed), 'It takes about 1 hr 30 min.'],
    ['howLong', unmeasured, 'The provider doesn’t say how long it takes.'],
    ['howLong', titleless, 'I can’t see how long it takes.'],
    // Who?
    ['who', of({ assignedDateTime: '2026-10-28T10:00:00Z' }), 'Adele Vance assigned it on Oct 28.'],
    ['who', of(), 'Adele Vance assigned it.'],
    ['who', { ...of(), ...unassigned }, 'I can’t see who assigned it.'],
    [
      'who',
      { ...of({ kind: 'selfInitiated' }), ...unassigned },
      'No one assigned it. You started it yourself.',
    ],
    // Mandatory?
    ['mandatory', of(tomorrow), 'Yes, it’s required and due tomorrow.'],
    ['mandatory', of(), 'Yes, it’s required and 5 days overdue.'],
    ['mandatory', undated(), 'Yes, it’s required, with no due date.'],
    ['mandatory', of(completed), 'Yes, it’s required, and you’ve finished it.'],
    [
      'mandatory',
      of({ kind: 'recommended', ...tomorrow }),
      'No, it’s recommended. It’s due tomorrow, on Nov 18, 2026.',
    ],
    ['mandatory', of({ kind: 'recommended', ...completed }), 'No, it’s recommended.'],
    ['mandatory', undated({ kind: 'selfInitiated' }), 'No, you started it yourself.'],
    [
      'mandatory',
      undated({ kind: 'assigned' }),
      'It was assigned to you, but I can’t see whether it’s required.',
    ],
  ] as const)('answers %s', (asks, view, sentence) => {
    expect(toCourseSentence(asks, aCourseView(view))).toBe(sentence);
  });

  it('ends once, and shows names and titles without what deceives, in every language', () => {
    for (const locale of languages) {
      const course = aCourse({ ...completed, assignedDateTime: lastYear }, { title: deceivingText });
      const view = aCourseView({ locale, course, assignerName: deceivingText });
      const questions = ['finished', 'overdue', 'when', 'howLong', 'who', 'mandatory'] as const;
      const sentences = questions.map((asks) => toCourseSentence(asks, view));

      expect([...sentences].join('')).not.toMatch(/\u202E|\.\.|undefined/u);
      for (const sentence of sentences) expect(sentence).toMatch(/[^.][.。]$/u);
    }
  });
});
