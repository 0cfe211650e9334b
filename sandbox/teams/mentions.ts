import { teamsIdOf, type Conversation } from './conversations';

/** The person that the sender has chosen for an `@name` in the text; the name may be shortened, as in Teams. */
export interface PersonMention {
  readonly personId: string;
  readonly name: string;
}

/** The account behind an `@name`, with its id for bots. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** Throws when the person is not part of the conversation, since Teams offers only members. */
export function toMentioned({ personId, name }: PersonMention, { memberIds }: Conversation): Mentioned {
  if (!memberIds.includes(personId)) throw new Error('Only members of the conversation can be mentioned.');
  return { id: teamsIdOf(personId), name };
}

/** Turns each `@name` into a tag in the text, a span in the HTML and an entity, in reading order. */
export function markMentions(
  text: string,
  mentioned: readonly Mentioned[],
): { readonly text: string; readonly html: string; readonly entities: readonly object[] } {
  const byName = new Map(mentioned.map((one) => [one.name, one]));
  // The longest name first: `@Ben Okafor` is not Ben.
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  // Every second part is a name.
  const parts = text.split(new RegExp(`@(${names.map(toLiteral).join('|')})`));
  const isName = (_: string, index: number): boolean => index % 2 === 1;
  return {
    text: parts.map((part, index) => (isName(part, index) ? toTag(part) : part)).join(''),
    html: `<p>${parts.map((part, index) => (isName(part, index) ? toSpan(part, (index - 1) / 2) : toHtml(part))).join('')}</p>`,
    entities: parts
      .filter(isName)
      .map((name) => ({ type: 'mention', mentioned: byName.get(name), text: toTag(name) })),
  };
}

function toTag(name: string): string {
  return `<at>${name}</at>`;
}

function toSpan(name: string, index: number): string {
  return `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${index}">${toHtml(name)}</span>`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['\n', '<br>'],
]);

function toHtml(text: string): string {
  return text.replace(/[&<>\n]/g, (character) => ENTITIES.get(character) ?? character);
}

function toLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
