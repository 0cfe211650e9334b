import { toHelpData, toHelpText } from '../../../src/features/help/card-data';

describe('toHelpData', () => {
  it.each([
    ['help', 'What you can ask me'],
    ['greeting', 'Hello, I am Coursemate'],
  ] as const)('lists the questions for %s', (occasion, heading) => {
    const data = toHelpData(occasion, 'en-US');

    expect(data.heading).toBe(heading);
    expect(data.topics.length).toBeGreaterThan(3);
    expect(data.suggestions.length).toBeLessThanOrEqual(6);
  });

  it('suggests three questions, without a guess, when one was not understood', () => {
    const data = toHelpData('notUnderstood', 'en-US');

    expect(data.topics).toEqual([]);
    expect(data.suggestions.map(({ phrase }) => phrase)).toEqual(['my courses', 'what is overdue?', 'help']);
  });
});

describe('toHelpText', () => {
  it('lists the questions in plain text', () => {
    expect(toHelpText('help', 'en-US')).toContain('\nEverything you have open: “my courses”\n');
  });

  it('lists the suggestions in plain text', () => {
    expect(toHelpText('notUnderstood', 'en-US')).toBe(
      [
        'I did not understand that',
        'I know about your Viva Learning courses. You could try one of these:',
        'my courses',
        'what is overdue?',
        'help',
      ].join('\n'),
    );
  });
});
