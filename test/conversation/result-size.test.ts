import * as z from 'zod/v4';
import type { RunningWorld } from '../../sandbox/start-world';
import { readSeeds } from '../../sandbox/world/seeds';
import { eventually } from '../support/eventually';
import { findPersonId, startTestWorld } from '../support/local-world';

/**
 * A larger result is not sent; a card counts together with its preview
 * (docs/reference/teams-platform.md#message-extension-rules).
 */
const MOST_BYTES = 28 * 1024;

/** Texts that grow when they are sent: several bytes a character, several code points a character, or JSON escapes. */
const HOSTILE = [
  'x',
  '漢',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0302\u0303\u0304',
  '"\\',
  '\u0001',
  '{{DATE(',
  '<b>[x](y)',
  '\ud800',
];
const TIMES = 3_000;

const answerBody = z.object({ composeExtension: z.object({ attachments: z.array(z.unknown()) }) });

let world: RunningWorld;
/** Contents that the catalog should contain. */
let offered: readonly Record<string, unknown>[];

beforeAll(async () => {
  const everybodys = readSeeds().providers.filter(({ isReadable }) => isReadable);
  const ids = everybodys.map(({ provider }) => provider.id);
  world = await startTestWorld({ extraBotEnv: { CATALOG_PROVIDER_IDS: ids.join(',') } });
  offered = ids
    .flatMap((id) => world.world.contents.get(id) ?? [])
    .filter(({ isActive, isSearchable }) => isActive === true && isSearchable === true);
  HOSTILE.forEach((text, index) => Object.assign(offered[index] ?? {}, toHostile(text)));
});

afterAll(async () => {
  await world.close();
});

function toHostile(text: string): Readonly<Record<string, unknown>> {
  const long = text.repeat(TIMES);
  const address = (length: number): string => `https://learn.contoso.example.com/${'a'.repeat(length)}`;
  return {
    title: long,
    description: long,
    sourceName: long,
    skillTags: Array.from({ length: 100 }, () => text.repeat(30)),
    format: long,
    // The maximum length of a link on a card.
    contentWebUrl: address(2_000),
    thumbnailWebUrl: address(2_010),
  };
}

/** The wire answers to an empty search, page by page. */
async function listResults(commandId: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let page = 0; page < 20; page++) {
    const found = await listPage(commandId, all.length);
    all.push(...found);
    if (found.length === 0) break;
  }
  return all;
}

async function listPage(commandId: string, skip: number): Promise<readonly unknown[]> {
  const token = world.entra.issueSsoToken(findPersonId(world, 'Amara'));
  const answer = await world.teams.sendRaw({
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId,
      parameters: [{ name: 'initialRun', value: 'true' }],
      queryOptions: { skip, count: 25 },
      authentication: { id: 'x', connectionName: '', token },
    },
  });
  const parsed = answerBody.safeParse(answer.kind === 'answered' ? answer.body : undefined);
  return parsed.data?.composeExtension.attachments ?? [];
}

describe('a result of a search', () => {
  it.each([
    ['myCourses', () => 20],
    ['catalog', () => offered.length],
  ])('in %s stays small enough to be sent, whatever its content', async (commandId, toCount) => {
    // The catalog is loaded in the background.
    const found = await eventually('all results', async () => {
      const results = await listResults(commandId);
      return results.length >= toCount() ? results : undefined;
    });

    expect(JSON.stringify(found)).toContain('漢漢漢');
    expect(found.filter((one) => Buffer.byteLength(JSON.stringify(one)) > MOST_BYTES)).toEqual([]);
  });
});
