import { choiceCard, type Choice } from '../../src/cards/choice';

const filter = { status: 'any', due: 'any', kind: 'any', text: '' } as const;

function choiceOf(count: number): Choice {
  const reports = Array.from({ length: count }, (_, index) => ({
    userId: String(index),
    displayName: `Ben ${index}`,
    isEnabled: true,
  }));
  return { name: 'ben', reports, managerUserId: 'manager', filter, locale: 'en-US' };
}

const SENTENCE = 'More than one person on your team matches “ben”.';

describe('a choice between people of one name', () => {
  it('lists ten people', () => {
    expect(choiceCard.toData(choiceOf(10))).toMatchObject({
      heading: 'Who do you mean?',
      sentence: SENTENCE,
      speak: SENTENCE,
    });
    expect(choiceCard.toData(choiceOf(10)).choices).toHaveLength(10);
  });

  it('says that there are more than it lists on the card, in the spoken text and in plain text', () => {
    const { sentence, speak, choices } = choiceCard.toData(choiceOf(24));

    expect(sentence).toBe(`${SENTENCE} · 1–10 of 24`);
    expect(speak).toBe(sentence);
    expect(choices).toHaveLength(10);
    expect(choiceCard.toText(choiceOf(24))).toContain('1–10 of 24');
  });

  it('tells people apart by job title, or by account where titles cannot be read', () => {
    const [one, other] = [
      { userId: '1', displayName: 'Ben Okafor', isEnabled: true, userPrincipalName: 'ben@contoso.com' },
      { userId: '2', displayName: 'Ben Okafor', isEnabled: true, userPrincipalName: 'ben2@contoso.com' },
    ];
    const reports = [{ ...one, jobTitle: 'Support Engineer' }, other];
    const { choices } = choiceCard.toData({ ...choiceOf(0), reports });

    expect(choices.map(({ hint, label }) => [hint, label])).toEqual([
      ['Support Engineer', 'Ben Okafor · Support Engineer'],
      ['ben2@contoso.com', 'Ben Okafor · ben2@contoso.com'],
    ]);
  });

  it('isolates each account from its name where their directions can meet', () => {
    const reports = [
      { userId: '1', displayName: 'ليلى حداد', isEnabled: true, userPrincipalName: 'laila@contoso.com' },
    ];

    expect(choiceCard.toText({ ...choiceOf(0), reports, locale: 'ar' }).split('\n')[1]).toBe(
      '\u200F\u2068ليلى حداد\u2069 · \u2068laila@contoso.com\u2069',
    );
  });
});
