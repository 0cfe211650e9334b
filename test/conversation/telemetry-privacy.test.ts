import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { ask, findPersonId, lastReply, pressOn, startTestWorld } from '../support/local-world';
import { startOtlpReceiver, type OtlpReceiver } from '../support/otlp-receiver';

const SECRET_WORDS = ['zanzibar', 'quicksilver', 'marzipan', 'obsidian'];
const FAULTS: readonly FaultName[] = [
  'forbidden',
  'unlicensed',
  'badRequest',
  'notFound',
  'serverError',
  'malformed',
  'unauthorized',
  'claimsChallenge',
  'throttledSeconds',
];

let world: RunningWorld;
let receiver: OtlpReceiver;
let logged: string;
let sent: string;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  world = await startTestWorld({
    extraBotEnv: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, LOG_LEVEL: 'debug' },
  });
  world.graph.settings.reportsDelegated = 'allowed';
  await talk();
  await browse();
  await look();
  await fail();
  await world.bot?.stop();
  logged = (world.bot?.logLines ?? []).join('\n');
  sent = receiver.bodies.join('\n');
}, 120_000);

afterAll(async () => {
  await world.close();
  await receiver.close();
});

function person(givenName: string): TeamsClient {
  return world.teams.client(findPersonId(world, givenName));
}

/** Courses, in the personal chat and in a group. */
async function talk(): Promise<void> {
  const amara = person('Amara');
  await ask(amara, 'my courses');
  await pressOn(amara, 'my-courses/filter');
  await pressOn(amara, 'course/open');
  await ask(amara, `tell me about ${SECRET_WORDS[0] ?? ''}`);
  await ask(amara, 'phishing');
  await ask(amara, 'who looked at my courses?');
  const channel = amara.conversations().find(({ type }) => type === 'channel')?.id ?? '';
  await amara.send(channel, `@Coursemate my ${SECRET_WORDS[1] ?? ''} courses`);
  for (const name of ['Jonas', 'Haruka', 'Layla', 'Ben', 'Wei', 'Noah', 'Sofia', 'Dmitri'])
    await ask(person(name), 'my courses');
}

/** The message extension: searching, sharing, links. */
async function browse(): Promise<void> {
  const amara = person('Amara');
  const chat = amara.personalChatId;
  await amara.search(chat, { commandId: 'catalog', text: SECRET_WORDS[2] ?? '' });
  await amara.search(chat, { commandId: 'catalog', text: '' });
  const view = await amara.search(chat, { commandId: 'myCourses', text: 'phishing' });
  const card = view.kind === 'results' ? view.hits[0]?.card : undefined;
  if (card === undefined) throw new Error('Nothing was found to share.');
  const channel = amara.conversations().find(({ type }) => type === 'channel')?.id ?? '';
  await amara.share(channel, card, 'Look at this');
  await person('Jonas').open(channel);
  const url = [...world.world.contents.values()].flat().find(({ contentWebUrl }) => contentWebUrl);
  await amara.pasteLink(chat, String(url?.['contentWebUrl']));
}

/** A manager. */
async function look(): Promise<void> {
  const katherine = person('Katherine');
  await ask(katherine, 'how is my team doing?');
  await pressOn(katherine, 'teammate/open');
  await ask(katherine, 'is Amara done?');
  await ask(katherine, 'show me Tomás');
  await ask(person('Amara'), 'who looked at my courses?');
}

/** Failures. */
async function fail(): Promise<void> {
  const jonas = person('Jonas');
  for (const fault of FAULTS) {
    Object.assign(world.graph.settings, { fault });
    await ask(jonas, 'my courses');
    await ask(jonas, `tell me about ${SECRET_WORDS[3] ?? ''}`);
    await jonas.search(jonas.personalChatId, { commandId: 'myCourses', text: SECRET_WORDS[2] ?? '' });
  }
  world.graph.settings.fault = 'none';
  for (const fault of ['consentRequired', 'wrongSecret', 'unavailable', 'notAssigned'] as const) {
    await ask(jonas, 'sign out');
    world.entra.settings.fault = fault;
    await ask(jonas, 'my courses');
  }
  const sofia = person('Sofia');
  await sofia.failSignIn(lastReply(sofia).id, 'ConsentRefused');
}

