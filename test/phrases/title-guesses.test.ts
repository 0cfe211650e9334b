import { toTitleGuesses } from '../../src/phrases/title-guesses';

const at = { now: new Date('2026-11-18T09:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' };

describe('toTitleGuesses', () => {
  it.each([
    ['What’s New in Excel', "What's New in Excel"],
    ['C++', 'C++'],
    ['tell me about How to say no', 'How to say no'],
    ['Could you please open My first 90 days', 'My first 90 days'],
    ['course C#', 'C#'],
    ['tell me about the course (ISC)² CISSP', '(ISC)2 CISSP'],
    ['tell me about: Help!', 'Help!'],
    ['open Getting started', 'Getting started'],
  ])('%s may be the title %s', (phrase, title) => {
    expect(toTitleGuesses(phrase, at).texts).toContain(title);
  });

  it.each([
    'help',
    'Hi!',
    'can you help me please?',
    'sign out',
    'thanks',
    'what can you do for me',
    '🎉',
    '',
  ])('guesses nothing of %j', (phrase) => {
    expect(toTitleGuesses(phrase, at)).toEqual({ texts: [], isNamed: false });
  });

  it.each([
    ['tell me about My team', true],
    ['open Who is overdue?', true],
    ['please show me my team', false],
    ['Who is overdue?', false],
  ])('says whether %s asks for a course: %s', (phrase, isNamed) => {
    expect(toTitleGuesses(phrase, at).isNamed).toBe(isNamed);
  });
});
