import type { World } from '../world/world';

/** The people who have consented to Coursemate. */
export interface Consents {
  consent(personId: string): void;
  revokeConsent(personId: string): void;
  hasConsented(personId: string): boolean;
}

export function createConsents(world: World): Consents {
  const consented = new Set(
    world.people.filter((person) => person.hasConsented).map((person) => person.user.id),
  );
  return {
    consent: (personId) => consented.add(personId),
    revokeConsent: (personId) => consented.delete(personId),
    hasConsented: (personId) => consented.has(personId),
  };
}
