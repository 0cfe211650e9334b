import type { World } from '../world/world';

/** The people who have consented to Coursemate. */
export interface Consents {
  consent(personId: string): void;
  revokeConsent(personId: string): void;
  hasConsented(personId: string): boolean;
  /** Restores the consents of the start. */
  resetConsents(): void;
}

export function createConsents(world: World): Consents {
  const atStart = world.people.filter((person) => person.hasConsented).map((person) => person.user.id);
  const consented = new Set(atStart);
  return {
    consent: (personId) => consented.add(personId),
    revokeConsent: (personId) => consented.delete(personId),
    hasConsented: (personId) => consented.has(personId),
    resetConsents() {
      consented.clear();
      for (const id of atStart) consented.add(id);
    },
  };
}
