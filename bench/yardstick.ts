import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { median } from './process-figures';

const ROUNDS = 41;
/** Of one round: what a turn does, without any code of ours. */
const TURNS = 10;
const ROWS = 100;

/**
 * Processor milliseconds that this machine takes, at this hour, for a fixed piece of work of the kind that fills a
 * turn: a token is verified, a card's worth of JSON is read and written. Figures divided by it can be compared between
 * machines and between runs.
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
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    for (let turn = 0; turn < TURNS; turn++) {
      verify('sha256', token, publicKey, signature);
      JSON.stringify(JSON.parse(card));
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000 / TURNS;
  });
  return median(times);
}
