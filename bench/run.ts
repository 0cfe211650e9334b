import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld } from '../sandbox/start-world';
import { measureBot } from './bot';
import { measureExtension } from './extension';
import { measureGrowth } from './growth';
import { measurePhrases } from './phrases';
import { measureSearch } from './search';
import { measureSharedCard } from './shared-card';
import { measureTeams } from './team';
import { measureUnresponsiveGraph } from './unresponsive-graph';
import { measureYardstick } from './yardstick';

const RESULTS = join(__dirname, 'results');

async function main(): Promise<void> {
  const yardstickMs = measureYardstick();
  // Measured in this process, so before the local world fills its memory.
  const inProcess = [...measurePhrases(), ...measureGrowth(), ...(await measureSearch())];
  const world = await startWorld({
    clock: '2026-11-23T09:00:00Z',
    locale: 'en-US',
    crowd: 500,
    busyLearner: 500,
  });
  try {
    const figures = [
      ...inProcess,
      ...(await measureBot(world)),
      ...(await measureExtension(world)),
      ...(await measureSharedCard(world)),
      ...(await measureUnresponsiveGraph(world)),
      ...(await measureTeams()),
    ];
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

void main();
