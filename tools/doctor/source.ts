import { CREDENTIAL_KEYS } from '../../src/config/config';
import {
  findPlaceholders,
  readEnvironment,
  readEnvironmentFile,
  type Environment,
} from '../package/read-environment';

/** The environment of the bot that is looked at. */
export interface Source extends Environment {
  /** From a file: the bot may run on another machine than the doctor. */
  readonly isFile: boolean;
}

interface Options {
  readonly root: string;
  /** `env/.env.<name>` with its user file. */
  readonly env?: string | undefined;
  /** Any file of the same form. */
  readonly file?: string | undefined;
  readonly processEnv: Readonly<Record<string, string | undefined>>;
}

/** A named environment, a file, or else what this process finds in its own. */
export function readSource({ root, env, file, processEnv }: Options): Source {
  if (env !== undefined) return { ...withIdentity(readEnvironment(root, env)), isFile: true };
  if (file !== undefined) return { ...readEnvironmentFile('', file), isFile: true };
  const place = 'the environment';
  const values = Object.fromEntries(
    Object.entries(processEnv).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  );
  return { file: place, values, problems: findPlaceholders(place, values), isFile: false };
}

/**
 * Provisioning gives the identity to the host, and only its principal's id to the file: this is what infra/modules/
 * hosting.bicep tells the bot besides.
 */
function withIdentity(environment: Environment): Environment {
  const { values = {} } = environment;
  const { BOT_ID, MANAGED_IDENTITY_PRINCIPAL_ID } = values;
  if (BOT_ID === undefined || MANAGED_IDENTITY_PRINCIPAL_ID === undefined) return environment;
  if (Object.values(CREDENTIAL_KEYS).some((key) => Object.hasOwn(values, key))) return environment;
  return {
    ...environment,
    values: { BOT_TYPE: 'UserAssignedMSI', MANAGED_IDENTITY_CLIENT_ID: BOT_ID, ...values },
  };
}
