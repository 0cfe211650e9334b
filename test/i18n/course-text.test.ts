import { dateSentence, dateText, statusAndDateText } from '../../src/i18n/course-text';
import { anActivity, viewer, without } from '../cards/samples';

const sentence = (activity: Partial<ReturnType<typeof anActivity>>): string =>
  dateSentence(dateText(anActivity(activity), viewer), viewer);

describe('dateText', () => {
  it.each([
    ['2026-11-17', 'today', 'soon'],
    ['2026-11-18', 'tomorrow', 'soon'],
    ['2026-11-20', 'in 3 days', 'soon'],
    ['2026-11-24', 'in 7 days', 'soon'],
    ['2026-11-25', 'in 8 days', 'later'],
    ['2027-03-17', 'in 3 months', 'later'],
    ['2026-11-16', '1 day overdue', 'overdue'],
    ['2026-11-12', '5 days overdue', 'overdue'],
    ['2026-01-17', '10 months overdue', 'overdue'],
    ['2022-09-22', '4 years overdue', 'overdue'],
  ])('describes a course due on %s as %s', (date, relative, urgency) => {
    expect(dateText(anActivity({ due: { kind: 'day', date } }), viewer)).toMatchObject({ relative, urgency });
  });

  it('calls a course overdue from the moment it was due', () => {
    const due = { kind: 'instant', dateTime: '2026-11-17T12:00:00Z' } as const;

    expect(dateText(anActivity({ due }), viewer)).toMatchObject({
      relative: 'overdue since today',
      urgency: 'overdue',
    });
  });

  it('shows no urgency for a completed course', () => {
    expect(sentence({ status: 'completed', completedDateTime: '2026-11-13T10:00:00Z' })).toBe(
      'Completed on Nov 13, 2026',
    );
    expect(sentence({ status: 'completed' })).toBe('Date unknown');
  });

  it('includes a known time of day on request', () => {
    const due = { kind: 'instant', dateTime: '2026-11-20T16:05:00Z' } as const;

    expect(dateText(anActivity({ due }), viewer).date).toBe('Nov 20, 2026');
    expect(dateText(anActivity({ due }), viewer, true).date).toBe('Nov 20, 2026, 5:05 PM');
    expect(dateText(anActivity(), viewer, true).date).toBe('Nov 12, 2026');
  });

  it('includes no time of day for a day stored as midnight in the viewer’s zone', () => {
    const due = { kind: 'instant', dateTime: '2026-11-16T23:00:00Z' } as const;

    expect(dateText(anActivity({ due }), viewer, true)).toMatchObject({
      date: 'Nov 17, 2026',
      relative: 'today',
      urgency: 'soon',
    });
  });

  it('has a sentence with date and distance', () => {
    expect(sentence({})).toBe('Due Nov 12, 2026 (5 days overdue)');
  });
});

describe('statusAndDateText', () => {
  it.each<[ReturnType<typeof anActivity>, string]>([
    [
      anActivity({ due: { kind: 'day', date: '2026-11-20' } }),
      'In progress · 40% done · Due Nov 20, 2026 (in 3 days)',
    ],
    [anActivity(), 'In progress · 40% done · Due Nov 12, 2026 (5 days overdue)'],
    [
      anActivity({ status: 'completed', completedDateTime: '2026-11-13T10:00:00Z' }),
      'Completed on Nov 13, 2026',
    ],
    [anActivity({ status: 'completed' }), 'Completed · Date unknown'],
    [
      without(without(anActivity({ status: 'notStarted' }), 'due'), 'completionPercentage'),
      'Not started · No due date',
    ],
  ])('says where the learner stands', (activity, text) => {
    expect(statusAndDateText(activity, viewer)).toBe(text);
  });
});
