import type { Request, Router } from 'express';
import type { Person, World } from '../world/world';
import { answer, Refusal } from './connector-refusal';
import type { ConnectorSettings, MemberIdName } from './connector-settings';
import { findByTeamsId, teamsIdOf, type Conversation } from './conversations';

const CONVERSATION = '/v3/conversations/:conversationId';
const PAGE_SIZE = 50;

/**
 * Name of a member's object id at each endpoint. Microsoft's pages contradict each other; these are the names of
 * `@microsoft/teams.api` 2.1 (docs/reference/platform-2026.md#object-id-of-a-member).
 */
const ID_NAMES = {
  one: 'aadObjectId',
  pages: 'aadObjectId',
  all: 'objectId',
  ofActivity: 'objectId',
} as const satisfies Record<string, MemberIdName>;

interface Roster {
  readonly world: World;
  readonly settings: Pick<ConnectorSettings, 'memberIdName'>;
  readonly rosterOf: (request: Request) => Conversation;
}

/** The members of a conversation, for the bot. */
export function addMemberRoutes(router: Router, { world, settings, rosterOf }: Roster): void {
  const toMembers = (people: readonly Person[], endpoint: keyof typeof ID_NAMES): readonly object[] => {
    const { memberIdName } = settings;
    const idName = memberIdName === 'byEndpoint' ? ID_NAMES[endpoint] : memberIdName;
    return people.map((person) => toMember(person, idName, world.tenantId));
  };
  const peopleOf = (request: Request): readonly Person[] => {
    const { memberIds } = rosterOf(request);
    return world.people.filter(({ user }) => memberIds.includes(user.id));
  };

  router.get(`${CONVERSATION}/members`, (request, response) => {
    answer(response, 200, toMembers(peopleOf(request), 'all'));
  });
  router.get(`${CONVERSATION}/activities/:activityId/members`, (request, response) => {
    answer(response, 200, toMembers(peopleOf(request), 'ofActivity'));
  });
  router.get(`${CONVERSATION}/pagedmembers`, (request, response) => {
    const people = peopleOf(request);
    const from = Number(request.query['continuationToken'] ?? 0);
    const to = from + Number(request.query['pageSize'] ?? PAGE_SIZE);
    const more = to < people.length && { continuationToken: String(to) };
    answer(response, 200, { members: toMembers(people.slice(from, to), 'pages'), ...more });
  });
  router.get(`${CONVERSATION}/members/:memberId`, (request, response) => {
    const wanted = findByTeamsId(world, request.params.memberId);
    const [member] = toMembers(
      peopleOf(request).filter((person) => person === wanted),
      'one',
    );
    if (member === undefined) throw new Refusal(404, 'MemberNotFoundInConversation', 'Member not found.');
    answer(response, 200, member);
  });
}

function toMember({ user }: Person, idName: MemberIdName, tenantId: string): object {
  return {
    id: teamsIdOf(user.id),
    [idName]: user.id,
    name: user.displayName,
    givenName: user.givenName,
    surname: user.surname,
    email: user.mail,
    userPrincipalName: user.userPrincipalName,
    tenantId,
    userRole: user.userType === 'Guest' ? 'guest' : 'user',
  };
}
