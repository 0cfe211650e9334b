import { courseCard, toShareUrl } from '../../src/cards/course';
import { toCourseSentence } from '../../src/cards/course-sentence';
import { languages } from '../../src/i18n/catalog';
import { VIVA_LEARNING_URL } from '../../src/lib/teams-links';
import { aCourse, aCourseView, anActivity, learnerUserId, openFilter, without } from './samples';
import { aTeammate } from './team-samples';

const assigned = {
  due: { kind: 'instant', dateTime: '2026-11-15T16:05:00Z' },
  assignedDateTime: '2026-10-20T10:00:00Z',
  note: 'Before the audit, please.',
} as const;

const lastYear = aCourse({
  id: 'last year’s',
  status: 'completed',
  completedDateTime: '2025-11-20T10:00:00Z',
});

describe('the course card', () => {
  it('shows where the learner stands, what the course is and the assigner’s note', () => {
    const course = aCourse(assigned, { pages: 24, description: 'What to do when it burns.' });

    expect(courseCard.toData(aCourseView({ course }))).toMatchObject({
      person: '',
      title: 'Fire safety',
      details: 'Required · Contoso Academy · 1 hr 30 min · 24 pages · Beginner',
      thumbnailUrl: 'https://learn.contoso.com/fire-safety.png',
      status: '40% done · about 54 min left',
      bar: [{ value: 40, percent: '40%' }],
      badge: { text: '2 days overdue', style: 'Attention' },
      due: 'Nov 15, 5:05 PM',
      description: 'What to do when it burns.',
      noteBy: 'Adele Vance, Oct 20',
      note: '“Before the audit, please.”',
      facts: [],
      asOf: 'As of 2:05 PM',
    });
  });

  it.each([
    [{ status: 'notStarted', completionPercentage: 0 }, 'Not started', 0],
    [{ status: 'inProgress', completionPercentage: 100 }, '100% done', 0],
    [{ status: 'unknown', completionPercentage: 40 }, 'Status unknown · 40% done', 1],
    [{ status: 'completed', completedDateTime: '2025-11-20T10:00:00Z' }, 'Completed on Nov 20, 2025', 0],
  ] as const)('says where the learner stands for %j', (activity, status, bars) => {
    const data = courseCard.toData(aCourseView({ course: aCourse(activity) }));

    expect(data.status).toBe(status);
    expect(data.bar).toHaveLength(bars);
  });

  it('leaves out what is not known', () => {
    const unmeasured = without(anActivity(), 'completionPercentage');
    const undated = without(anActivity({ status: 'completed' }), 'due');

    expect(courseCard.toData(aCourseView({ course: { activity: unmeasured } })).status).toBe('In progress');
    expect(courseCard.toData(aCourseView({ course: { activity: undated } }))).toMatchObject({
      status: 'Completed',
      due: '',
    });
  });

  it('says "due" where no badge says how urgent it is', () => {
    const far = aCourse({ due: { kind: 'day', date: '2028-01-20' } });
    const undated = { activity: without(anActivity(), 'due') };

    expect(courseCard.toData(aCourseView({ course: far })).due).toBe('Due Jan 20, 2028');
    expect(courseCard.toData(aCourseView({ course: undated })).due).toBe('No due date');
  });

  it('is complete for a course without details from its provider', () => {
    const activity = anActivity({ note: 'required assignment added for user' });

    expect(courseCard.toData(aCourseView({ course: { activity } }))).toMatchObject({
      title: 'Title not available',
      details: 'Required · Contoso Academy',
      thumbnailUrl: '',
      status: '40% done',
      description: '',
      next: [{ title: 'Open in Viva Learning ↗', url: VIVA_LEARNING_URL }],
      noteBy: 'Adele Vance',
      badge: { text: '5 days overdue' },
    });
  });

  it('names the assigner, the start and the due date that a note and a badge do not name', () => {
    const dates = { assignedDateTime: '2026-10-20T10:00:00Z', startedDateTime: '2025-10-21T10:00:00Z' };
    const completed = aCourse({ ...dates, status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' });
    const own = aCourse({ kind: 'selfInitiated', ...dates });

    expect(courseCard.toData(aCourseView({ course: completed })).facts).toEqual([
      { fact: 'Assigned by: Adele Vance, Oct 20' },
      { fact: 'Started on: Oct 21, 2025' },
      { fact: 'Was due on: Nov 12, 2026' },
    ]);
    expect(courseCard.toData(without(aCourseView({ course: own }), 'assignerName')).facts).toEqual([
      { fact: 'Assigned on: Oct 20' },
      { fact: 'Started on: Oct 21, 2025' },
    ]);
  });

  it('names the other activities for the same content, three at most', () => {
    const undated = aCourse({ id: 'b', status: 'completed' });
    const open = aCourse({ id: 'c', due: { kind: 'day', date: '2026-12-01' } });
    const siblings = [open, lastYear, undated, lastYear];

    expect(courseCard.toData(aCourseView({ siblings })).facts).toEqual([
      { fact: 'Assigned by: Adele Vance' },
      { fact: 'Also open: Due Dec 1, 2026 (in 14 days)' },
      { fact: 'Completed before: Nov 20, 2025 · Date unknown' },
    ]);
  });

  it('names the source when the provider has no name', () => {
    const view = without(
      aCourseView({ course: aCourse({}, { sourceName: 'Contoso Video' }) }),
      'providerName',
    );

    expect(courseCard.toData(view).details).toContain('Contoso Video');
  });

  it('cuts a long note and a long description', () => {
    const course = aCourse({ note: 'word '.repeat(1000) }, { description: 'word '.repeat(1000) });
    const { note, description } = courseCard.toData(aCourseView({ course }));

    expect(note.length).toBeLessThanOrEqual(502);
    expect(note.endsWith('…”')).toBe(true);
    expect(description.length).toBeLessThanOrEqual(240);
  });
});

describe('the buttons of the course card', () => {
  const assigner = { assignerName: 'Adele Vance', assignerAccount: 'adele@contoso.com' };
  const byOther = { assignerUserId: '00000000-0000-4000-8000-000000000002' };
  const shareUrl = toShareUrl('https://bot.contoso.com/c/a/b');

  function titles(view: Partial<Parameters<typeof aCourseView>[0]>) {
    const { next, links, back, more } = courseCard.toData(aCourseView(view));
    return {
      shown: [...next, ...links, back].map(({ title }) => title),
      more: more.map(({ title }) => title),
    };
  }

  it('are three and what is behind them, six in all', () => {
    expect(titles({ course: aCourse(byOther), ...assigner, shareUrl })).toEqual({
      shown: ['Continue ↗', 'Share', 'Back to my courses'],
      more: ['Ask Adele ↗', 'Book time ↗', 'Open in Viva Learning ↗'],
    });
  });

  it.each([
    [{ status: 'notStarted', completionPercentage: 0 }, 'Start ↗', true],
    [{ status: 'unknown', completionPercentage: 5 }, 'Continue ↗', true],
    [{ status: 'completed' }, 'Review ↗', false],
  ] as const)('begin with the next step for %j', (activity, next, canBook) => {
    const { shown, more } = titles({ course: aCourse(activity) });

    expect(shown[0]).toBe(next);
    expect(more.includes('Book time ↗')).toBe(canBook);
  });

  it('open Viva Learning where the provider’s address is not https', () => {
    const course = aCourse({}, { webUrl: 'javascript:alert(1)', thumbnailUrl: 'http://contoso.com/a.png' });

    expect(titles({ course })).toEqual({
      shown: ['Open in Viva Learning ↗', 'Back to my courses'],
      more: ['Book time ↗'],
    });
    expect(courseCard.toData(aCourseView({ course })).thumbnailUrl).toBe('');
  });

  it('open the course and write to the teammate for a manager', () => {
    const message = { title: 'Message Amara ↗', url: 'https://teams.microsoft.com/l/chat/0/0?users=a' };
    const manager = { ...aTeammate(), course: aCourse(byOther), ...assigner };

    expect(titles(manager)).toEqual({ shown: ['Open course ↗', 'Back to the list'], more: [] });
    expect(titles({ ...manager, message }).shown[0]).toBe('Message Amara ↗');
  });

  it('go back to the list that the course was opened from, or to the open courses', () => {
    const backTo = { filter: { ...openFilter, due: 'soon' }, page: 2 } as const;
    const { back, refresh } = courseCard.toData(aCourseView({ backTo }));

    expect(back.data).toEqual({ learner: learnerUserId, ...backTo });
    expect(refresh.data).toEqual({ learner: learnerUserId, ...backTo, activity: anActivity().id });
    expect(courseCard.toData(aCourseView()).back.data).toMatchObject({ filter: openFilter, page: 1 });
  });

  it('share through Teams', () => {
    expect(toShareUrl('https://bot.contoso.com/c/a/b?t=1&u=2')).toBe(
      'https://teams.microsoft.com/share?href=https%3A%2F%2Fbot.contoso.com%2Fc%2Fa%2Fb%3Ft%3D1%26u%3D2',
    );
  });
});

describe('a course of texts that are too long', () => {
  it.each(['x'.repeat(5000), '火'.repeat(5000), '👨‍👩‍👧‍👦'.repeat(1000), '"\\'.repeat(2500)])(
    'stays well below what a message may hold: %.1s',
    (text) => {
      for (const locale of languages) {
        const content = { title: text, description: text, sourceName: text };
        const course = aCourse({ ...assigned, note: text, assignerUserId: 'someone else' }, content);
        const view = aCourseView({
          locale,
          course,
          providerName: text,
          assignerName: text,
          assignerAccount: 'adele@contoso.com',
          siblings: [lastYear, lastYear, lastYear],
          shareUrl: `https://teams.microsoft.com/share?href=${'x'.repeat(2000)}`,
        });
        const reply = courseCard(view);

        expect(JSON.stringify(reply.card).length + reply.text.length).toBeLessThan(20_000);
        expect(toCourseSentence('finished', view).length).toBeLessThan(500);
      }
    },
  );
});

describe('the manager’s view of a course', () => {
  it('has neither the note nor the description nor a link to the assigner', () => {
    const course = aCourse({ ...assigned, note: 'Only for Amara' }, { description: 'Only for learners' });
    const view = aCourseView({ ...aTeammate(), course, assignerAccount: 'adele@contoso.com' });
    const shown = JSON.stringify(courseCard(view).card) + courseCard(view).text;

    expect(shown).not.toMatch(/Only for|adele@|meeting/u);
    expect(shown).toContain('Assigned by: Adele Vance, Oct 20');
  });
});

describe('the text of the course card', () => {
  it('says everything that is on the card', () => {
    const course = aCourse(
      { note: 'See [this](https://evil.example)', assignedDateTime: '2026-10-20T10:00:00Z' },
      { description: 'What to do when it burns.' },
    );

    expect(courseCard.toText(aCourseView({ course, siblings: [lastYear] }))).toBe(
      [
        'Fire safety · In progress · Required · 40% done · Due Nov 12, 2026 (5 days overdue)',
        'Contoso Academy · 1 hr 30 min · Beginner · about 54 min left',
        'What to do when it burns.',
        'Adele Vance, Oct 20: “See [this]\u2060(https://evil.example)”',
        'Completed before: Nov 20, 2025',
        'As of 2:05 PM',
      ].join('\n'),
    );
  });

  it('names a course without a title by its kind', () => {
    const text = courseCard.toText(
      aCourseView({ course: { activity: anActivity({ kind: 'peerRecommended' }) } }),
    );

    expect(text).toMatch(/^Course recommended by a colleague \(title not available\) · /u);
  });
});
