import { ADA, BEN, createBotRig, type BotRig } from './bot-rig';

let rig: BotRig;

beforeEach(() => {
  rig = createBotRig([]);
});

interface Thumb {
  readonly userId?: string;
  readonly reaction?: 'like' | 'dislike';
  readonly message?: string;
}

async function give({ userId = ADA, reaction = 'like', message = 'one' }: Thumb): Promise<void> {
  const value = { actionName: 'feedback', actionValue: { reaction }, replyToId: message };
  await rig.invoke('message/submitAction', value, { userId });
}

const counted = (): number => rig.log.lines.filter(({ message }) => message === 'feedback').length;

describe('thumbs', () => {
  it('are counted once by person, message and thumb', async () => {
    for (const thumb of [{}, { userId: BEN }, { reaction: 'dislike' }, { message: 'two' }] as const) {
      await give(thumb);
      await give(thumb);
    }

    expect(counted()).toBe(4);
  });
});
