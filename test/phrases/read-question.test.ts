import { questionSchema } from '../../src/domain/question';
import { readQuestion } from '../../src/phrases/read-question';

const at = { now: new Date('2026-11-17T12:00:00Z'), zone: 'UTC', locale: 'en-US' };
const read = (phrase: string): ReturnType<typeof readQuestion> => readQuestion(phrase, at);

describe('readQuestion', () => {
  it.each(['hi', 'Hello!', 'good morning', 'hey there'])('takes “%s” as a greeting', (phrase) => {
    expect(read(phrase)).toEqual({ intent: 'greeting' });
  });

  it.each(['help', '?', 'hi, what can you do?', 'what can I ask?'])(
    'takes “%s” as a call for help',
    (phrase) => {
      expect(read(phrase)).toEqual({ intent: 'help' });
    },
  );

  it.each([
    'feedback',
    'Send feedback',
    'give feedback, please',
    'I want to give feedback',
    'contact',
    'support',
    'how do I contact support?',
    'Report a problem!',
  ])('takes “%s” as feedback', (phrase) => {
    expect(read(phrase)).toEqual({ intent: 'feedback' });
  });

  it.each([
    ['my feedback course', 'courseDetails'],
    ['tell me about giving feedback', 'courseDetails'],
    ['status of Ben', 'teammateStatus'],
    ['my courses', 'myCourses'],
  ])('leaves “%s” alone', (phrase, intent) => {
    expect(read(phrase).intent).toBe(intent);
  });

  it.each([
    ['paint my overdue bicycle', ['overdue'], ['overdue']],
    ['buy my team a cake', ['my team'], ['myTeam', 'whoIsOverdue']],
    [
      'email the whole team that they are overdue',
      ['whole team', 'overdue'],
      ['whoIsOverdue', 'myTeam', 'overdue'],
    ],
    ['book a mandatory course for me', ['mandatory', 'course'], ['required', 'myCourses']],
  ])('says what of “%s” is known', (phrase, words, near) => {
    expect(read(phrase)).toEqual({ intent: 'unknown', recognized: { words, near } });
  });

  it.each(['xyzzy', 'order me a pizza', '', 'x'.repeat(10_000)])('knows nothing of “%.20s”', (phrase) => {
    expect(read(phrase)).toEqual({ intent: 'unknown' });
  });

  it('knows nothing of a text that is too long to be sent back by a button', () => {
    for (const lead of ['tell me about', 'status of', 'who hasn’t finished', 'courses about']) {
      expect(read(`${lead} ${'safety '.repeat(30)}`).intent).not.toBe('unknown');
      expect(questionSchema.safeParse(read(`${lead} ${'safety '.repeat(60)}`)).success).toBe(true);
    }
  });
});
