import type { CourseActivity } from '../../src/domain/course-activity';
import type { ListedActivities } from '../../src/domain/ports';
import { GraphError } from '../../src/graph/errors';
import { createLearningRecords } from '../../src/graph/learning/learning-records';
import { access, clientFor, createKeptLog, id } from './graph-access';
import { replayGraph, type Replay } from './replay-graph';

let replay: Replay;
afterEach(() => replay.finish());

async function listOwn(fixture: string): Promise<ListedActivities> {
  replay = await replayGraph(fixture);
  return createLearningRecords(clientFor(replay.baseUrl)).listOwn(access());
}

async function faultOf(work: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error('no fault', { cause: error });
  return error;
}

describe('listOwn', () => {
  it('reads all pages in order, and asks for all enum members on each', async () => {
    const { activities, isComplete } = await listOwn('my-activities.two-pages');

    expect(activities.map((activity) => activity.id)).toEqual([id(10), id(12), `${id(1)}:${id(13)}`]);
    expect(isComplete).toBe(true);
  });

  it('sends a fresh client-request-id with every request', async () => {
    await listOwn('my-activities.two-pages');

    const ids = replay.seen.map((headers) => headers['client-request-id']);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('turns both derived types into course activities', async () => {
    const { activities } = await listOwn('my-activities.two-pages');

    expect(activities.slice(0, 2)).toEqual([
      {
        id: id(10),
        learnerUserId: id(1),
        contentId: id(50),
        providerId: id(70),
        externalId: 'ACT-10',
        kind: 'required',
        status: 'inProgress',
        completionPercentage: 40,
        assignedDateTime: '2027-01-11T09:30:00.000Z',
        assignerUserId: id(90),
        due: { kind: 'instant', dateTime: '2027-02-26T16:00:00.000Z' },
        note: 'Finish before the spring audit',
      },
      {
        id: id(12),
        learnerUserId: id(1),
        contentId: id(51),
        providerId: id(70),
        kind: 'selfInitiated',
        status: 'completed',
        completionPercentage: 100,
        completedDateTime: '2027-01-20T14:05:12.000Z',
        startedDateTime: '2027-01-18T08:00:00.000Z',
      },
    ]);
  });

  it('returns an empty list for someone without courses', async () => {
    expect(await listOwn('my-activities.empty')).toEqual({ activities: [], isComplete: true });
  });

  it.each([
    ['an empty page that has a link', 'my-activities.empty-page-with-link', [10, 11]],
    ['a link that names the person by id', 'my-activities.link-by-id', [10, 11]],
    ['the documented link behind $metadata#', 'my-activities.metadata-link', [10, 11, 12]],
    [
      'links to other hosts and resources, which it does not follow',
      'my-activities.foreign-link',
      [10, 11, 12],
    ],
    ['a missing link, which the count shows', 'my-activities.missing-link', [10, 11, 12]],
    ['an empty link', 'my-activities.empty-link', [10, 11]],
    ['a link that is null', 'my-activities.null-link', [10, 11]],
    ['a relative link', 'my-activities.relative-link', [10, 11]],
    ['a link to the page itself', 'my-activities.self-link', [10, 11]],
    ['a page that comes twice', 'my-activities.repeated-page', [10, 11]],
    ['a count of more than there is', 'my-activities.count-too-large', [10, 11]],
    ['a count of less than there is', 'my-activities.count-too-small', [10, 11]],
    ['a count that counts one twice', 'my-activities.count-twice', [10, 11]],
  ])('accepts %s', async (_, fixture, numbers) => {
    const { activities, isComplete } = await listOwn(fixture);

    expect(activities.map((activity) => activity.id)).toEqual(numbers.map(id));
    expect(isComplete).toBe(true);
  });

  it('keeps one copy of a repeated activity: the last version, in the first position', async () => {
    const { activities } = await listOwn('my-activities.overlapping');

    expect(activities.map(({ status }) => status)).toEqual(['inProgress', 'completed', 'inProgress']);
  });

  it.each([
    ['endless-repeats', 1],
    ['no-skip', 1],
  ])('says that the list may be incomplete: %s', async (fixture, count) => {
    const { activities, isComplete } = await listOwn(`my-activities.${fixture}`);

    expect(activities).toHaveLength(count);
    expect(isComplete).toBe(false);
  });

  it('accepts activities without a learner or a content', async () => {
    const { activities, unreadable } = await listOwn('my-activities.unowned');

    expect(activities).toMatchObject([
      { id: id(10), learnerUserId: id(1), contentId: id(50) },
      { id: id(11), providerId: id(70) },
    ]);
    expect(unreadable).toBe(1);
  });

  it('stops at a link that was already followed, and says that the list is incomplete', async () => {
    const { activities, isComplete } = await listOwn('my-activities.link-loop');

    expect(activities).toHaveLength(2);
    expect(isComplete).toBe(false);
  });

  it('accepts odd items, and drops and counts those without ids', async () => {
    replay = await replayGraph('my-activities.quirks');
    const log = createKeptLog();

    const records = createLearningRecords(clientFor(replay.baseUrl, { log }));
    const { activities, unreadable } = await records.listOwn(access());

    expect(activities).toMatchObject([
      {
        id: id(10),
        status: 'inProgress',
        kind: 'peerRecommended',
        due: { dateTime: '2027-02-27T01:00:00.000Z' },
      },
      {
        id: id(11),
        learnerUserId: id(1),
        contentId: id(50),
        externalId: 'ACT-lower',
        kind: 'assigned',
        status: 'unknown',
      },
      {
        id: id(12),
        due: { kind: 'instant', dateTime: '2027-02-26T14:00:00.000Z' },
        note: 'A plain string',
        completedDateTime: '2027-01-20T14:05:12.123Z',
      },
      { id: id(15) },
    ]);
    expect(unreadable).toBe(3);
    expect(Object.keys(activities[1] ?? {}).sort()).toEqual([
      'contentId',
      'externalId',
      'id',
      'kind',
      'learnerUserId',
      'status',
    ]);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { unreadable: 3, kept: 4 } }),
    );
  });

  it.each([
    ['provider-not-enabled', { kind: 'graphProviderNotEnabled', status: 400 }],
    ['bad-request', { kind: 'graphBadRequest', status: 400, code: 'Bad Request' }],
    ['not-found-as-bad-request', { kind: 'graphListNotFound', status: 400 }],
    ['not-found', { kind: 'graphListNotFound', status: 404, code: 'ResourceNotFound' }],
    ['gone', { kind: 'graphListNotFound', status: 410 }],
    ['not-implemented', { kind: 'graphMethodNotAllowed', status: 501 }],
    ['unauthorized', { kind: 'graphUnauthorized', status: 401, claims: undefined }],
    [
      'claims-challenge',
      {
        kind: 'graphUnauthorized',
        claims: '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}',
      },
    ],
    ['forbidden', { kind: 'graphForbidden', status: 403, code: 'Forbidden', requestId: id(99) }],
    ['forbidden-without-message', { kind: 'graphForbidden', code: 'UnknownError', requestId: id(97) }],
    ['unlicensed', { kind: 'graphUnlicensed', status: 403 }],
    ['method-not-allowed', { kind: 'graphMethodNotAllowed', status: 405 }],
    ['server-error', { kind: 'graphServerError', status: 500 }],
    ['gateway', { kind: 'graphServerError', status: 504, code: undefined }],
    ['unavailable', { kind: 'graphUnavailable', status: 503 }],
    ['throttled-seconds', { kind: 'graphThrottled', waitMs: 17_000, requestId: id(96) }],
    ['throttled-minutes', { kind: 'graphThrottled', waitMs: 180_000 }],
    ['malformed', { kind: 'graphContract', status: 200 }],
    ['empty-body', { kind: 'graphContract', status: 200 }],
    ['no-page', { kind: 'graphContract' }],
  ])('throws the fault for %s, without address or token in its message', async (fixture, expected) => {
    const fault = await faultOf(listOwn(`my-activities.${fixture}`));

    expect(fault).toMatchObject(expected);
    expect(fault.message).not.toMatch(/http|token|employeeExperience|000/);
  });

  it.each(['throttled-then-ok', 'server-error-then-ok', 'no-page-size', 'no-count', 'no-prefer'])(
    'retries: %s',
    async (fixture) => {
      const { activities } = await listOwn(`my-activities.${fixture}`);

      expect(activities).toHaveLength(1);
    },
  );
});

