import { createDispatcher } from '../../src/bot/dispatch';
import { cardAction, openQuestion, question, type Reply } from '../../src/bot/routes';

const reply: Reply = { kind: 'text', text: 'An answer' };
const answer = (): Promise<Reply> => Promise.resolve(reply);
const unknown = openQuestion('unknown', answer);

describe('createDispatcher', () => {
  it.each([
    ['question help', [openQuestion('help', answer), question('help', answer)]],
    ['cardAction team/page', [cardAction('team/page', answer), cardAction('team/page', answer)]],
  ])('refuses a second route for %s', (key, routes) => {
    expect(() => createDispatcher(routes)).toThrow(`Two routes for ${key}`);
  });

  it('keeps routes of different kinds apart', () => {
    const dispatcher = createDispatcher([
      question('myCourses', answer),
      { kind: 'search', name: 'myCourses', answer: () => Promise.resolve({ kind: 'results', hits: [] }) },
    ]);

    expect(dispatcher.find('question', 'myCourses')?.kind).toBe('question');
    expect(dispatcher.find('search', 'myCourses')?.kind).toBe('search');
    expect(dispatcher.find('cardAction', 'myCourses')).toBeUndefined();
  });

  it('finds nothing by the name of an Object.prototype member', () => {
    expect(createDispatcher([unknown]).find('cardAction', 'constructor')).toBeUndefined();
  });

  it('names the missing route in the error', () => {
    expect(() => createDispatcher([]).get('greeting', '')).toThrow('No route for greeting');
  });
});

describe('isReadOnly, which lets a question be answered after a sign-in', () => {
  it.each([
    ['needs a sign-in', question('whoLooked', answer), true],
    ['changes nothing', openQuestion('help', answer), true],
    ['changes something', openQuestion('signOut', answer, { isReadOnly: false }), false],
  ])('of a question that %s', (_, route, expected) => {
    expect(route.isReadOnly).toBe(expected);
  });
});
