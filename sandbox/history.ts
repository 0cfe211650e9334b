import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import * as z from 'zod/v4';
import type { Clock } from './clock';
import type { Attachment } from './teams/timeline';
import type { Teams } from './teams/teams';
import { ADAPTIVE_CARD } from './teams/wire-shapes';
import type { Person, World } from './world/world';

const earlierMessage = z.object({
  /** Name of a group chat or channel. */
  chat: z.string(),
  /** Key of a person. */
  author: z.string(),
  text: z.string(),
  /** Title of a course in the shared catalog, whose card is part of the message. */
  share: z.string().optional(),
});
const history = z.array(
  z.union([
    earlierMessage.extend({ minutesAgo: z.int().positive() }),
    /** Weekends don't count; the time is the first person's. */
    earlierMessage.extend({ workdaysAgo: z.int().positive(), time: z.iso.time({ precision: -1 }) }),
  ]),
);

const MOST_SEARCHES = 10;

type EarlierMessage = z.infer<typeof history>[number];

interface HistoryOptions {
  readonly clock: Clock;
  readonly world: Pick<World, 'people'>;
  readonly teams: Pick<Teams, 'conversations' | 'client' | 'addEarlier'>;
  /** Without a bot there are no cards of courses. */
  readonly hasBot: boolean;
}

/** Adds the messages of world/history.json to the group chat and the channel. */
export async function addHistory({ clock, world, teams, hasBot }: HistoryOptions): Promise<void> {
  const told = history.parse(JSON.parse(readFileSync(join(__dirname, 'world', 'history.json'), 'utf8')));
  const zone = world.people[0]?.timeZone ?? 'utc';
  const now = clock.now();
  const dated = told.map((message) => ({ message, at: toMoment(message, now, zone) }));
  for (const { message, at } of dated.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const { chat, author, text, share } = message;
    const conversation = teams.conversations.find(({ name }) => name === chat);
    const person = world.people.find(({ key }) => key === author);
    if (conversation === undefined || person === undefined)
      throw new Error(`history.json: there is no ${chat} or no ${author}.`);
    const attachments = share === undefined || !hasBot ? [] : await findCard(teams, person, share);
    teams.addEarlier({ conversationId: conversation.id, authorId: person.user.id, text, attachments }, at);
  }
}

function toMoment(message: EarlierMessage, now: Date, zone: string): Date {
  const start = DateTime.fromJSDate(now, { zone });
  if ('minutesAgo' in message) return start.minus({ minutes: message.minutesAgo }).toJSDate();
  let day = start;
  for (let left = message.workdaysAgo; left > 0; left -= day.isWeekend ? 0 : 1) day = day.minus({ days: 1 });
  const [hour = 0, minute = 0] = message.time.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}

/**
 * The card that the bot's message extension gives this person for a course; nothing when it finds none. Searches again
 * while the bot's first answers, which come before its courses are loaded, don't have it.
 */
async function findCard(
  teams: Pick<Teams, 'client'>,
  { user }: Person,
  title: string,
): Promise<readonly Attachment[]> {
  const client = teams.client(user.id);
  for (let search = 0; search < MOST_SEARCHES; search += 1) {
    const found = await client.search(client.personalChatId, { commandId: 'catalog', text: title });
    const hits = found.kind === 'results' ? found.hits : [];
    const hit = hits.find(({ preview }) => preview.title === title);
    if (hit !== undefined) return [{ contentType: ADAPTIVE_CARD, content: hit.card }];
  }
  return [];
}
