import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv-draft-04';
import * as z from 'zod/v4';
import type { Json } from './json';
import type { Problem } from './problem';

const FOLDER = join(
  dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);

type SchemaName = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

/** One of Microsoft's schemas. */
export interface Schema {
  /** Whether it has a top-level property of this name. */
  readonly hasProperty: (name: string) => boolean;
  readonly isRequired: (name: string) => boolean;
  /** Returns everything in a file that breaks the schema. */
  readonly check: (file: string, json: Json) => readonly Problem[];
}

interface SchemaText {
  readonly required?: readonly string[];
  readonly properties?: object;
  readonly patternProperties?: object;
}

/** Compiled schemas: compiling one takes longer than everything else. */
const compiled = new Map<string, Schema>();

/** Returns the schema of a version; undefined if Microsoft doesn't publish one. */
export function readSchema(version: string, name: SchemaName): Schema | undefined {
  if (!readdirSync(FOLDER).includes(`v${version}`)) return undefined;
  const path = join(FOLDER, `v${version}`, `${name}.schema.json`);
  const schema = compiled.get(path) ?? compile(path);
  compiled.set(path, schema);
  return schema;
}

function compile(path: string): Schema {
  const schema = JSON.parse(readFileSync(path, 'utf8')) as SchemaText;
  const { required = [], properties = {}, patternProperties = {} } = schema;
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
  // The localization schema's patterns are not written for the `u` flag.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: true } });
  const validate = ajv.compile(schema);
  return {
    hasProperty: (key) => Object.hasOwn(properties, key) || patterns.some((pattern) => pattern.test(key)),
    isRequired: (key) => required.includes(key),
    check: (file, json) =>
      validate(json) ? [] : (validate.errors ?? []).map((error) => ({ file, ...describe(error) })),
  };
}

function describe({ keyword, instancePath, message, params }: ErrorObject): Omit<Problem, 'file'> {
  const path = toPath(instancePath);
  const location = path === '' ? {} : { path };
  const { additionalProperty, missingProperty, allowedValues, allowedValue } = errorParams.parse(params);
  if (keyword === 'additionalProperties')
    return {
      ...location,
      what: `The schema doesn’t allow "${additionalProperty}" here.`,
      remedy: 'Remove it, or correct its name.',
    };
  if (keyword === 'required')
    return { ...location, what: `"${missingProperty}" is missing.`, remedy: 'Add it.' };
  const allowed = allowedValues ?? allowedValue;
  const choice = allowed === undefined ? '' : ` (${JSON.stringify(allowed)})`;
  return {
    ...location,
    what: `The value ${message ?? 'breaks the schema'}${choice}.`,
    remedy: 'Change the value to match the schema.',
  };
}

const errorParams = z.object({
  additionalProperty: z.string().default(''),
  missingProperty: z.string().default(''),
  allowedValues: z.unknown().optional(),
  allowedValue: z.unknown().optional(),
});

/** `/bots/0/botId` is `bots[0].botId`; keys of localization files hold their own dots and brackets. */
function toPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
