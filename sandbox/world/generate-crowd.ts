import { isFor, toActivity } from './generate-activities';
import { toGuid } from './guid';
import { createRandom, shuffle, type Random } from './random';
import type { ActivitySeed, ContentSeed, PersonSeed, Seeds } from './seeds';

/** External ids of the contents that much of a crowd has in common. */
const FEATURED_CONTENTS = ['SEC-101', 'SEC-102', 'COM-100'] as const;

/**
 * Ordinary members, licensed and consenting, with 3 to 8 activities each; about half of them have a featured content.
 * The first members of a large crowd are those of a small one.
 */
export function generateCrowd(seeds: Seeds, size: number): Pick<Seeds, 'people' | 'activities'> {
  const random = createRandom(20270115);
  const ordinary = ['contoso', 'fabrikam'].flatMap((provider) => seeds.contents[provider] ?? []);
  const members = Array.from({ length: size }, (_, index) => {
    const person = toPersonSeed(index, random);
    return { person, activities: toActivities(person, ordinary, random) };
  });
  return {
    people: members.map(({ person }) => person),
    activities: members.flatMap(({ activities }) => activities),
  };
}

/** None of these is the name of somebody in people.json, nor part of one. */
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

function toPersonSeed(index: number, random: Random): PersonSeed {
  const givenNames = GIVEN_NAMES.split(' ');
  const surnames = SURNAMES.split(' ');
  const givenName = givenNames[index % givenNames.length] ?? '';
  const surname = surnames[Math.floor(index / givenNames.length) % surnames.length] ?? '';
  const key = `${givenName}.${surname}.${index + 1}`.toLowerCase();
  const [locale, timeZone] = random.pick(PLACES);
  return {
    key,
    name: [givenName, surname],
    id: toGuid(`person ${key}`),
    jobTitle: 'Associate',
    story: 'One of the crowd.',
    userType: 'Member',
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
