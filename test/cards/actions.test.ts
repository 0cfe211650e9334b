import { actions, isVerb, toAction } from '../../src/cards/actions';
import { openFilter } from './samples';

const learner = '00000000-0000-4000-8000-000000000001';
const manager = '00000000-0000-4000-8000-000000000009';
const listPage = { filter: openFilter, page: 1 };

describe('actions', () => {
  it.each([
    ['another word for a filter', { ...openFilter, status: 'anything' }, 1],
    ['a text that is too long', { ...openFilter, text: 'x'.repeat(301) }, 1],
    ['a page before the first', openFilter, 0],
    ['half a page', openFilter, 1.5],
    ['a page far behind the last', openFilter, 10_001],
  ])('refuses %s', (_, filter, page) => {
    expect(actions['my-courses/page'].data.safeParse({ learner, filter, page }).success).toBe(false);
    expect(actions['team/page'].data.safeParse({ manager, filter, page }).success).toBe(false);
  });

  it.each([
    ['my-courses/page', { learner: 'somebody', ...listPage }],
    ['course/open', { learner, ...listPage }],
    ['course/open', { learner, ...listPage, activity: '' }],
    ['team/page', { learner, ...listPage }],
    ['team/course', { manager, ...listPage, course: 'x'.repeat(301) }],
    ['teammate/page', { manager, ...listPage }],
    ['teammate/course', { manager, learner, ...listPage }],
    ['shared-course/view', { provider: 'p', content: '', ticket: '' }],
    ['shared-course/view', { provider: 'p', content: 'c', ticket: 'x'.repeat(101) }],
  ] as const)('%s refuses data that lack or exceed what it needs', (verb, data) => {
    expect(actions[verb].data.safeParse(data).success).toBe(false);
  });

  it('ignores members it does not know', () => {
    const data = { manager, ...listPage };

    expect(actions['team/export'].data.parse({ ...data, extra: 1 })).toEqual(data);
  });
});

describe('toAction', () => {
  it('compiles only for a known verb with the data of that verb', () => {
    toAction('Export', 'team/export', { manager, ...listPage });
    // @ts-expect-error: no such verb
    toAction('Export', 'team/exprot', { manager, ...listPage });
    // @ts-expect-error: the data of another verb
    toAction('Export', 'team/export', { learner, ...listPage });

    expect(['team/export', 'team/exprot', 'toString'].map(isVerb)).toEqual([true, false, false]);
  });
});
