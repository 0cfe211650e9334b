import { parseArgs, types } from 'node:util';

export interface Flags {
  readonly env: string | undefined;
  readonly file: string | undefined;
  readonly tokenFile: string | undefined;
  readonly teammateId: string | undefined;
  readonly json: boolean;
}

export const USAGE = `npm run doctor -- [flags]

  --env dev           check env/.env.dev with env/.env.dev.user; default: the environment of this process
  --file <file>       check another file of KEY=value lines
  --token-file <file> a person’s token, to see what the bot sees; - reads it from standard input.
                      DOCTOR_USER_TOKEN in the environment does the same
  --teammate <id>     Entra object id of the person whose list to try; default: the first direct report
  --json              print one JSON document (tools/doctor/report.schema.json)

Exits with 1 if a check failed, otherwise 0. Changes nothing.
`;

/** Thrown for a flag that can't be used; the message names it and says what it must be. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
  readonly kind = 'flag';
}

const NAME = /^[a-z\d][\w-]*$/i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Returns the flags, or `help` for `--help`. Throws `FlagError`. */
export function parseFlags(args: readonly string[]): Flags | 'help' {
  const values = readValues(args);
  if (values.help) return 'help';
  const { env, teammate, json } = values;
  const { file, 'token-file': tokenFile } = values;
  if (env !== undefined && !NAME.test(env)) throw new FlagError('--env must be a name such as dev.');
  if (env !== undefined && file !== undefined) throw new FlagError('Use --env or --file, not both.');
  if (teammate !== undefined && !GUID.test(teammate))
    throw new FlagError('--teammate must be an Entra object id, which is a GUID.');
  return { env, file, tokenFile, teammateId: teammate?.toLowerCase(), json };
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        file: { type: 'string' },
        'token-file': { type: 'string' },
        teammate: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new FlagError(types.isNativeError(error) ? error.message : 'Can’t read the flags.', {
      cause: error,
    });
  }
}
