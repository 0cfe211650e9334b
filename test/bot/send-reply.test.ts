import { TestAdapter, TurnContext } from 'botbuilder';
import { sendAnswer, sendReply } from '../../src/bot/activity/send-reply';

async function summaryOf(text: string): Promise<string | undefined> {
  const adapter = new TestAdapter();
  const context = new TurnContext(adapter, { type: 'message', ...adapter.conversation, text: 'my courses' });
  const card = { type: 'AdaptiveCard', version: '1.5' } as const;
  await sendReply(context, { kind: 'card', template: 'course', card, text });
  return adapter.activeQueue[0]?.summary;
}

describe('suggested phrases', () => {
  it('have titles in the reader’s language and send what the bot understands', async () => {
    const adapter = new TestAdapter();
    const from = { id: '29:ada', name: '' };
    const asked = { type: 'message', ...adapter.conversation, from, locale: 'de-DE' };
    const context = new TurnContext(adapter, asked);
    await sendAnswer(context, { kind: 'text', text: 'Hallo' }, ['overdue', 'help']);

    expect(adapter.activeQueue[0]?.suggestedActions).toEqual({
      to: ['29:ada'],
      actions: [
        { type: 'imBack', title: 'Was ist überfällig?', value: 'what is overdue?' },
        { type: 'imBack', title: 'Was kann ich fragen?', value: 'help' },
      ],
    });
  });

  it('are left out when there are none', async () => {
    const adapter = new TestAdapter();
    const context = new TurnContext(adapter, { type: 'message', ...adapter.conversation });
    await sendAnswer(context, { kind: 'text', text: 'Hello' }, []);

    expect(adapter.activeQueue[0]).not.toHaveProperty('suggestedActions');
  });
});

describe('the summary of a card', () => {
  it('is its plain text', async () => {
    expect(await summaryOf('Overdue courses.\n1. Fire safety')).toBe('Overdue courses.\n1. Fire safety');
  });

  it('is the first whole lines of a long text', async () => {
    const lines = Array.from({ length: 10 }, (_, index) => `${index}. ${'course '.repeat(40)}`);

    expect(await summaryOf(lines.join('\n'))).toBe([...lines.slice(0, 3), '…'].join('\n'));
  });

  it('is cut within a line that is too long', async () => {
    expect(await summaryOf('x'.repeat(5_000))).toBe(`${'x'.repeat(1_000)}\n…`);
  });
});

describe('the sentence above a card', () => {
  it('holds no tag and no link, whatever a title says', async () => {
    const adapter = new TestAdapter();
    const context = new TurnContext(adapter, { type: 'message', ...adapter.conversation });
    const card = { type: 'AdaptiveCard', version: '1.5' } as const;
    const sentence = 'Yes. You finished <at>Ada</at> [x](https://evil.example) www.evil.example.';
    await sendReply(context, { kind: 'card', template: 'course', card, text: 'Fire safety', sentence });

    expect(adapter.activeQueue[0]?.text).toBe(
      'Yes. You finished ‹at›Ada‹/at› [x]\u2060(https:\u2060//evil.example) www\u2060.evil.example.',
    );
  });
});