/** The words that occur in the text, ignoring case; a short one must be a whole word. */
function found(words: readonly unknown[], text: string): readonly string[] {
  const lower = text.toLowerCase();
  return [...new Set(words.map((word) => String(word).toLowerCase()))].filter((word) =>
    word.length > 8
      ? lower.includes(word)
      : new RegExp(`(?<![\\p{L}\\d])${escape(word)}(?![\\p{L}\\d])`, 'u').test(lower),
  );
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function words(): Readonly<Record<string, readonly unknown[]>> {
  const { people, contents, activities, providers } = world.world;
  const users = people.map(({ user }) => user);
  return {
    names: users.flatMap(({ displayName, givenName, surname }) => [displayName, givenName, surname]),
    addresses: users.flatMap(({ mail, userPrincipalName }) => [mail, userPrincipalName]),
    titles: [...contents.values()].flat().map(({ title }) => title),
    courses: [...contents.values()].flat().flatMap(({ id, externalId }) => [id, externalId]),
    activities: activities.flatMap(({ id, externalcourseActivityId, externalCourseActivityId }) => [
      id,
      externalcourseActivityId ?? externalCourseActivityId ?? id,
    ]),
    notes: activities.flatMap(({ notes }) => notesOf(notes)),
    providers: providers.map(({ provider }) => provider.displayName),
    messages: [...SECRET_WORDS, 'phishing', 'my courses', 'look at this', 'tell me about'],
  };
}

function notesOf(notes: unknown): readonly string[] {
  const content = (notes as { readonly content?: unknown } | null | undefined)?.content;
  return typeof content === 'string' && content.length > 3 ? [content] : [];
}

const KINDS = ['names', 'addresses', 'titles', 'courses', 'activities', 'notes', 'providers', 'messages'];

describe('a wide conversation', () => {
  it('is recorded in full', () => {
    const spans = receiver.spans();
    const valuesOf = (attribute: string): ReadonlySet<unknown> =>
      new Set(spans.flatMap(({ attributes }) => attributes[attribute] ?? []));

    expect(valuesOf('coursemate.outcome')).toEqual(new Set(['done', 'signInNeeded', 'refused', 'failed']));
    expect([...valuesOf('coursemate.intent')].sort()).toEqual([
      'courseDetails',
      'myCourses',
      'signOut',
      'teamStatus',
      'teammateStatus',
      'unknown',
      'whoLooked',
    ]);
    expect([...valuesOf('coursemate.turn.kind')]).toEqual(
      expect.arrayContaining([
        'message',
        'adaptiveCard/action',
        'composeExtension/query',
        'composeExtension/queryLink',
        'signin/failure',
        'signin/tokenExchange',
      ]),
    );
    expect(valuesOf('coursemate.graph.family')).toEqual(
      new Set(['activities', 'contents', 'directory', 'teammates']),
    );
    expect(valuesOf('coursemate.fault').size).toBeGreaterThan(8);
    expect(receiver.points('coursemate.audit.entries').length).toBeGreaterThan(0);
  });

  it.each(KINDS)('leaves none of the %s in traces, metrics or the log', (kind) => {
    const wanted = words()[kind] ?? [];

    expect(wanted.length).toBeGreaterThan(0);
    expect(found(wanted, sent)).toEqual([]);
    expect(found(wanted, logged)).toEqual([]);
  });

  it('leaves no token and no person’s id', () => {
    const ids = world.world.people.map(({ user }) => user.id);

    expect(sent).not.toMatch(/eyJ[\w-]+\.|[Bb]earer/);
    expect(logged).not.toMatch(/eyJ[\w-]+\.|[Bb]earer/);
    expect(found(ids, sent)).toEqual([]);
    expect(found(ids, logged)).toEqual([]);
  });
});
