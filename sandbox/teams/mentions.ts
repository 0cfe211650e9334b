import { teamsIdOf, type Conversation } from './conversations';

/** A person whom the sender has picked for an `@name` in the text; the name may be shortened, as in Teams. */
export interface PersonMention {
  readonly personId: string;
  readonly name: string;
}

/** Whoever `@name` in a text stands for, as bots know them. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** Throws when the person is not part of the conversation: Teams offers nobody else. */
export function toMentioned({ personId, name }: PersonMention, { memberIds }: Conversation): Mentioned {
  if (!memberIds.includes(personId)) throw new Error('Only members of the conversation can be mentioned.');
  return { id: teamsIdOf(personId), name };
}

/** What Teams makes of each `@name`: a tag in the text and an entity, in reading order. */
export function markMentions(
  text: string,
  mentioned: readonly Mentioned[],
): { readonly text: string; readonly entities: readonly object[] } {
  const byName = new Map(mentioned.map((one) => [one.name, one]));
  // The longest name first: `@Ben Okafor` is not Ben.
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`@(${names.map(toLiteral).join('|')})`, 'g');
  const entities: object[] = [];
  const marked = text.replace(pattern, (_, name: string) => {
    const tag = `<at>${name}</at>`;
    entities.push({ type: 'mention', mentioned: byName.get(name), text: tag });
    return tag;
  });
  return { text: marked, entities };
}

function toLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
