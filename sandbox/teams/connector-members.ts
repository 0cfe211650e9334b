import type { Request, Router } from 'express';
import type { World } from '../world/world';
import { answer, Refusal } from './connector-refusal';
import { findByTeamsId, teamsIdOf, type Conversation } from './conversations';

const MEMBERS = '/v3/conversations/:conversationId/members';
const PAGE_SIZE = 50;

interface Roster {
  readonly world: World;
  readonly rosterOf: (request: Request) => Conversation;
}

/** Who is in a conversation, as the bot may read it. */
export function addMemberRoutes(router: Router, { world, rosterOf }: Roster): void {
  router.get(MEMBERS, (request, response) => {
    answer(response, 200, membersOf(world, rosterOf(request)));
  });
  router.get('/v3/conversations/:conversationId/pagedmembers', (request, response) => {
    const members = membersOf(world, rosterOf(request));
    const from = Number(request.query['continuationToken'] ?? 0);
    const to = from + Number(request.query['pageSize'] ?? PAGE_SIZE);
    const more = to < members.length && { continuationToken: String(to) };
    answer(response, 200, { members: members.slice(from, to), ...more });
  });
  router.get(`${MEMBERS}/:memberId`, (request, response) => {
    const person = findByTeamsId(world, request.params.memberId);
    const member = membersOf(world, rosterOf(request)).find(
      ({ aadObjectId }) => aadObjectId === person?.user.id,
    );
    if (member === undefined) throw new Refusal(404, 'MemberNotFoundInConversation', 'Member not found.');
    answer(response, 200, member);
  });
}

function membersOf(world: World, conversation: Conversation) {
  return world.people
    .filter(({ user }) => conversation.memberIds.includes(user.id))
    .map(({ user }) => ({
      id: teamsIdOf(user.id),
      aadObjectId: user.id,
      objectId: user.id,
      name: user.displayName,
      givenName: user.givenName,
      surname: user.surname,
      email: user.mail,
      userPrincipalName: user.userPrincipalName,
      tenantId: world.tenantId,
      userRole: user.userType === 'Guest' ? 'guest' : 'user',
    }));
}
