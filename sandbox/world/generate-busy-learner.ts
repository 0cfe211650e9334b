import { toActivity } from './generate-activities';
import { toGuid } from './guid';
import { createRandom } from './random';
import type { ActivitySeed, ContentSeed, PersonSeed } from './seeds';

interface BusyLearner {
  readonly people: readonly PersonSeed[];
  readonly contents: readonly ContentSeed[];
  readonly activities: readonly ActivitySeed[];
}

const SUBJECTS = [
  'Security',
  'Privacy',
  'Excel',
  'Leadership',
  'Python',
  'First aid',
  'Négociation',
  'Négoce',
];
const KINDS = ['basics', 'for analysts', 'in practice', 'masterclass', 'workshop', 'Grundlagen', '入門講座'];

/** Generates one more ordinary member with that many activities and contents; no one for 0. */
export function generateBusyLearner(size: number): BusyLearner {
  if (size === 0) return { people: [], contents: [], activities: [] };
  const random = createRandom(20270301);
  const contents = Array.from({ length: size }, (_, index) => toContentSeed(index));
  return {
    people: [LOTTA],
    contents,
    activities: contents.map((content) => toActivity(LOTTA, content, random)),
  };
}

const LOTTA: PersonSeed = {
  key: 'lotta',
  name: ['Lotta', 'Lindqvist'],
  id: toGuid('person lotta'),
  jobTitle: 'Training lead',
  story: 'Has been assigned more courses than anybody else.',
  group: 'test',
  userType: 'Member',
  accountEnabled: true,
  isLicensed: true,
  hasConsented: true,
  locale: 'en-US',
  timeZone: 'Europe/Stockholm',
};

function toContentSeed(index: number): ContentSeed {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
  const kind = KINDS[Math.floor(index / SUBJECTS.length) % KINDS.length] ?? '';
  return {
    externalId: `MANY-${index + 1}`,
    title: `${subject} ${kind}, part ${index + 1}`,
    languageTag: 'en-us',
    format: 'Course',
    duration: `PT${10 + (index % 80)}M`,
    level: 'beginner',
    skillTags: [subject, kind],
    description: `Learn ${subject} ${kind} step by step, with exercises and a test at the end of chapter ${index % 9}.`,
  };
}
