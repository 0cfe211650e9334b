import { TeamsInfo, type Activity, type TurnContext } from 'botbuilder';
import * as z from 'zod/v4';
import type { Question } from '../domain/question';
import { messageText } from './wire';

interface Mention {
  /** Teams' id of who is mentioned (`29:…`). */
  readonly teamsId: string;
  /** As it stands in the message. */
  readonly text: string;
}

const mentionEntity = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string().min(1).max(300) }),
  text: z.string().min(1).max(300),
});
const member = z.object({ aadObjectId: z.guid() });

/** What was typed, without the bot's own name. */
export function withoutBotMention(activity: Partial<Activity>): string {
  const ofBot = mentionsOf(activity).filter(({ teamsId }) => teamsId === activity.recipient?.id);
  return ofBot.reduce((rest, { text }) => rest.replaceAll(text, ' '), messageText.parse(activity.text));
}

/**
 * A question about somebody who is mentioned, with their Entra object id: the text of a mention can be edited, so that
 * it may say another name. The id is empty when the conversation does not know them.
 */
export async function identifyPerson(context: TurnContext, question: Question): Promise<Question> {
  if (question.intent !== 'teammateStatus') return question;
  const { activity } = context;
  const person = mentionsOf(activity).find(({ teamsId }) => teamsId !== activity.recipient.id);
  if (person === undefined) return question;
  return { ...question, personId: await findObjectId(context, person.teamsId) };
}

async function findObjectId(context: TurnContext, teamsId: string): Promise<string> {
  try {
    return member.parse(await TeamsInfo.getMember(context, teamsId)).aadObjectId.toLowerCase();
  } catch {
    // Not in the conversation, or Teams does not tell: then it is nobody we know.
    return '';
  }
}

function mentionsOf({ entities }: Partial<Activity>): readonly Mention[] {
  return (entities ?? []).flatMap((entity) => {
    const { data } = mentionEntity.safeParse(entity);
    return data === undefined ? [] : [{ teamsId: data.mentioned.id, text: data.text }];
  });
}
