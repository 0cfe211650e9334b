import type { Clock } from '../clock';
import { generateActivities } from './generate-activities';
import { generateBusyLearner } from './generate-busy-learner';
import { generateCrowd, generateTeam } from './generate-crowd';
import { toGuid } from './guid';
import { toDateTimeOffset, toWallTime } from './relative-date';
import {
  readSeeds,
  type ActivitySeed,
  type ContentSeed,
  type PersonSeed,
  type ProviderSeed,
  type Seeds,
} from './seeds';
import type { Person, World } from './world';

const TENANT_ID = 'bda77ae6-2213-41d5-add8-78747e67bed6';
const DOMAIN = 'contoso.example.com';

export interface WorldSize {
  /** Number of generated members besides the people of the JSON; 0 when absent. */
  readonly crowd?: number;
  /** Number of direct reports of one generated manager; no manager when absent. */
  readonly largeTeam?: number;
  /** Language of everyone's client; each person's own when absent. */
  readonly locale?: string;
  /** Number of activities and contents of one more member; no such member when absent. */
  readonly busyLearner?: number;
}

/** Loads the people and learning records of the JSON files in this folder; all dates depend on the clock. */
export function loadWorld(clock: Clock, size: WorldSize = {}): World {
  const told = readSeeds();
  const busy = generateBusyLearner(size.busyLearner ?? 0);
  const generated = [generateCrowd(told, size.crowd ?? 0), generateTeam(told, size.largeTeam ?? 0), busy];
  const seeds: Seeds = {
    ...told,
    people: [...told.people, ...generated.flatMap((group) => group.people)],
    contents: { ...told.contents, fabrikam: [...(told.contents['fabrikam'] ?? []), ...busy.contents] },
  };
  const idsByKey = new Map(seeds.people.map(({ key, id }) => [key, id]));
  const locale = size.locale === undefined ? {} : { locale: size.locale };
  const toPeople = () => seeds.people.map((seed) => toPerson({ ...seed, ...locale }, idsByKey));
  const people = toPeople();
  const peopleById = new Map(people.map((person) => [person.user.id, person]));
  const contents = new Map(Object.entries(seeds.contents));
  const allActivities = [
    ...told.activities,
    ...generateActivities(told, 12),
    ...generated.flatMap((group) => group.activities),
  ];
  const toActivities = () => allActivities.map(createActivityResolver(seeds, clock.now()));
  const activities = toActivities();
  return {
    tenantId: TENANT_ID,
    people,
    providers: seeds.providers.map(({ provider, isReadable }) => ({ provider, isReadable })),
    contents: new Map(
      seeds.providers.map((seed) => [
        seed.provider.id,
        (contents.get(seed.key) ?? []).map((content) => toContent(content, seed)),
      ]),
    ),
    activities,
    findPerson: (id) => peopleById.get(id.toLowerCase()),
    reset() {
      // The same objects, because Graph has them by learner.
      for (const [index, activity] of toActivities().entries())
        Object.assign(activities[index] ?? {}, activity);
      for (const [index, { managerId, user }] of toPeople().entries()) {
        const person = people[index];
        if (person === undefined) continue;
        person.managerId = managerId;
        person.user.accountEnabled = user.accountEnabled;
      }
    },
  };
}

function toPerson(seed: PersonSeed, idsByKey: ReadonlyMap<string, string>): Person {
  const [givenName, surname] = seed.name;
  const managerId = seed.manager === undefined ? undefined : idsByKey.get(seed.manager);
  const mail = `${seed.key}@${seed.userType === 'Guest' ? 'fabrikam.example.com' : DOMAIN}`;
  return {
    user: {
      id: seed.id,
      displayName: seed.displayName ?? `${givenName} ${surname}`,
      givenName,
      surname,
      mail,
      userPrincipalName: seed.userType === 'Guest' ? `${mail.replace('@', '_')}#EXT#@${DOMAIN}` : mail,
      jobTitle: seed.jobTitle,
      userType: seed.userType,
      accountEnabled: seed.accountEnabled,
    },
    key: seed.key,
    group: seed.group,
    ...(seed.face && { face: seed.face }),
    story: seed.story,
    ...(managerId === undefined ? {} : { managerId }),
    isLicensed: seed.isLicensed,
    hasConsented: seed.hasConsented,
    locale: seed.locale,
    timeZone: seed.timeZone,
  };
}

