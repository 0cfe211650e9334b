import { helpCard } from '../../src/cards/help';

describe('the help card', () => {
  it.each([
    ['help', 'What you can ask me'],
    ['greeting', 'Hi, I’m Coursemate'],
  ] as const)('lists for %s what can be asked', (occasion, heading) => {
    const data = helpCard.toData({ occasion, locale: 'en-US' });

    expect(data.heading).toBe(heading);
    expect(data.topics.length).toBeGreaterThan(3);
    expect(data.suggestions.length).toBeLessThanOrEqual(6);
  });

  it('offers three suggestions, and no guess, when a question was not understood', () => {
    const data = helpCard.toData({ occasion: 'notUnderstood', locale: 'en-US' });

    expect(data.topics).toEqual([]);
    expect(data.suggestions.map(({ phrase }) => phrase)).toEqual(['my courses', 'what is overdue?', 'help']);
  });
});

describe('the text of the help card', () => {
  it('says in plain text what can be asked', () => {
    expect(helpCard.toText({ occasion: 'help', locale: 'en-US' })).toContain(
      '\nYour open courses: “my courses”\n',
    );
  });

  it('says in plain text what could be tried', () => {
    expect(helpCard.toText({ occasion: 'notUnderstood', locale: 'en-US' })).toBe(
      [
        'Sorry, I didn’t get that',
        'I can help with your Viva Learning courses. Try one of these:',
        'my courses',
        'what is overdue?',
        'help',
      ].join('\n'),
    );
  });
});
