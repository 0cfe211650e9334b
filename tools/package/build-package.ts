import { zipSync } from 'fflate';
import * as z from 'zod/v4';
import { readIcons } from './check-icons';
import { readTranslations } from './check-localization';
import { checkManifest } from './check-manifest';
import { checkCommands } from './check-phrases';
import { fillPlaceholders } from './fill-placeholders';
import { readJson, type Json } from './json';
import { addLinkDomains } from './link-domains';
import { manifestShape } from './manifest';
import type { Problem } from './problem';
import { readEnvironment, type Environment } from './read-environment';
import { readSchema } from './schemas';
import { readSettings, type Settings } from './settings';

/** All problems, or the package and the names of its files. */
export type Built =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'package'; readonly files: readonly string[]; readonly zip: Uint8Array };

const FOLDER = 'appPackage';
const MANIFEST = `${FOLDER}/manifest.json`;

/** Fills, checks and packs the app package of the project in `root`. Reads files and writes none. */
export function buildPackage(root: string, environment: string): Built {
  return buildPackageFor(root, readEnvironment(root, environment));
}

export function buildPackageFor(root: string, environment: Environment): Built {
  const { settings, problems } = readSettings(environment);
  const read = readJson(root, MANIFEST);
  const checked = read.json === undefined ? read : checkAll(root, read.json, settings);
  const all = [...problems, ...checked.problems];
  if (all.length > 0 || !('files' in checked)) return { kind: 'problems', problems: all };
  return { kind: 'package', files: [...checked.files.keys()], zip: pack(checked.files) };
}

interface Checked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

function checkAll(root: string, template: Json, settings: Settings): Checked {
  const filled = fillPlaceholders({ file: MANIFEST, json: template }, settings);
  const json = addLinkDomains(filled.json, settings);
  const schemaProblems = checkManifestSchema(json);
  const shaped = manifestShape.safeParse(json);
  // A manifest of the wrong shape also breaks the schema, which reports it.
  if (!shaped.success) return { files: new Map(), problems: tellOnce(filled.problems, schemaProblems) };
  const manifest = shaped.data;
  const icons = readIcons(root, FOLDER, manifest);
  const translations = readTranslations({ root, folder: FOLDER, manifest, json, settings });
  const findings = [...checkManifest(manifest, settings), ...checkCommands(manifest)];
  return {
    files: new Map([
      ['manifest.json', toBytes(json)],
      ...icons.files,
      ...[...translations.files].map(([name, texts]) => [name, toBytes(texts)] as const),
    ]),
    problems: tellOnce(
      filled.problems,
      schemaProblems,
      findings.map((finding) => ({ file: MANIFEST, ...finding })),
      icons.problems,
      translations.problems,
    ),
  };
}

const versioned = z.object({ manifestVersion: z.string() });

function checkManifestSchema(json: Json): readonly Problem[] {
  const version = versioned.safeParse(json).data?.manifestVersion;
  const schema = version === undefined ? undefined : readSchema(version, 'MicrosoftTeams');
  if (schema !== undefined) return schema.check(MANIFEST, json);
  const what = 'Microsoft doesn’t publish a schema for this version.';
  const remedy = 'Use a version that @microsoft/app-manifest has a schema for.';
  return [{ file: MANIFEST, path: 'manifestVersion', what, remedy }];
}

/** Returns the first problem of each location: later ones follow from it. */
function tellOnce(...layers: readonly (readonly Problem[])[]): readonly Problem[] {
  const told = new Set<string>();
  return layers.flatMap((layer) => {
    const fresh = layer.filter((problem) => !told.has(toLocation(problem)));
    for (const problem of fresh) if (problem.path !== undefined) told.add(toLocation(problem));
    return fresh;
  });
}

function toLocation({ file, path = '' }: Problem): string {
  return `${file} ${path}`;
}

function toBytes(json: Json): Uint8Array {
  return Buffer.from(`${JSON.stringify(json, undefined, 2)}\n`);
}

/** Fixed time of all entries, so that the same files make the same package anywhere; zip stores local times. */
const NO_TIME = new Date(1980, 0, 1);

function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 9, mtime: NO_TIME });
}
