import { isFor, toActivity } from './generate-activities';
import { toGuid } from './guid';
import { createRandom, shuffle, type Random } from './random';
import type { ActivitySeed, ContentSeed, PersonSeed, Seeds } from './seeds';

/** External ids of contents that many people of a crowd share. */
const FEATURED_CONTENTS = ['SEC-101', 'SEC-102', 'COM-100'] as const;

/**
 * Generates ordinary members, licensed and consenting, with 3 to 8 activities each; about half have a featured content.
 * A large crowd begins with the members of a small one.
 */
export function generateCrowd(seeds: Seeds, size: number): Group {
  return generateMembers(seeds, size, { random: createRandom(20270115), more: {} });
}

/** Generates a manager with that many direct reports, who are like members of a crowd; no one for 0. */
export function generateTeam(seeds: Seeds, size: number): Group {
  if (size === 0) return { people: [], activities: [] };
  const random = createRandom(20270611);
  const more = { manager: LARGE_TEAM_MANAGER, story: 'One of the large team.' };
  const members = generateMembers(seeds, size, { random, more, keySuffix: '.team' });
  const manager: PersonSeed = {
    ...toPersonSeed(size, random),
    key: LARGE_TEAM_MANAGER,
    name: ['Rowena', 'Castle'],
    id: toGuid(`person ${LARGE_TEAM_MANAGER}`),
    jobTitle: 'Head of Retail',
    story: `Manager of the large team: ${size.toLocaleString('en')} reports.`,
  };
  return { ...members, people: [manager, ...members.people] };
}

type Group = Pick<Seeds, 'people' | 'activities'>;

const LARGE_TEAM_MANAGER = 'rowena';

function generateMembers(
  seeds: Seeds,
  size: number,
  { random, more, keySuffix = '' }: { random: Random; more: Partial<PersonSeed>; keySuffix?: string },
): Group {
  const ordinary = (['contoso', 'fabrikam'] as const).flatMap((provider) => seeds.contents[provider] ?? []);
  const members = Array.from({ length: size }, (_, index) => {
    const person = { ...toPersonSeed(index, random, keySuffix), ...more };
    return { person, activities: toActivities(person, ordinary, random) };
  });
  return {
    people: members.map(({ person }) => person),
    activities: members.flatMap(({ activities }) => activities),
  };
}

/** No name here is, or is part of, a name in people.json. */
const GIVEN_NAMES =
  'Ada Bruno Carmen Daan Elif Farid Greta Hugo Ivana Jakub Kofi Leila ' +
  'Marek Nadia Oskar Paula Quentin Rosa Samir Tuva Ugo Vera Wanda Yusuf';
const SURNAMES =
  'Almeida Brandt Conti Dubois Eriksen Farkas Gill Hansen Ito Jansen Kaya Lopez ' +
  'Mensah Novak Ortiz Petrov Quinn Reyes Santos Toth Usman Virtanen Weiss Zhou';

type Place = readonly [locale: string, timeZone: string];

const PLACES: readonly [Place, ...Place[]] = [
  ['en-US', 'America/Chicago'],
  ['en-GB', 'Europe/London'],
  ['fr-FR', 'Europe/Paris'],
  ['pt-BR', 'America/Sao_Paulo'],
];

function toPersonSeed(index: number, random: Random, keySuffix = ''): PersonSeed {
  const givenNames = GIVEN_NAMES.split(' ');
  const surnames = SURNAMES.split(' ');
  const givenName = givenNames[index % givenNames.length] ?? '';
  const surname = surnames[Math.floor(index / givenNames.length) % surnames.length] ?? '';
  const key = `${givenName}.${surname}.${index + 1}${keySuffix}`.toLowerCase();
  const [locale, timeZone] = random.pick(PLACES);
  return {
    key,
    name: [givenName, surname],
    id: toGuid(`person ${key}`),
    jobTitle: 'Associate',
    story: 'One of the crowd.',
    group: 'test',
    userType: 'Member',
    accountEnabled: true,
    isLicensed: true,
    hasConsented: true,
    locale,
    timeZone,
  };
}

function toActivities(person: PersonSeed, ordinary: readonly ContentSeed[], random: Random): ActivitySeed[] {
  const readable = shuffle(
    ordinary.filter((content) => isFor(content, person)),
    random,
  );
  const featured = random.below(2) === 0 ? random.pick(FEATURED_CONTENTS) : undefined;
  const chosen = [
    ...readable.filter(({ externalId }) => externalId === featured),
    ...readable.filter(({ externalId }) => externalId !== featured),
  ];
  return chosen.slice(0, 3 + random.below(6)).map((content) => toActivity(person, content, random));
}
