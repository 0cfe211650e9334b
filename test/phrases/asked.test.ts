import { withAsked } from '../../src/phrases/asked';
import { understand } from '../../src/phrases/understand';

const at = { now: new Date('2026-11-25T15:00:00Z'), zone: 'Europe/Berlin', locale: 'en-US' };

function askedBy(phrase: string): string | undefined {
  const question = withAsked(understand(phrase, at), phrase, at);
  return 'asks' in question ? question.asks : undefined;
}

describe('what is asked about a course', () => {
  it.each([
    ['have I finished phishing?', 'finished'],
    ['did I complete fire safety', 'finished'],
    ['am I done with fire safety', 'finished'],
    ['is phishing finished', 'finished'],
    ['when did I finish fire safety', 'whenFinished'],
    ['is fire safety overdue?', 'overdue'],
    ['when is code of conduct due?', 'when'],
    ['deadline for fire safety?', 'when'],
    ['by when do I have to finish fire safety', 'when'],
    ['how long do I have for fire safety?', 'when'],
    ['how many days do I have left for fire safety', 'when'],
    ['how long does fire safety take?', 'howLong'],
    ['how much time is left in fire safety', 'howLong'],
    ['who assigned me fire safety?', 'who'],
    ['who assigned fire safety to me', 'who'],
    ['who assigned fire safety?', 'who'],
    ['is my ethics training mandatory?', 'mandatory'],
    ['do I have to do fire safety?', 'mandatory'],
    ['must I take fire safety', 'mandatory'],
  ])('is read in “%s”', (phrase, asked) => {
    expect(understand(phrase, at).intent).toBe('courseDetails');
    expect(askedBy(phrase)).toBe(asked);
  });

  it.each([
    'tell me about fire safety',
    'fire safety',
    'how far am I with phishing',
    'when did I start fire safety',
    // Their yes would be our no.
    'is fire safety optional',
    'do I still have to do fire safety',
    'is fire safety not finished',
  ])('is nothing in “%s”', (phrase) => {
    expect(askedBy(phrase)).toBeUndefined();
  });
});

describe('what is asked about a list', () => {
  it.each([
    ['is anything overdue?', 'any'],
    ['do I have anything due this week?', 'any'],
    ['anything due today?', 'any'],
    ['am I behind', 'any'],
    ['am I done with everything required?', 'allFinished'],
    ['have I finished all my required courses?', 'allFinished'],
  ])('is read in “%s”', (phrase, asked) => {
    expect(understand(phrase, at).intent).toBe('myCourses');
    expect(askedBy(phrase)).toBe(asked);
  });

  it.each([
    'what is overdue?',
    'my courses',
    'show me what is due this week',
    'how many courses are overdue?',
    'do I have any security courses',
    'what have I not finished',
    // A yes would say something else.
    'is nothing overdue?',
    'is everything overdue',
    'are all my courses due this week',
    'did I finish all my overdue courses',
    'have I completed anything this month',
    'is anything completed',
    'have I finished any required courses',
    'have I done all my courses this year',
    'is anything due next month or overdue',
  ])('is nothing in “%s”', (phrase) => {
    expect(askedBy(phrase)).toBeUndefined();
  });

  it('is nothing in a question about others', () => {
    for (const phrase of ['is anyone overdue?', 'has Ben finished fire safety?', 'help']) {
      expect(withAsked(understand(phrase, at), phrase, at)).toEqual(understand(phrase, at));
    }
  });
});
