import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { ask, findPersonId, pressOn, shownText, startTestWorld } from '../support/local-world';
import { startOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver';

let world: RunningWorld;
let receiver: OtlpReceiver;
let spans: readonly ReceivedSpan[];
/** The reference id in an error's sentence. */
let forbiddenId: string;
const verbs = { known: 'my-courses/filter', unknown: 'my-courses/invented' };

/** One conversation; the tests below check what a collector received until the bot stopped. */
beforeAll(async () => {
  receiver = await startOtlpReceiver();
  world = await startTestWorld({
    extraBotEnv: {
      OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.endpoint}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-the-collector',
      // Keys that the SDK reads by itself must have no effect.
      OTEL_TRACES_SAMPLER: 'always_off',
      OTEL_SERVICE_NAME: 'another',
    },
  });
  const client = world.teams.client(findPersonId(world, 'Amara'));
  await ask(client, 'my courses');
  await pressOn(client, verbs.known);
  await pressUnknown(client);
  await askBadly(client);
  await world.bot?.stop();
  spans = receiver.spans();
});

afterAll(async () => {
  await world.close();
  await receiver.close();
});

async function pressUnknown(client: TeamsClient): Promise<void> {
  const { id: messageId } = client.timeline(client.personalChatId).messages.at(-1) ?? { id: '' };
  await client.press(messageId, { verb: verbs.unknown, data: {} });
}

async function askBadly(client: TeamsClient): Promise<void> {
  world.graph.settings.fault = 'forbidden';
  const said = shownText(await ask(client, 'what is overdue?'));
  forbiddenId = /Reference: (\w{8})/.exec(said)?.[1] ?? '';
  Object.assign(world.graph.settings, { fault: 'serverError', faultTimes: 'once' });
  await ask(client, 'what is due this week?');
  Object.assign(world.graph.settings, { fault: 'throttledMinutes', faultTimes: 'always' });
  await ask(client, 'my courses');
  await ask(client, 'my courses');
}

function turnsOf(kind: string): readonly ReceivedSpan[] {
  return spans.filter(({ name }) => name === `turn ${kind}`);
}

function childrenOf(turn: ReceivedSpan | undefined): readonly ReceivedSpan[] {
  return spans.filter(({ parentSpanId }) => parentSpanId !== undefined && parentSpanId === turn?.spanId);
}

function sumOf(metric: string, attributes: Readonly<Record<string, unknown>> = {}): number {
  return receiver
    .points(metric)
    .filter((point) => Object.entries(attributes).every(([key, value]) => point.attributes[key] === value))
    .reduce((sum, { value }) => sum + value, 0);
}

describe('the span of a turn', () => {
  it('says what was asked and how it ended, in values from closed lists', () => {
    const [first] = turnsOf('message');

    expect(first?.kind).toBe(2);
    expect(first?.hasFailed).toBe(false);
    expect(first?.attributes).toEqual({
      'coursemate.turn': expect.stringMatching(/^[A-Z2-9]{8}$/) as unknown,
      'coursemate.turn.kind': 'message',
      'coursemate.channel': 'msteams',
      'coursemate.intent': 'myCourses',
      'coursemate.outcome': 'signInNeeded',
    });
    expect(first?.resource).toMatchObject({ 'service.name': 'coursemate' });
  });

  it('contains the token exchange, the calls to Graph and the rendered cards', () => {
    const [signIn] = turnsOf('signin/tokenExchange');
    const children = childrenOf(signIn);
    const batch = children.find(({ name }) => name === 'POST contents');

    expect(signIn?.attributes['coursemate.outcome']).toBe('done');
    expect(new Set(children.map(({ name }) => name))).toEqual(
      new Set(['token exchange', 'GET activities', 'POST contents', 'render card']),
    );
    expect(new Set(children.map(({ attributes }) => attributes['coursemate.turn']))).toEqual(
      new Set([signIn?.attributes['coursemate.turn']]),
    );
    expect(batch?.kind).toBe(3);
    expect(batch?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'server.address': '127.0.0.1',
      'coursemate.graph.family': 'contents',
      'coursemate.graph.batch_size': 20,
    });
    expect(batch?.attributes).not.toHaveProperty('http.request.resend_count');
  });

  it('names the verb of a button only if a feature registered it', () => {
    const presses = turnsOf('adaptiveCard/action').map(({ attributes }) => attributes);

    expect(presses.map((attributes) => attributes['coursemate.card.verb'])).toEqual([verbs.known, undefined]);
    expect(presses.map((attributes) => attributes['coursemate.outcome'])).toEqual(['done', 'refused']);
  });

  it('fails with the kind of the fault when the user sees an error', () => {
    const failed = turnsOf('message').filter(({ hasFailed }) => hasFailed);

    expect(failed.map(({ attributes }) => attributes['error.type'])).toEqual([
      'graphForbidden',
      'graphThrottled',
      'graphThrottled',
    ]);
    expect(new Set(failed.map(({ attributes }) => attributes['coursemate.outcome']))).toEqual(
      new Set(['failed']),
    );
  });

  it('marks a retry', () => {
    const tries = spans.filter(({ attributes }) => attributes['error.type'] === 'graphServerError');
    const again = spans.filter(({ attributes }) => attributes['http.request.resend_count'] === 1);

    expect(tries).toHaveLength(1);
    expect(again).toHaveLength(1);
    expect(again[0]?.attributes).toMatchObject({ 'http.response.status_code': 200 });
  });
});

