import { helpCard, type Help } from '../../src/cards/help';

const toData = (view: Omit<Help, 'locale'>): ReturnType<typeof helpCard.toData> =>
  helpCard.toData({ locale: 'en-US', ...view });
const phrasesOf = (view: Omit<Help, 'locale'>): readonly string[] =>
  toData(view).suggestions.map(({ phrase }) => phrase);
const labelsOf = (view: Omit<Help, 'locale'>): readonly string[] =>
  toData(view).topics.map(({ label }) => label);

describe('the help card', () => {
  it('greets with three lines, three buttons and what is needed', () => {
    const greeting = { occasion: 'greeting', privacyUrl: 'https://bot.contoso.com/privacy' } as const;
    const { heading, smallPrint } = toData(greeting);

    expect(heading).toBe('Hi, I’m Coursemate');
    expect(labelsOf(greeting)).toEqual(['What’s late or due soon', 'A single course', 'Sharing a course']);
    expect(phrasesOf(greeting)).toEqual(['my courses', 'what is overdue?', 'help']);
    expect(smallPrint).toMatch(
      /Viva Learning license.*admin.*English.* \[Privacy ↗\]\(https:\/\/bot\.contoso\.com\/privacy\)$/,
    );
  });

  it('lists every topic for who asks for help', () => {
    const { heading, suggestions } = toData({ occasion: 'help' });

    expect(heading).toBe('What you can ask me');
    expect(labelsOf({ occasion: 'help' }).length).toBeGreaterThan(7);
    expect(suggestions).toHaveLength(3);
  });

  it.each(['help', 'greeting'] as const)('names the team in %s only to managers', (occasion) => {
    expect(labelsOf({ occasion })).not.toContain('Your team');
    expect(labelsOf({ occasion, hasReports: true })).toContain('Your team');
  });

  it('links to https addresses only', () => {
    const { smallPrint } = toData({ occasion: 'greeting', privacyUrl: 'http://localhost/privacy' });

    expect(smallPrint).not.toContain('](');
  });

  it('says among others what can be done there, and opens the chat for everything else', () => {
    const group = {
      occasion: 'group',
      chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:x',
    } as const;

    expect(labelsOf(group)).toEqual(['Sharing a course', 'What others see', 'Your own courses']);
    expect(toData(group)).toMatchObject({ suggestions: [], chatUrl: group.chatUrl });
  });

  it('suggests three questions when it does not understand one', () => {
    expect(toData({ occasion: 'notUnderstood' }).topics).toEqual([]);
    expect(phrasesOf({ occasion: 'notUnderstood' })).toEqual(['my courses', 'what is overdue?', 'help']);
  });

  it('says what was recognized, and suggests what is near to it', () => {
    const recognized = { words: ['team', 'overdue'], near: ['whoIsOverdue', 'myTeam', 'overdue'] } as const;
    const view = { occasion: 'notUnderstood', recognized } as const;

    expect(toData(view).intro).toBe(
      'I recognized “team” · “overdue”, but not what you’d like to know. Try one of these:',
    );
    expect(phrasesOf({ ...view, hasReports: true })).toEqual([
      'who is overdue?',
      'my team',
      'what is overdue?',
    ]);
    expect(phrasesOf(view)).toEqual(['what is overdue?', 'my courses', 'help']);
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
