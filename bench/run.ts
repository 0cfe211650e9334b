import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld, type RunningWorld } from '../sandbox/start-world';
import { measureBot } from './bot';
import { measureExtension } from './extension';
import type { Figure } from './figure';
import { measureGrowth } from './growth';
import { measurePhrases } from './phrases';
import { measureSearch } from './search';
import { measureSharedCard } from './shared-card';
import { measureTeams } from './team';
import { measureUnresponsiveGraph } from './unresponsive-graph';
import { measureYardstick } from './yardstick';

const RESULTS = join(__dirname, 'results');

/** Run in this process, so before the local world fills its memory. */
const IN_PROCESS = new Map<string, () => readonly Figure[] | Promise<readonly Figure[]>>([
  ['phrases', measurePhrases],
  ['growth', measureGrowth],
  ['search', measureSearch],
]);

const IN_WORLD = new Map<string, (world: RunningWorld) => Promise<readonly Figure[]>>([
  ['bot', measureBot],
  ['extension', measureExtension],
  ['shared-card', measureSharedCard],
  ['unresponsive-graph', measureUnresponsiveGraph],
  ['team', measureTeams],
]);

/** Runs the named benchmarks, or all of them. */
async function main(names: readonly string[]): Promise<void> {
  const known = [...IN_PROCESS.keys(), ...IN_WORLD.keys()];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`No benchmark "${unknown}". There are: ${known.join(', ')}.`);
  const isWanted = ([name]: readonly [string, unknown]): boolean =>
    names.length === 0 || names.includes(name);

  const yardstickMs = measureYardstick();
  const figures: Figure[] = [];
  for (const [, measure] of [...IN_PROCESS].filter(isWanted)) figures.push(...(await measure()));
  const world = await startWorld({
    clock: '2026-11-23T09:00:00Z',
    locale: 'en-US',
    crowd: 500,
    busyLearner: 500,
  });
  try {
    for (const [, measure] of [...IN_WORLD].filter(isWanted)) figures.push(...(await measure(world)));
    console.table(
      figures.map(({ name, value, unit, atMost }) => ({
        figure: name,
        value: `${value.toFixed(2)} ${unit}`,
        'at most': `${atMost} ${unit}`,
        yardsticks: unit === 'ms' ? (value / yardstickMs).toFixed(1) : '',
        ok: value <= atMost ? 'yes' : 'NO',
      })),
    );
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, 'latest.json');
    writeFileSync(file, `${JSON.stringify({ node: process.version, yardstickMs, figures }, null, 2)}\n`);
    console.log(`Written to ${file}`);
    process.exitCode = figures.every(({ value, atMost }) => value <= atMost) ? 0 : 1;
  } finally {
    await world.close();
  }
}

void main(process.argv.slice(2));
