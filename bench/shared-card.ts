import type { RunningWorld } from '../sandbox/start-world';
import type { Figure } from './figure';

const VIEWERS = 500;
const SHARED = 'Handling customer data safely';

/** Measures 500 new users who refresh one shared card at the same time. `world` must have a crowd. */
export async function measureSharedCard(world: RunningWorld): Promise<readonly Figure[]> {
  const viewers = world.world.people
    .filter(({ story }) => story === 'One of the crowd.')
    .slice(-VIEWERS)
    .map(({ user }) => world.teams.client(user.id));
  const [sharer] = viewers;
  const channelId = world.teams.conversations.find(({ name }) => name === 'Everybody')?.id;
  if (sharer === undefined || channelId === undefined) throw new Error('The local world has no crowd.');
  const link = 'https://learn.contoso.example.com/courses/SEC-101';
  const pasted = await sharer.pasteLink(channelId, link);
  if (pasted.kind !== 'card' || pasted.preview.title !== SHARED) throw new Error('The link is not a course.');
  await sharer.share(channelId, pasted.card, '');
  const messageId = sharer.timeline(channelId).messages.at(-1)?.id ?? '';
  const { action } = pasted.card['refresh'] as { readonly action: { readonly verb: string } };
  await world.bot?.restart();

  const times = await Promise.all(
    viewers.map(async (viewer) => {
      const startedAt = performance.now();
      await viewer.press(messageId, action, 'automatic');
      return performance.now() - startedAt;
    }),
  );

  const answered = viewers.filter((viewer) =>
    JSON.stringify(viewer.timeline(channelId).messages.at(-1)).includes('Only you can see this.'),
  );
  return [
    { name: 'slowest of 500 refreshes at once', value: Math.max(...times), unit: 'ms', atMost: 5_000 },
    { name: 'unanswered of 500 refreshes at once', value: VIEWERS - answered.length, unit: '', atMost: 0 },
  ];
}
