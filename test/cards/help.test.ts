import { helpCard } from '../../src/cards/help';

describe('the help card', () => {
  it.each([
    ['help', 'What you can ask me'],
    ['greeting', 'Hi, I’m Coursemate'],
  ] as const)('lists the questions for %s', (occasion, heading) => {
    const data = helpCard.toData({ occasion, locale: 'en-US' });

    expect(data.heading).toBe(heading);
    expect(data.topics.length).toBeGreaterThan(3);
    expect(data.suggestions.length).toBeLessThanOrEqual(6);
  });

  it('suggests three questions when it does not understand one', () => {
    const data = helpCard.toData({ occasion: 'notUnderstood', locale: 'en-US' });

    expect(data.topics).toEqual([]);
    expect(data.suggestions.map(({ phrase }) => phrase)).toEqual(['my courses', 'what is overdue?', 'help']);
  });
});

describe('the text of the help card', () => {
  it('lists the questions in plain text', () => {
    expect(helpCard.toText({ occasion: 'help', locale: 'en-US' })).toContain(
      '\nYour open courses: “my courses”\n',
    );
  });

  it('lists the suggestions in plain text', () => {
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
