import type { CourseFilter } from '../../src/domain/question';
import { en } from '../../src/text/en';

const anyCourse: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

describe('course list headings', () => {
  it.each<[Partial<CourseFilter>, string]>([
    [{}, 'All courses'],
    [{ status: 'open' }, 'Open courses'],
    [{ status: 'open', due: 'overdue' }, 'Overdue courses'],
    [{ status: 'open', due: 'overdue', kind: 'required' }, 'Overdue required courses'],
    [{ status: 'open', due: 'thisWeek' }, 'Courses due this week'],
    [{ status: 'open', kind: 'recommended' }, 'Open recommended courses'],
    [{ status: 'any', kind: 'required' }, 'Required courses'],
    [{ status: 'inProgress' }, 'Courses in progress'],
    [{ status: 'notStarted', kind: 'required' }, 'Required courses not started yet'],
    [{ status: 'completed' }, 'Completed courses'],
    [{ status: 'open', kind: 'selfInitiated' }, 'Open self-started courses'],
  ])('%j is %p', (filter, heading) => {
    expect(en.courseList.heading({ ...anyCourse, ...filter })).toBe(heading);
  });
});

describe('empty lists', () => {
  it.each<[Partial<CourseFilter>, string]>([
    [{ status: 'open' }, 'Nothing is open right now. You are all caught up.'],
    [{ status: 'open', due: 'soon' }, 'Nothing is due in the next 7 days.'],
    [{ status: 'open', kind: 'required' }, 'No required course is open. You are all caught up.'],
    [{ status: 'completed' }, 'No course is completed yet. Each one you finish will show up here.'],
    [{ status: 'open', due: 'tomorrow' }, 'You have no courses due tomorrow.'],
  ])('of %j say %p', (filter, sentence) => {
    expect(en.courseList.empty({ ...anyCourse, ...filter }, '')).toBe(sentence);
  });

  it('repeat what was searched for', () => {
    expect(en.courseList.empty({ ...anyCourse, status: 'open' }, 'yoga')).toBe(
      'You have no open courses matching “yoga”.',
    );
  });
});

describe('sentences', () => {
  // The pages about privacy call what is read and kept by its name.
  const sentences = collect({ ...en, about: {} });

  it('never show a status code or a word of the machine room', () => {
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(
        /\b[1-5]\d\d\b|\b(error|exception|token|HTTP|Graph|API|null|undefined)\b/iu,
      );
    }
  });

  it('count minutes in words that fit', () => {
    expect(en.faults.graphThrottled(0.2)).toBe('Viva Learning is very busy. Try again in 1 minute.');
    expect(en.faults.graphThrottled(10)).toBe('Viva Learning is very busy. Try again in 10 minutes.');
  });

  it('end like sentences where they say what happened and what to do', () => {
    for (const sentence of collect(en.faults)) expect(sentence).toMatch(/[^.]+\. ?.*\.$|^[^;]+\.$/u);
  });
});

function collect(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(collect);
}
