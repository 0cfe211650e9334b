import { parseArgs, types } from 'node:util';

/** What `npm run sandbox -- …` was asked for. */
export interface Flags {
  readonly port: number;
  readonly botPort: number;
  readonly graphLatencyMs: number;
  /** How many people there are besides those with a story. */
  readonly crowd: number;
  /** How many people report to one more manager; there is none for 0. */
  readonly largeTeam: number;
  /** Port for Microsoft's Agents Playground; nothing listens for it without. */
  readonly playgroundPort?: number;
  /** ISO 8601 */
  readonly clock?: string;
  readonly opensBrowser: boolean;
}

export const USAGE = `npm run sandbox -- [flags]

  --port 3979              port of the page
  --bot-port 3978          port of the bot
  --graph-latency 80       milliseconds that Microsoft Graph takes for an answer
  --clock 2026-12-01T09:00:00Z   when the local world begins; now without it
  --crowd 0                people besides those with a story; with 60 there is a channel
                           in which no shared card refreshes by itself
  --large-team 0           people who report to one more manager, Rowena Castle
  --playground 3980        port on which Microsoft's Agents Playground finds the bot; none without it
  --no-open                does not open the browser
`;

/** A flag that cannot be used; the message names it and what it must be. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
  readonly kind = 'flag';
}

const PORTS = { min: 1, max: 65_535 };
const LATENCIES_MS = { min: 0, max: 60_000 };
const CROWDS = { min: 0, max: 5_000 };
const TEAMS = { min: 0, max: 2_000 };

/** `help` when that is all that is wanted. Throws `FlagError`. */
export function parseFlags(args: readonly string[]): Flags | 'help' {
  const values = readValues(args);
  if (values.help) return 'help';
  const { clock } = values;
  if (clock !== undefined && Number.isNaN(Date.parse(clock)))
    throw new FlagError('--clock must be a date and time such as 2026-12-01T09:00:00Z.');
  const port = toNumber('--port', values.port, PORTS);
  const botPort = toNumber('--bot-port', values['bot-port'], PORTS);
  const playgroundPort =
    values.playground === undefined ? undefined : toNumber('--playground', values.playground, PORTS);
  if (new Set([port, botPort, playgroundPort]).size < 3)
    throw new FlagError('--port, --bot-port and --playground must differ.');
  return {
    port,
    botPort,
    graphLatencyMs: toNumber('--graph-latency', values['graph-latency'], LATENCIES_MS),
    crowd: toNumber('--crowd', values.crowd, CROWDS),
    largeTeam: toNumber('--large-team', values['large-team'], TEAMS),
    ...(playgroundPort !== undefined && { playgroundPort }),
    ...(clock !== undefined && { clock: new Date(clock).toISOString() }),
    opensBrowser: !values['no-open'],
  };
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '3979' },
        'bot-port': { type: 'string', default: '3978' },
        'graph-latency': { type: 'string', default: '80' },
        crowd: { type: 'string', default: '0' },
        'large-team': { type: 'string', default: '0' },
        clock: { type: 'string' },
        playground: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new FlagError(types.isNativeError(error) ? error.message : 'The flags cannot be read.', {
      cause: error,
    });
  }
}

function toNumber(
  flag: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new FlagError(`${flag} must be a number from ${min} to ${max}.`);
}
