import { TestAdapter, TurnContext } from 'botbuilder';
import { createSentAnswers } from '../../src/bot/activity/sent-answers';

function turnIn(conversationId: string): TurnContext {
  const adapter = new TestAdapter();
  const conversation = { id: conversationId, name: '', isGroup: false, conversationType: 'personal' };
  return new TurnContext(adapter, { type: 'message', conversation });
}

describe('the answers that were sent', () => {
  it('are found by their conversation and message only', () => {
    const answers = createSentAnswers();
    const answer = { intent: 'myCourses', outcome: 'answer' } as const;
    answers.keep(turnIn('hers'), 'one', answer);

    expect(answers.find(turnIn('hers'), 'one')).toEqual(answer);
    expect(answers.find(turnIn('hers'), 'two')).toBeUndefined();
    expect(answers.find(turnIn('his'), 'one')).toBeUndefined();
  });
});
