import { createHash } from 'node:crypto';
import { toGuid } from '../world/guid';
import type { Person, World } from '../world/world';
import type { ConversationType } from './timeline';

/** A chat or channel which the bot may be part of. */
export interface Conversation {
  readonly id: string;
  readonly type: ConversationType;
  readonly name: string;
  /** Person ids (Entra object ids); the bot is a member besides. */
  readonly memberIds: readonly string[];
  /** Only for channels. */
  readonly team?: { readonly id: string; readonly name: string; readonly aadGroupId: string };
}

export const BOT_NAME = 'Coursemate';
/** In the world's order of people: a whole team and its manager. */
const GROUP_CHAT_SIZE = 9;
/**
 * In conversations with more members no card refreshes by itself for all (docs/reference/teams-platform.md#refresh).
 */
export const MOST_REFRESHED_MEMBERS = 60;

/**
 * A personal chat with the bot for everybody, one group chat and one team channel; in a crowded world a second
 * channel, which is too big for cards to refresh by themselves.
 */
export function createConversations(world: World): readonly Conversation[] {
  const ids = world.people.map((person) => person.user.id);
  const team = {
    id: `19:${shortHash(`${world.tenantId}/team`)}@thread.tacv2`,
    name: 'Contoso',
    aadGroupId: toGuid(`team of ${world.tenantId}`),
  };
  const everybody = {
    id: `19:${shortHash(`${world.tenantId}/everybody`)}@thread.tacv2`,
    type: 'channel' as const,
    name: 'Everybody',
    memberIds: ids,
    team,
  };
  return [
    ...ids.map((id) => ({
      id: personalChatIdOf(id),
      type: 'personal' as const,
      name: BOT_NAME,
      memberIds: [id],
    })),
    {
      id: `19:${shortHash(`${world.tenantId}/lunch`)}@thread.v2`,
      type: 'groupChat',
      name: 'Learning lunch',
      memberIds: ids.slice(0, GROUP_CHAT_SIZE),
    },
    {
      id: `19:${shortHash(`${world.tenantId}/channel`)}@thread.tacv2`,
      type: 'channel',
      name: 'Learning',
      memberIds: ids.slice(0, MOST_REFRESHED_MEMBERS),
      team,
    },
    ...(ids.length > MOST_REFRESHED_MEMBERS ? [everybody] : []),
  ];
}

export function personalChatIdOf(personId: string): string {
  return `a:1${shortHash(`chat/${personId}`)}`;
}

/** The person's id for bots (MRI): opaque, and different from the Entra object id. */
export function teamsIdOf(personId: string): string {
  return `29:1${shortHash(`mri/${personId}`)}`;
}

export function findByTeamsId(world: World, teamsId: string): Person | undefined {
  return world.people.find(({ user }) => user.id === teamsId || teamsIdOf(user.id) === teamsId);
}

/** In a channel each thread is a conversation of its own: `<channel>;messageid=<root>`. */
export function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

/** Outside the personal chat the bot hears only what mentions it. */
export function isForBot({ type }: Conversation, text: string): boolean {
  return type === 'personal' || text.includes(`@${BOT_NAME}`);
}
