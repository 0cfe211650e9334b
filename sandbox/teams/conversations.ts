import { createHash } from 'node:crypto';
import { toGuid } from '../world/guid';
import type { Person, World } from '../world/world';
import type { ConversationType } from './timeline';

/** A chat or channel. */
export interface Conversation {
  readonly id: string;
  readonly type: ConversationType;
  readonly name: string;
  /** Person ids (Entra object ids); the bot is also a member. */
  readonly memberIds: readonly string[];
  /** Only for channels. */
  readonly team?: { readonly id: string; readonly name: string; readonly aadGroupId: string };
}

export const BOT_NAME = 'Coursemate';
/** Indexes in the world's list of people: a whole team and its manager. */
const GROUP_CHAT_SIZE = 9;
/** In larger conversations no card refreshes automatically for everyone (docs/reference/teams-platform.md#refresh). */
export const MOST_REFRESHED_MEMBERS = 60;

/**
 * A personal chat with the bot for everyone, one group chat and one team channel; with a crowd also a second channel,
 * which is too large for automatic refreshes of cards.
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

/** In a channel each thread is a separate conversation: `<channel>;messageid=<root>`. */
export function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

/** Outside the personal chat the bot gets only messages that mention it. */
export function isForBot({ type }: Conversation, text: string): boolean {
  return type === 'personal' || text.includes(`@${BOT_NAME}`);
}
