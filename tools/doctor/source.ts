import { CREDENTIAL_KEYS } from '../../src/config/config';
import {
  findPlaceholders,
  readEnvironment,
  readEnvironmentFile,
  type Environment,
} from '../package/read-environment';

/** The environment that the doctor checks. */
export interface Source extends Environment {
  /** Whether it comes from a file: the bot may then run on another machine than the doctor. */
  readonly isFile: boolean;
}

interface Options {
  readonly root: string;
  /** `env/.env.<name>` with its user file. */
  readonly env?: string | undefined;
  /** Path of a file in the same format. */
  readonly file?: string | undefined;
  readonly processEnv: Readonly<Record<string, string | undefined>>;
}

/** Reads a named environment, a file, or otherwise the environment of this process. */
export function readSource({ root, env, file, processEnv }: Options): Source {
  if (env !== undefined) return { ...withIdentity(readEnvironment(root, env)), isFile: true };
  if (file !== undefined) return { ...readEnvironmentFile('', file), isFile: true };
  const location = 'the environment';
  const values = Object.fromEntries(
    Object.entries(processEnv).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  );
  return { file: location, values, problems: findPlaceholders(location, values), isFile: false };
}

/**
 * Adds the values that infra/modules/hosting.bicep gives the bot: provisioning assigns the identity to the host, and
 * writes only its principal id to the file.
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
