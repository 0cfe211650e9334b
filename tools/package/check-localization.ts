import { checkTranslatedCommands } from './check-phrases';
import { fillPlaceholders } from './fill-placeholders';
import { listTexts, readJson, type Json } from './json';
import type { Manifest } from './manifest';
import type { Problem } from './problem';
import { readSchema, type Schema } from './schemas';
import type { Settings } from './settings';

export interface Translations {
  readonly files: ReadonlyMap<string, Json>;
  readonly problems: readonly Problem[];
}

interface Context {
  readonly root: string;
  readonly folder: string;
  readonly manifest: Manifest;
  /** The filled manifest as JSON. */
  readonly json: Json;
  readonly settings: Settings;
}

/** Reads, fills and checks the localization files that the manifest names. */
export function readTranslations(context: Context): Translations {
  const { manifest } = context;
  const schema = readSchema(manifest.manifestVersion, 'MicrosoftTeams.Localization');
  const { additionalLanguages } = manifest.localizationInfo;
  const read =
    schema === undefined ? [] : additionalLanguages.map(({ file }) => readOne(context, file, schema));
  return {
    files: new Map(read.flatMap(({ name, json }) => (json === undefined ? [] : [[name, json] as const]))),
    problems: [...checkTags(context), ...read.flatMap(({ problems }) => problems)],
  };
}

function checkTags({ folder, manifest }: Context): readonly Problem[] {
  const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
  const tags = [defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)];
  return tags
    .filter((tag, index) => tags.indexOf(tag) !== index)
    .map((tag) => ({
      file: `${folder}/manifest.json`,
      path: 'localizationInfo',
      what: `The language "${tag}" is listed twice.`,
      remedy: 'List each language once, and don’t repeat the default language.',
    }));
}

function readOne(
  { root, folder, manifest, json: manifestJson, settings }: Context,
  name: string,
  schema: Schema,
): { readonly name: string; readonly json: Json | undefined; readonly problems: readonly Problem[] } {
  const file = `${folder}/${name}`;
  const { json, problems } = readJson(root, file);
  if (json === undefined) return { name, json, problems };
  const filled = fillPlaceholders({ file, json }, settings);
  const texts = listTexts(filled.json);
  const found = [
    ...compareKeys(texts, listTexts(manifestJson), schema),
    ...checkTranslatedCommands(manifest, texts),
  ];
  return {
    name,
    json: filled.json,
    problems: [
      ...filled.problems,
      ...schema.check(file, filled.json),
      ...found.map((finding) => ({ file, ...finding })),
    ],
  };
}

/** Checks that all translatable texts of the manifest are translated, and nothing else. */
function compareKeys(
  texts: ReadonlyMap<string, string>,
  manifestTexts: ReadonlyMap<string, string>,
  schema: Schema,
): readonly Omit<Problem, 'file'>[] {
  const isLocalizable = (path: string): boolean => path !== '$schema' && schema.hasProperty(path);
  // The schema itself reports missing required texts.
  const missing = [...manifestTexts.keys()].filter(
    (path) => isLocalizable(path) && !schema.isRequired(path) && !texts.has(path),
  );
  const superfluous = [...texts.keys()].filter((path) => isLocalizable(path) && !manifestTexts.has(path));
  return [
    ...missing.map((path) => ({ path, what: 'This text isn’t translated.', remedy: 'Add it.' })),
    ...superfluous.map((path) => ({
      path,
      what: 'The manifest doesn’t have this text.',
      remedy: 'Remove it, or correct its name.',
    })),
  ];
}
