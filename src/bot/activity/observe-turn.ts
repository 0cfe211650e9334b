import type { Activity } from 'botbuilder';
import type { Logger } from '../../logging/logger';
import { startTurn } from '../../logging/measures';
import { inSpan } from '../../logging/spans';
import { currentTurnFacts, runInTurn } from '../../logging/turn-context';
import { invokeNames } from './wire';

const TYPES = ['message', 'installationUpdate'];
const CHANNELS = ['msteams', 'm365extensions'];

/** Runs a turn and records its log lines, span and metrics. `work` must not throw. */
export async function observeTurn(
  { id, activity, log }: { readonly id: string; readonly activity: Activity; readonly log: Logger },
  work: () => Promise<void>,
): Promise<void> {
  const { type, name } = activity;
  const kind = type === 'invoke' ? oneOf(invokeNames, name) : oneOf(TYPES, type);
  const shared = { 'coursemate.turn.kind': kind, 'coursemate.channel': oneOf(CHANNELS, activity.channelId) };
  const startedAt = performance.now();
  await runInTurn(id, () =>
    inSpan({ name: `turn ${kind}`, kind: 'turn', attributes: shared }, async (span) => {
      const end = startTurn(shared);
      await work();
      const facts = currentTurnFacts();
      const { intent, verb, command, outcome = 'done', fault } = facts;
      end({ 'coursemate.outcome': outcome, ...(fault !== undefined && { 'error.type': fault }) });
      span.set({
        'coursemate.outcome': outcome,
        'coursemate.intent': intent,
        'coursemate.card.verb': verb,
        'coursemate.search.command': command,
      });
      if (fault !== undefined) span.fail(fault);
      log.info({ type, name, ...facts, outcome, ms: Math.round(performance.now() - startedAt) }, 'turn done');
    }),
  );
}

/** Returns `other` for an unknown word, so that a client cannot add dimensions to the metrics. */
function oneOf(known: readonly string[], word: string | undefined): string {
  return word !== undefined && known.includes(word) ? word : 'other';
}
