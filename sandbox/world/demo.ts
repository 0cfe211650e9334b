import type { World } from './world';

/** A course shared in the channel in which three people see three different things. */
export interface Demo {
  /** Ids: one has begun it and is late, one has finished it, one doesn't have it. */
  readonly people: readonly string[];
  /** Title. */
  readonly course: string;
}

const KEYS = ['amara', 'jonas', 'noah'];

export function findDemo({ people }: Pick<World, 'people'>): Demo {
  return {
    people: KEYS.flatMap((wanted) => people.find(({ key }) => key === wanted)?.user.id ?? []),
    course: 'Handling customer data safely',
  };
}
