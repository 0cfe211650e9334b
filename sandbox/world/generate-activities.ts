import { createRandom, shuffle, type Random } from './random';
import type { ActivitySeed, ContentSeed, PersonSeed, Seeds } from './seeds';

/** Generates ordinary activities for people whose list in the JSON is not complete; the same at every start. */
export function generateActivities(seeds: Seeds, perLearner: number): ActivitySeed[] {
  const random = createRandom(20261201);
  const told = new Set(['amara', 'noah']);
  const ordinary = (['contoso', 'fabrikam', 'litware'] as const).flatMap(
    (provider) => seeds.contents[provider] ?? [],
  );
  return seeds.people
    .filter((person) => !told.has(person.key))
    .flatMap((person) =>
      shuffle(
        ordinary.filter((content) => isFor(content, person)),
        random,
      )
        .slice(0, perLearner)
        .map((content) => toActivity(person, content, random)),
    );
}

/** Whether the person reads the language of the content. */
export function isFor(content: ContentSeed, person: PersonSeed): boolean {
  return content.languageTag === 'en-us' || content.languageTag === person.locale.toLowerCase();
}

/** Generates one ordinary activity with random status and dates. */
export function toActivity(person: PersonSeed, content: ContentSeed, random: Random): ActivitySeed {
  const status = random.pick(['notStarted', 'inProgress', 'completed', 'completed']);
  const ageDays = 5 + random.below(200);
  const base = {
    learner: person.key,
    content: content.externalId,
    assigner: person.manager ?? 'unknown',
    status,
    completionPercentage: percentageFor(status, random),
    completed: status === 'completed' ? `-${1 + random.below(ageDays)}d 10:15` : null,
    notes: null,
  };
  if (random.below(10) < 3) {
    return {
      ...base,
      type: 'learningSelfInitiatedCourse',
      status: status === 'notStarted' ? 'inProgress' : status,
      started: `-${ageDays}d 18:20`,
      assigned: null,
      assignmentType: null,
      due: null,
    };
  }
  return {
    ...base,
    type: 'learningAssignment',
    assignmentType: random.pick(['required', 'required', 'recommended', 'peerRecommended']),
    assigned: `-${ageDays}d 09:00`,
    started: null,
    due: random.below(5) === 0 ? null : generateDue(person, random),
  };
}

function percentageFor(status: string, random: Random): number | null {
  if (status === 'completed') return 100;
  return status === 'inProgress' ? 5 + random.below(90) : random.pick([0, null]);
}

function generateDue(person: PersonSeed, random: Random): ActivitySeed['due'] {
  const days = random.below(60) - 12;
  const time = random.pick(['00:00', '17:00', '23:59']);
  return {
    dateTime: `${days < 0 ? '' : '+'}${days}d ${time}`,
    timeZone: random.pick(['UTC', person.timeZone]),
  };
}
