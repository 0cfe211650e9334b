import { startBotProcess, type BotProcess } from '../../sandbox/bot-process';
import type { SearchView } from '../../sandbox/teams/extension-views';
import { startWorld, type RunningWorld, type WorldOptions } from '../../sandbox/start-world';
import type { MessageView } from '../../sandbox/teams/timeline';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
import { languages } from '../../src/i18n/languages';
import { eventually } from './eventually';

/** A Monday morning, so that weeks and due dates do not depend on the day of the test. */
const MONDAY = '2026-11-23T15:00:00Z';

/** The local world with the production build of the bot in it. Close it when done. */
export function startTestWorld(options: WorldOptions = {}): Promise<RunningWorld> {
  return startWorld({ clock: MONDAY, ...options });
}

/** Starts a bot with additional environment keys in a world that was started `withBot: false`; one at a time. */
export function startBotIn(
  { botEnv, clock, teams }: RunningWorld,
  extraEnv: Readonly<Record<string, string>>,
): Promise<BotProcess> {
  return startBotProcess({
    port: Number(new URL(teams.bot.messagesUrl).port),
    env: { ...botEnv, ...extraEnv },
    clockOffsetMs: () => clock.offsetMs,
  });
}

/** The newest message of the bot in the person's own chat, as that person sees it. */
export function lastReply(client: TeamsClient): MessageView {
  const reply = client.timeline(client.personalChatId).messages.findLast(({ author }) => author.isBot);
  if (reply === undefined) throw new Error('The bot has said nothing.');
  return reply;
}

/** All visible texts of a reply. */
export function shownText({ text, attachments, signIn }: MessageView): string {
  return [text, signIn?.text ?? '', ...attachments.flatMap(({ content }) => textsOf(content))].join('\n');
}

/** Every `text` and `title` inside a card, in reading order. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (['text', 'title'].includes(key) ? [value] : []) : textsOf(value),
  );
}

export interface Execute {
  readonly verb: string;
  readonly title?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The `Action.Execute`s of a reply's card. */
export function actionsOf({ attachments }: MessageView, verb?: string): readonly Execute[] {
  const found: Execute[] = [];
  collectActions(
    attachments.map(({ content }) => content),
    found,
  );
  return verb === undefined ? found : found.filter((action) => action.verb === verb);
}

function collectActions(node: unknown, found: Execute[]): void {
  if (Array.isArray(node)) {
    for (const part of node) collectActions(part, found);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node && node.type === 'Action.Execute') found.push(node as unknown as Execute);
    for (const part of Object.values(node)) collectActions(part, found);
  }
}

/** The links that a reply's card opens, by title. */
export function linksOf({ attachments }: MessageView): ReadonlyMap<string, URL> {
  const links = new Map<string, URL>();
  JSON.stringify(attachments, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Action.OpenUrl') {
      const { title, url } = value as unknown as { readonly title: string; readonly url: string };
      links.set(title, new URL(url));
    }
    return value;
  });
  return links;
}

/** Presses the card button of that verb (and title, where several share a verb) on the newest reply. */
export async function pressOn(client: TeamsClient, verb: string, title?: string): Promise<MessageView> {
  const reply = lastReply(client);
  const action = actionsOf(reply, verb).find((candidate) => title === undefined || candidate.title === title);
  if (action === undefined) throw new Error(`The card has no ${verb} ${title ?? ''}`);
  await client.press(reply.id, action);
  return lastReply(client);
}

export async function ask(client: TeamsClient, text: string): Promise<MessageView> {
  await client.send(client.personalChatId, text);
  return lastReply(client);
}

/** What searches say, in any language, while there is more to come. */
const LOADING = languages.flatMap((language) =>
  (
    ['search.stillLoading', 'search.catalogLoading', 'search.loading.own', 'search.loading.catalog'] as const
  ).map((key) => textsFor(language).t(key)),
);

/** Whether the answer to a search says that there is more to come. */
export function isLoading(answer: unknown): boolean {
  const shown = JSON.stringify(answer);
  return LOADING.some((text) => shown.includes(text));
}

/** Searches until everything has loaded: on a busy machine the first answer has what there is after 1.8 s. */
export function searchWhole(
  client: TeamsClient,
  query: { readonly commandId: string; readonly text: string; readonly skip?: number },
): Promise<SearchView> {
  return eventually('all results', async () => {
    const view = await client.search(client.personalChatId, query);
    return isLoading(view) ? undefined : view;
  });
}

/** The Teams client's own alerts: toasts, errors and protocol errors of the bot. */
export function alertsOf(client: TeamsClient): readonly string[] {
  return client.timeline(client.personalChatId).alerts.map(({ kind, text }) => `${kind}: ${text}`);
}

/** The Entra object id of a person in the local world, by first name. */
export function findPersonId({ world }: RunningWorld, givenName: string): string {
  const person = world.people.find(({ user }) => user.givenName === givenName);
  if (person === undefined) throw new Error(`No one is called ${givenName}.`);
  return person.user.id;
}

/** The link of the first course on a person's list, as its Share button has it. */
export async function shareLinkOf(client: TeamsClient): Promise<string> {
  const list = await ask(client, 'my courses');
  const [row] = actionsOf(list, 'course/open');
  if (row === undefined) throw new Error('no row');
  await client.press(list.id, row);
  const card = JSON.stringify(client.timeline(client.personalChatId).messages.at(-1)?.attachments);
  const address = /https:\/\/teams\.microsoft\.com\/share\?href=[^"\\]+/.exec(card)?.[0] ?? '';
  return new URL(address).searchParams.get('href') ?? '';
}
