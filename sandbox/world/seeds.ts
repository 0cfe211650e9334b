import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/v4';
import { faceFeatures } from './face-features';

const personSeed = z.object({
  key: z.string(),
  /** Given name and surname. */
  name: z.tuple([z.string(), z.string()]),
  id: z.guid(),
  displayName: z.string().optional(),
  jobTitle: z.string(),
  story: z.string(),
  group: z.enum(['cast', 'test']).default('test'),
  face: faceFeatures.optional(),
  /** Key of another person. */
  manager: z.string().optional(),
  userType: z.enum(['Member', 'Guest']).default('Member'),
  accountEnabled: z.boolean().default(true),
  isLicensed: z.boolean().default(true),
  hasConsented: z.boolean().default(true),
  locale: z.string(),
  timeZone: z.string(),
});

const providerSeed = z.object({
  key: z.string(),
  isReadable: z.boolean(),
  provider: z.looseObject({ id: z.guid(), displayName: z.string(), squareLogoWebUrlForLightTheme: z.url() }),
});

/** A Graph `learningContent` without what load-world fills in; every property given here wins. */
const contentSeed = z.looseObject({
  externalId: z.string(),
  title: z.string(),
  /** Length to which the title is repeated, in characters. */
  titleLength: z.int().optional(),
  /** The topic of its picture. */
  scene: z.string().optional(),
  languageTag: z.string().default('en-us'),
});

/** Times are written in the notation of relative-date.ts. */
const activitySeed = z.object({
  type: z.string(),
  /** Key of a person. */
  learner: z.string(),
  /** External id of a content. */
  content: z.string(),
  /** Key of the provider, when it is not the content's own. */
  provider: z.string().nullish(),
  externalId: z.string().optional(),
  status: z.string().nullable(),
  completionPercentage: z.number().nullable().default(null),
  completed: z.string().nullable().default(null),
  started: z.string().nullable().default(null),
  assigned: z.string().nullable().default(null),
  assignmentType: z.string().nullable().default(null),
  /** Key of a person; `unknown` is a person who has left. */
  assigner: z.string().default('katherine'),
  due: z
    .union([z.string(), z.object({ dateTime: z.string(), timeZone: z.string().nullable() })])
    .nullable()
    .default(null),
  notes: z.unknown().default(null),
});

export type PersonSeed = z.infer<typeof personSeed>;
export type ProviderSeed = z.infer<typeof providerSeed>;
export type ContentSeed = z.infer<typeof contentSeed>;
export type ActivitySeed = z.infer<typeof activitySeed>;

export interface Seeds {
  readonly people: readonly PersonSeed[];
  readonly providers: readonly ProviderSeed[];
  /** By key of the provider. */
  readonly contents: Readonly<Record<string, readonly ContentSeed[]>>;
  readonly activities: readonly ActivitySeed[];
}

/** Loads and validates the JSON files of this folder; an error in them stops the start. */
export function readSeeds(): Seeds {
  return {
    people: z.array(personSeed).parse(readJson('people.json')),
    providers: z.array(providerSeed).parse(readJson('providers.json')),
    contents: z.record(z.string(), z.array(contentSeed)).parse(readJson('contents.json')),
    activities: z.array(activitySeed).parse(readJson('activities.json')),
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
}
