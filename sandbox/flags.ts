import { parseArgs, types } from 'node:util';
import type { ClockStart } from './clock';

/** The options of `npm run sandbox -- …` and `npm run dev -- …`. */
export interface Flags {
  readonly port: number;
  readonly botPort: number;
  readonly graphLatencyMs: number;
  /** Number of people besides those with a story. */
  readonly crowd: number;
  /** Number of direct reports of one more manager; 0 adds no manager. */
  readonly largeTeam: number;
  /** Port for Microsoft's Agents Playground; not served when absent. */
  readonly playgroundPort?: number;
  /** Port of the bot's debugger; no debugger when absent. */
  readonly inspectPort?: number;
  readonly clock: ClockStart;
  readonly opensBrowser: boolean;
  /** Rebuilds and restarts the bot after each change of its files. */
  readonly watches: boolean;
}

const INSPECT_PORT = '9229';

export const USAGE = `npm run sandbox -- [flags]   the local world with the production build of the bot
npm run dev -- [flags]       the same; each change in src, adaptiveCards or locales restarts the bot

  --port 3979              port of the page
  --bot-port 3978          port of the bot
  --inspect-bot[=9229]     opens the bot's debugger on this port of 127.0.0.1
  --graph-latency 80       milliseconds that Microsoft Graph takes to answer
  --clock 2026-12-01T09:00:00Z   start time of the local world, or "now" for the real time;
                           default: 10:00 on a weekday where the first person lives
  --crowd 0                people besides those with a story; 60 or more add a channel
                           in which shared cards don't refresh automatically
  --large-team 0           direct reports of one more manager, Rowena Castle
  --playground 3980        port for Microsoft's Agents Playground; default: none
  --no-open                doesn't open the browser
`;

/** An invalid flag; the message names it and says what is allowed. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
  readonly kind = 'flag';
}

const PORTS = { min: 1, max: 65_535 };
const LATENCIES_MS = { min: 0, max: 60_000 };
const CROWDS = { min: 0, max: 5_000 };
const TEAMS = { min: 0, max: 2_000 };

/** Returns `help` for `--help`. Throws `FlagError`. */
export function parseFlags(args: readonly string[]): Flags | 'help' {
  const values = readValues(args);
  if (values.help) return 'help';
  const port = toNumber('--port', values.port, PORTS);
  const botPort = toNumber('--bot-port', values['bot-port'], PORTS);
  const playgroundPort =
    values.playground === undefined ? undefined : toNumber('--playground', values.playground, PORTS);
  const inspectPort =
    values['inspect-bot'] === undefined ? undefined : toNumber('--inspect-bot', values['inspect-bot'], PORTS);
  const ports = [port, botPort, playgroundPort, inspectPort].filter((one) => one !== undefined);
  if (new Set(ports).size < ports.length)
    throw new FlagError('--port, --bot-port, --playground and --inspect-bot must differ.');
  return {
    port,
    botPort,
    graphLatencyMs: toNumber('--graph-latency', values['graph-latency'], LATENCIES_MS),
    crowd: toNumber('--crowd', values.crowd, CROWDS),
    largeTeam: toNumber('--large-team', values['large-team'], TEAMS),
    ...(playgroundPort !== undefined && { playgroundPort }),
    ...(inspectPort !== undefined && { inspectPort }),
    clock: toClockStart(values.clock),
    opensBrowser: !values['no-open'],
    watches: values.watch,
  };
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({
      // Its value is optional, which parseArgs does not know.
      args: args.map((arg) => (arg === '--inspect-bot' ? `--inspect-bot=${INSPECT_PORT}` : arg)),
      options: {
        port: { type: 'string', default: '3979' },
        'bot-port': { type: 'string', default: '3978' },
        'graph-latency': { type: 'string', default: '80' },
        crowd: { type: 'string', default: '0' },
        'large-team': { type: 'string', default: '0' },
        clock: { type: 'string', default: 'daytime' },
        playground: { type: 'string' },
        'inspect-bot': { type: 'string' },
        watch: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new FlagError(types.isNativeError(error) ? error.message : 'The flags could not be parsed.', {
      cause: error,
    });
  }
}

function toClockStart(text: string): ClockStart {
  if (text === 'daytime' || text === 'now') return text;
  if (Number.isNaN(Date.parse(text)))
    throw new FlagError('--clock must be "now", or a date and time such as 2026-12-01T09:00:00Z.');
  return new Date(text).toISOString();
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
