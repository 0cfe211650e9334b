import { choiceCard, type Choice } from '../../src/cards/choice';

const filter = { status: 'any', due: 'any', kind: 'any', text: '' } as const;

function choiceOf(count: number): Choice {
  const reports = Array.from({ length: count }, (_, place) => ({
    userId: String(place),
    displayName: `Ben ${place}`,
    isEnabled: true,
  }));
  return { reports, managerUserId: 'manager', filter, locale: 'en-US' };
}

const SENTENCE = 'Several people who report to you are called that. Whom do you mean?';

describe('a choice between people of one name', () => {
  it('lists ten people', () => {
    expect(choiceCard.toData(choiceOf(10))).toMatchObject({ sentence: SENTENCE, speak: SENTENCE });
    expect(choiceCard.toData(choiceOf(10)).choices).toHaveLength(10);
  });

  it('says that there are more than it lists on the card, in the spoken text and in plain text', () => {
    const { sentence, speak, choices } = choiceCard.toData(choiceOf(24));

    expect(sentence).toBe(`${SENTENCE} · 1–10 of 24`);
    expect(speak).toBe(sentence);
    expect(choices).toHaveLength(10);
    expect(choiceCard.toText(choiceOf(24))).toContain('1–10 of 24');
  });
});
