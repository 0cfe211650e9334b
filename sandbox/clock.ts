/** The time of the local world: real time plus an offset. */
export interface Clock {
  now(): Date;
  readonly offsetMs: number;
}

export function createClock(startsAt?: string): Clock {
  const offsetMs = startsAt === undefined ? 0 : Date.parse(startsAt) - Date.now();
  return { offsetMs, now: () => new Date(Date.now() + offsetMs) };
}
