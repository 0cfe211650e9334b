import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { medianProcessorMs } from './process-figures';

const ROUNDS = 41;
/** Turns that one round simulates, without the bot's own code. */
const TURNS = 10;
const ROWS = 100;

/**
 * Measures this machine: processor milliseconds for a fixed piece of work like that of a turn, which verifies a token
 * and parses and writes the JSON of a card. Figures divided by it can be compared between machines and runs.
 */
export function measureYardstick(): number {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const token = Buffer.from('a header and claims of a token, about as long as they are');
  const signature = sign('sha256', token, privateKey);
  const card = JSON.stringify(
    Array.from({ length: ROWS }, (_, row) => ({
      type: 'TextRun',
      text: `Course ${row}`,
      isSubtle: row % 2 === 0,
    })),
  );
  const roundMs = medianProcessorMs(ROUNDS, () => {
    for (let turn = 0; turn < TURNS; turn++) {
      verify('sha256', token, publicKey, signature);
      JSON.stringify(JSON.parse(card));
    }
  });
  return roundMs / TURNS;
}
