import type { Request, Router } from 'express';
import { answer, Refusal } from './connector-refusal';
import type { Conversation } from './conversations';

/** A team and its channels, for the bot. */
export function addTeamRoutes(
  router: Router,
  { tenantId, conversations }: { readonly tenantId: string; readonly conversations: readonly Conversation[] },
): void {
  function channelsOf(request: Request): readonly [Conversation, ...Conversation[]] {
    const [first, ...others] = conversations.filter(({ team }) => team?.id === request.params['teamId']);
    if (first === undefined) throw new Refusal(404, 'TeamNotFound', 'The team was not found.');
    return [first, ...others];
  }

  router.get('/v3/teams/:teamId', (request, response) => {
    const channels = channelsOf(request);
    answer(response, 200, {
      ...channels[0].team,
      type: 'standard',
      tenantId,
      channelCount: channels.length + 1,
      memberCount: Math.max(...channels.map(({ memberIds }) => memberIds.length)),
    });
  });
  router.get('/v3/teams/:teamId/conversations', (request, response) => {
    const channels = channelsOf(request);
    // The General channel has the id of its team, and no name.
    const general = { id: channels[0].team?.id, type: 'standard' };
    const others = channels.map(({ id, name }) => ({ id, name, type: 'standard' }));
    answer(response, 200, { conversations: [general, ...others] });
  });
}
