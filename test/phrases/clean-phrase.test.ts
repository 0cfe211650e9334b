import { cleanPhrase } from '../../src/phrases/clean-phrase';

describe('cleanPhrase', () => {
  it('bounds a phrase whose letters expand to eighteen', () => {
    expect(cleanPhrase('\ufdfa'.repeat(600)).length).toBeLessThanOrEqual(600);
  });

  it.each([
    ['“my courses”', '"my courses"'],
    ['What´s new', "What's new"],
    ['„meine“ – 「コース」', '"meine" - "コース"'],
    ['status of <at id="0"> Ada  Ito </at>', 'status of <Ada Ito>'],
    ['<b>my</b> <at>courses', 'my courses'],
    ['my\u202fcourses', 'my courses'],
  ])('writes %j as %j', (phrase, clean) => {
    expect(cleanPhrase(phrase)).toBe(clean);
  });
});
