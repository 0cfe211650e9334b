import { TeamsInfo, type Activity, type TurnContext } from 'botbuilder';
import * as z from 'zod/v4';
import type { Mentioned, Question } from '../../domain/question';
import { cleanPhrase } from '../../phrases/clean-phrase';

/** A message in the form that the phrase parser takes. */
export interface ReadMessage {
  /** The text without the bot's own name; other mentions are written `<at>…</at>`. */
  readonly phrase: string;
  /** The people mentioned, in reading order. */
  readonly people: readonly MentionedPerson[];
}

interface MentionedPerson {
  /** Lowercase, as the parser returns it. */
  readonly name: string;
  /** Teams user id (`29:…`); undefined if the name was only typed like a mention. */
  readonly teamsId: string | undefined;
}

interface Mention {
  readonly teamsId: string;
  /** As written in the message, with or without its markup. */
  readonly text: string;
}

/** More than anyone types; the rest of a message is ignored. */
const MOST_CHARACTERS = 4_000;
const MOST_ENTITIES = 50;
const OWN_NAME = 'coursemate';
const MARKUP = /<at[^<>]*>[^<>]*<\/at>/;

const shortText = z.string().max(300);
/** `text` can be null, missing or different from the message; the message then contains the name. */
const mentionEntity = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: shortText.min(1), name: shortText.optional().catch(undefined) }),
  text: shortText.optional().catch(undefined),
});
/** The parts of a message that are read; invalid ones count as empty. A user may also send only a card. */
const message = z.object({
  text: z.string().catch(''),
  recipient: z.object({ id: shortText.catch(''), name: shortText.catch('') }).catch({ id: '', name: '' }),
  entities: z.array(z.unknown()).catch([]),
});
/** One connector endpoint returns `aadObjectId`, another `objectId`. */
const member = z
  .object({
    aadObjectId: z.guid().optional().catch(undefined),
    objectId: z.guid().optional().catch(undefined),
  })
  .transform(({ aadObjectId, objectId }) => aadObjectId ?? objectId);

/** Reads a message. Removes the bot's own name: as a mention, as markup only, or after an `@`. */
export function readMessage(activity: Partial<Activity>): ReadMessage {
  const { text, recipient: bot, entities } = message.parse(activity);
  const ownNames = new Set([OWN_NAME, toKey(bot.name)]);
  const mentions = entities.slice(0, MOST_ENTITIES).flatMap(toMention);
  const takeMention = createMentionPicker(mentions);
  const people: MentionedPerson[] = [];
  const phrase = text.slice(0, MOST_CHARACTERS).replace(toPattern(mentions, ownNames), (found) => {
    const teamsId = takeMention(toKey(found));
    if (teamsId === undefined ? ownNames.has(toKey(found)) : teamsId.toLowerCase() === bot.id.toLowerCase())
      return ' ';
    if (teamsId === undefined && !MARKUP.test(found)) return found;
    const name = withoutMarkup(found);
    people.push({ name: cleanPhrase(name).toLowerCase(), teamsId });
    return `<at>${name}</at>`;
  });
  return { phrase, people };
}

/** Adds the mentioned person to a question, by their Entra object id, since users can edit the name in a mention. */
export async function identifyPerson(
  context: TurnContext,
  question: Question,
  people: ReadMessage['people'],
): Promise<Question> {
  if (question.intent !== 'teammateStatus') return question;
  const teamsId = people.find(({ name }) => name === question.person)?.teamsId;
  return teamsId === undefined ? question : { ...question, mentioned: await findMentioned(context, teamsId) };
}

async function findMentioned(context: TurnContext, teamsId: string): Promise<Mentioned> {
  // Undefined if the person is not in the conversation, or Teams gives no answer.
  const found: unknown = await TeamsInfo.getMember(context, teamsId).catch(() => undefined);
  const userId = member.safeParse(found).data?.toLowerCase();
  return userId === undefined ? { kind: 'unknown' } : { kind: 'member', userId };
}

function toMention(entity: unknown): readonly Mention[] {
  const { data } = mentionEntity.safeParse(entity);
  const text = data?.text ?? data?.mentioned.name ?? '';
  return data === undefined || toKey(text) === '' ? [] : [{ teamsId: data.mentioned.id, text }];
}

/**
 * Returns the Teams id for a name. Two people can have the same name, so each mention is used once, in order; further
 * occurrences of the name get the last one.
 */
function createMentionPicker(mentions: readonly Mention[]): (key: string) => string | undefined {
  const left = new Map<string, string[]>();
  for (const { teamsId, text } of mentions) {
    left.set(toKey(text), [...(left.get(toKey(text)) ?? []), teamsId]);
  }
  return (key) => {
    const ids = left.get(key);
    return ids !== undefined && ids.length > 1 ? ids.shift() : ids?.[0];
  };
}

function toPattern(mentions: readonly Mention[], ownNames: ReadonlySet<string>): RegExp {
  const texts = mentions
    .map(({ text }) => text.trim())
    .filter((text) => !MARKUP.test(text) && text.length > 1);
  const plain = [...new Set(texts)].sort((a, b) => b.length - a.length).map(toLiteral);
  const own = [...ownNames]
    .filter((name) => name !== '')
    .map((name) => `@${toLiteral(name)}(?![\\p{L}\\p{N}])`);
  return new RegExp([MARKUP.source, ...plain, ...own].join('|'), 'giu');
}

function toLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function withoutMarkup(text: string): string {
  return text.replace(/<[^<>]*>/g, ' ').trim();
}

/** The same key for every way to write a mention: with markup, with an `@`, in any case. */
function toKey(text: string): string {
  return withoutMarkup(text).replace(/^@/, '').toLowerCase();
}
