import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWorld } from '../sandbox/start-world';
import { measureBot } from './bot';
import { measureCrowd } from './crowd';
import { measureExtension } from './extension';
import { measureGrowth } from './growth';
import { measurePhrases } from './phrases';
import { measureSearch } from './search';
import { measureSilence } from './silence';
import { measureTeams } from './team';
import { measureYardstick } from './yardstick';

const RESULTS = join(__dirname, 'results');

async function main(): Promise<void> {
  const yardstickMs = measureYardstick();
  // What is measured in this process itself comes before the local world fills its memory.
  const alone = [...measurePhrases(), ...measureGrowth(), ...(await measureSearch())];
  const world = await startWorld({
    clock: '2026-11-23T09:00:00Z',
    locale: 'en-US',
    crowd: 500,
    busyLearner: 500,
  });
  try {
    const figures = [
      ...alone,
      ...(await measureBot(world)),
      ...(await measureExtension(world)),
      ...(await measureCrowd(world)),
      ...(await measureSilence(world)),
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