describe('the reference id that a user sees', () => {
  it('leads to the spans, the log lines and Graph’s request id', () => {
    const found = spans.filter(({ attributes }) => attributes['coursemate.turn'] === forbiddenId);
    const lines = (world.bot?.logLines ?? [])
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ turn }) => turn === forbiddenId);
    const call = found.find(({ name }) => name === 'GET activities');
    const failure = lines.find(({ msg }) => msg === 'turn failed');

    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['turn message', 'GET activities']));
    expect(lines.map(({ trace_id: traceId }) => traceId)).toEqual(lines.map(() => call?.traceId));
    expect(failure).toMatchObject({ requestId: call?.attributes['coursemate.graph.request_id'] });
    expect(call?.attributes['coursemate.graph.client_request_id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.at(-1)).toMatchObject({
      msg: 'turn done',
      intent: 'myCourses',
      outcome: 'failed',
      fault: 'graphForbidden',
    });
  });
});

describe('the metrics', () => {
  it('count turns by outcome and duration', () => {
    expect(sumOf('coursemate.turn.count')).toBe(spans.filter(({ name }) => name.startsWith('turn ')).length);
    expect(sumOf('coursemate.turn.count', { 'coursemate.outcome': 'failed' })).toBe(3);
    expect(sumOf('coursemate.turn.count', { 'error.type': 'graphForbidden' })).toBe(1);
    expect(sumOf('coursemate.turn.duration')).toBe(sumOf('coursemate.turn.count'));
    expect(receiver.points('coursemate.turn.open').map(({ value }) => value)).toEqual([0]);
  });

  it('count calls to Graph by family and status, and throttles', () => {
    const calls = spans.filter(({ name }) => /^(GET|POST) /.test(name));

    expect(sumOf('http.client.request.duration')).toBe(calls.length);
    expect(sumOf('http.client.request.duration', { 'http.response.status_code': 403 })).toBe(1);
    expect(sumOf('http.client.request.duration', { 'coursemate.graph.family': 'contents' })).toBe(
      calls.filter(({ name }) => name === 'POST contents').length,
    );
    expect(sumOf('coursemate.graph.throttled', { 'coursemate.throttled.at': 'answer' })).toBe(1);
    expect(sumOf('coursemate.graph.throttled', { 'coursemate.throttled.at': 'held' })).toBe(1);
  });

  it('count token exchanges and cache hits', () => {
    const count = (cache: string, result: 'hit' | 'miss'): number =>
      sumOf('coursemate.cache.lookups', { 'coursemate.cache': cache, 'coursemate.cache.result': result });

    expect(sumOf('coursemate.exchange.count', { 'coursemate.exchange.outcome': 'exchanged' })).toBe(1);
    expect(count('tokens', 'hit')).toBeGreaterThan(count('tokens', 'miss'));
    expect(count('snapshots', 'hit')).toBe(1);
    expect(count('contents', 'miss')).toBe(25);
    expect(count('contents', 'hit')).toBeGreaterThan(0);
  });
});

describe('the collector', () => {
  it('receives the configured headers', () => {
    expect(new Set(receiver.authorizations)).toEqual(new Set(['Bearer of-the-collector']));
  });
});