describe('findOwn', () => {
  it('reads an activity by an id with a colon', async () => {
    replay = await replayGraph('my-activity.found');
    const composite = `${id(1)}:${id(13)}`;

    const activity = await createLearningRecords(clientFor(replay.baseUrl)).findOwn(access(), composite);

    expect(activity).toMatchObject({ id: composite, status: 'inProgress' });
  });

  it('returns nothing for an activity that is gone', async () => {
    replay = await replayGraph('my-activity.gone');

    const activity = await createLearningRecords(clientFor(replay.baseUrl)).findOwn(access(), id(14));

    expect(activity).toBeUndefined();
  });

  it('throws when the answer is not an activity', async () => {
    replay = await replayGraph('my-activity.unreadable');

    const finding = createLearningRecords(clientFor(replay.baseUrl)).findOwn(access(), id(14));

    expect((await faultOf(finding)).kind).toBe('graphContract');
  });
});

describe('findOwnByExternalId', () => {
  async function find(fixture: string, externalId = 'ACT-13'): Promise<CourseActivity | undefined> {
    replay = await replayGraph(`activity-by-key.${fixture}`);
    return createLearningRecords(clientFor(replay.baseUrl)).findOwnByExternalId(access(), id(70), externalId);
  }

  it('asks for the id quoted and escaped', async () => {
    const activity = await find('found', "ACT O'NEIL/7");

    expect(activity).toMatchObject({ externalId: "ACT O'NEIL/7", status: 'inProgress' });
  });

  it('tries the other spelling of the key when Graph rejects the first', async () => {
    expect(await find('other-spelling')).toMatchObject({ externalId: 'ACT-13' });
  });

  it.each(['gone', 'forbidden', 'of-another'])('returns nothing when the activity is %s', async (fixture) => {
    expect(await find(fixture)).toBeUndefined();
  });

  it.each([
    ['both-refused', 'graphBadRequest'],
    ['provider-not-enabled', 'graphProviderNotEnabled'],
    ['unlicensed', 'graphUnlicensed'],
  ])('throws the fault for %s', async (fixture, kind) => {
    expect((await faultOf(find(fixture))).kind).toBe(kind);
  });
});

it.each(['', '..', 'x'.repeat(301), 'a\u0000', '\ud800'])(
  'asks nothing for the made-up id %j',
  async (made) => {
    replay = await replayGraph('nothing');
    const records = createLearningRecords(clientFor(replay.baseUrl));

    const found = await Promise.all([
      records.findOwn(access(), made),
      records.findOwnByExternalId(access(), made, 'ACT-13'),
      records.findOwnByExternalId(access(), id(70), made),
    ]);

    expect(found).toEqual([undefined, undefined, undefined]);
  },
);