function toContent(seed: ContentSeed, { provider }: ProviderSeed): Record<string, unknown> {
  const { titleLength, scene, ...given } = seed;
  const origin = new URL(provider.squareLogoWebUrlForLightTheme).origin;
  const slug = seed.externalId.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    description: 'A course of the local world, for trying things out.',
    contentWebUrl: `${origin}/courses/${slug}`,
    thumbnailWebUrl: `${origin}/img/${scene === undefined ? '' : `${scene}/`}${slug}.png`,
    sourceName: provider.displayName,
    format: null,
    duration: null,
    level: null,
    numberOfPages: null,
    contributors: [],
    skillTags: [],
    additionalTags: [],
    isActive: true,
    isPremium: false,
    isSearchable: true,
    createdDateTime: '2026-05-04T00:00:00Z',
    lastModifiedDateTime: '2026-11-30T10:15:42.1234567Z',
    ...given,
    id: toGuid(`content ${seed.externalId}`),
    title: titleLength === undefined ? seed.title : seed.title.repeat(titleLength).slice(0, titleLength),
  };
}

function createActivityResolver(
  seeds: Seeds,
  now: Date,
): (seed: ActivitySeed, index: number) => Record<string, unknown> {
  const people = new Map(seeds.people.map(({ key, id }) => [key, id]));
  const providers = new Map(seeds.providers.map(({ key, provider }) => [key, provider.id]));
  const owners = new Map(
    Object.entries(seeds.contents).flatMap(([key, contents]) =>
      contents.map(({ externalId }) => [externalId, key] as const),
    ),
  );
  return (seed, index) => {
    const learnerUserId = people.get(seed.learner);
    if (learnerUserId === undefined) throw new Error(`activities.json: nobody is called ${seed.learner}`);
    const providerKey = seed.provider === undefined ? owners.get(seed.content) : seed.provider;
    if (providerKey === undefined) throw new Error(`activities.json: no content is called ${seed.content}`);
    const guid = toGuid(`activity ${index}`);
    return {
      '@odata.type': `#microsoft.graph.${seed.type}`,
      // Both forms of ids occur in the documentation.
      id: index % 3 === 0 ? `${learnerUserId}:${guid}` : guid,
      completedDateTime: seed.completed === null ? null : toDateTimeOffset(seed.completed, now),
      completionPercentage: seed.completionPercentage,
      ...toExternalId(seed, index),
      learnerUserId,
      learningContentId: toGuid(`content ${seed.content}`),
      learningProviderId: providerKey === null ? null : providers.get(providerKey),
      status: seed.status,
      ...toDerived(seed, now, people.get(seed.assigner) ?? toGuid(`person ${seed.assigner}`)),
    };
  };
}

/** Half of the keys are spelled as in the metadata (CSDL), half as in the documentation: readers must handle both. */
function toExternalId({ externalId }: ActivitySeed, index: number): Record<string, unknown> {
  const id = externalId ?? (index % 5 === 4 ? null : `ACT-${20_900 + index}`);
  return index % 2 === 0 ? { externalcourseActivityId: id } : { externalCourseActivityId: id };
}

/** Properties that derived types add to `learningCourseActivity`. */
function toDerived(seed: ActivitySeed, now: Date, assignerUserId: string): Record<string, unknown> {
  if (seed.type === 'learningSelfInitiatedCourse') {
    return { startedDateTime: seed.started === null ? null : toDateTimeOffset(seed.started, now) };
  }
  if (seed.type !== 'learningAssignment') return {};
  return {
    assignedDateTime: seed.assigned === null ? null : toDateTimeOffset(seed.assigned, now),
    assignmentType: seed.assignmentType,
    assignerUserId,
    dueDateTime: toDue(seed.due, now),
    notes: seed.notes,
  };
}

function toDue(due: ActivitySeed['due'], now: Date): unknown {
  if (due === null) return null;
  if (typeof due === 'string') return toDateTimeOffset(due, now);
  return { dateTime: toWallTime(due.dateTime, now, due.timeZone), timeZone: due.timeZone };
}
