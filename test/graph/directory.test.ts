import type { GraphClient } from '../../src/graph/client/graph-request';
import { createDirectory } from '../../src/graph/directory';
import { access, clientFor, id } from './graph-access';
import { replayGraph, type Replay } from './replay-graph';

let replay: Replay | undefined;

afterEach(async () => {
  await replay?.finish();
  replay = undefined;
});

/** A client that gets the same answer to everything. */
function clientAnswering(body: object): GraphClient {
  return { ...clientFor('https://graph.example'), send: () => Promise.resolve(body) };
}

describe('findDisplayName', () => {
  it.each([
    ['person.found', 'Katherine Walsh'],
    ['person.withheld', undefined],
    ['person.gone', undefined],
  ])('reads %s once', async (fixture, expected) => {
    replay = await replayGraph(fixture);
    const directory = createDirectory(clientFor(replay.baseUrl));

    expect(await directory.findDisplayName(access(), id(2))).toBe(expected);
    expect(await directory.findDisplayName(access(), id(2))).toBe(expected);
  });

  it('continues without the name when Graph is busy', async () => {
    replay = await replayGraph('person.throttled');
    const directory = createDirectory(clientFor(replay.baseUrl));

    expect(await directory.findDisplayName(access(), id(2))).toBeUndefined();
  });
});

describe('findPerson', () => {
  const katherine = { displayName: 'Katherine Walsh' };
  const mail = 'k.walsh@contoso.com';

  it.each([
    [
      'the user principal name',
      { userPrincipalName: 'katherine@contoso.com', mail },
      'katherine@contoso.com',
    ],
    ['a guest’s mail address', { userPrincipalName: 'k.walsh_contoso.com#EXT#@fabrikam.com', mail }, mail],
    ['the mail address where Graph does not tell more', { mail }, mail],
    [
      'nothing that addresses several people',
      { userPrincipalName: 'a@contoso.com,b@contoso.com' },
      undefined,
    ],
    ['nothing for a person without an account', { userPrincipalName: null, mail: null }, undefined],
    [
      'nothing for one that no address can hold',
      { userPrincipalName: 'k\ud800@contoso.com', mail: null },
      undefined,
    ],
  ])('takes %s as the account', async (_, known, account) => {
    const body = { id: id(2), ...katherine, ...known };
    const directory = createDirectory(clientAnswering(body));

    expect(await directory.findPerson(access(), id(2))).toEqual(
      account === undefined ? katherine : { ...katherine, account },
    );
  });

  it('is read with the name, once', async () => {
    replay = await replayGraph('person.found');
    const directory = createDirectory(clientFor(replay.baseUrl));

    expect(await directory.findDisplayName(access(), id(2))).toBe('Katherine Walsh');
    expect(await directory.findPerson(access(), id(2))).toEqual({
      displayName: 'Katherine Walsh',
      account: 'katherine@contoso.com',
    });
  });
});

describe('listDirectReports', () => {
  it('lists everyone once, without options that Graph refuses', async () => {
    replay = await replayGraph('reports.overlapping');
    const directory = createDirectory(clientFor(replay.baseUrl));

    const { reports, isComplete } = await directory.listDirectReports(access());

    expect(reports.map(({ displayName }) => displayName)).toEqual(['Ben', 'Ada']);
    expect(isComplete).toBe(true);
  });

  it('reports a missing account, not a missing course', async () => {
    replay = await replayGraph('reports.not-found');
    const directory = createDirectory(clientFor(replay.baseUrl));

    await expect(directory.listDirectReports(access())).rejects.toMatchObject({ kind: 'graphListNotFound' });
  });
});
