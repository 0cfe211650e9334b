import { metrics, type Attributes, type Meter } from '@opentelemetry/api';

/** Upper bounds in seconds: a search has 4, a button 5, a chat turn 10. */
const SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 8, 10];

/** Creates an instrument at its first use, when telemetry has set up its meter. */
function once<T>(create: (meter: Meter) => T): () => T {
  let made: T | undefined;
  return () => (made ??= create(metrics.getMeter('coursemate')));
}

function counter(name: string, unit: string, description: string) {
  return once((meter) => meter.createCounter(name, { unit, description }));
}

function durations(name: string, description: string) {
  const options = { unit: 's', description, advice: { explicitBucketBoundaries: SECONDS } };
  return once((meter) => meter.createHistogram(name, options));
}

const openTurns = once((meter) =>
  meter.createUpDownCounter('coursemate.turn.open', { unit: '{turn}', description: 'Turns under way' }),
);
const turns = counter('coursemate.turn.count', '{turn}', 'Turns by how they ended');
const turnDurations = durations('coursemate.turn.duration', 'How long a turn took');
const callDurations = durations('http.client.request.duration', 'How long Microsoft Graph took to answer');
const throttles = counter('coursemate.graph.throttled', '{call}', 'Calls that Graph refused as too many');
const exchanges = counter('coursemate.exchange.count', '{exchange}', 'Token exchanges by how they ended');
const lookUps = counter('coursemate.cache.lookups', '{lookup}', 'Look-ups in caches, and whether they hit');
const feedback = counter('coursemate.feedback.count', '{reaction}', 'Thumbs up and down under answers');
const auditEntries = counter('coursemate.audit.entries', '{entry}', 'Entries written to the audit log');

/** Counts an open turn; call the result with its outcome. */
export function startTurn(attributes: Attributes): (ending: Attributes) => void {
  const startedAt = performance.now();
  openTurns().add(1);
  return ({ 'error.type': fault, ...ending }) => {
    openTurns().add(-1);
    turnDurations().record(secondsSince(startedAt), { ...attributes, ...ending });
    turns().add(1, { ...attributes, ...ending, ...(fault !== undefined && { 'error.type': fault }) });
  };
}

/** `startedAt` by `performance.now()`. */
export function measureCall(startedAt: number, attributes: Attributes): void {
  callDurations().record(secondsSince(startedAt), attributes);
}

/** `answer`: Graph refused a request. `part`: a part of a batch. `held`: not sent, since Graph had asked to wait. */
export function countThrottles(family: string, at: 'answer' | 'part' | 'held', calls = 1): void {
  if (calls > 0) throttles().add(calls, { 'coursemate.graph.family': family, 'coursemate.throttled.at': at });
}

export function countExchange(outcome: string): void {
  exchanges().add(1, { 'coursemate.exchange.outcome': outcome });
}

type CacheName = 'tokens' | 'contents' | 'snapshots' | 'catalog';

export function countLookUps(cache: CacheName, isHit: boolean, count = 1): void {
  const result = isHit ? 'hit' : 'miss';
  if (count > 0) lookUps().add(count, { 'coursemate.cache': cache, 'coursemate.cache.result': result });
}

export function countAuditEntry(outcome: string): void {
  auditEntries().add(1, { 'coursemate.audit.outcome': outcome });
}

/** `intent` and `outcome` are those of the answer; `other` when it is not known any more. */
export function countFeedback(facts: Readonly<Record<'reaction' | 'intent' | 'outcome', string>>): void {
  feedback().add(1, {
    'coursemate.feedback.reaction': facts.reaction,
    'coursemate.intent': facts.intent,
    'coursemate.answer.outcome': facts.outcome,
  });
}

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
