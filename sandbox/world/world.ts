import type { Face } from './face-features';

/** The people and learning records of the local world, in Graph's own shapes. */
export interface World {
  readonly tenantId: string;
  readonly people: readonly Person[];
  readonly providers: readonly ProviderRecord[];
  /** Graph `learningContent` objects by provider id. */
  readonly contents: ReadonlyMap<string, readonly Record<string, unknown>[]>;
  /** Graph `learningCourseActivity` objects, exactly as Graph would send them. */
  readonly activities: readonly Record<string, unknown>[];
  findPerson(id: string): Person | undefined;
  /** Restores people and activities, with dates by the clock's present time. */
  reset(): void;
}

export interface Person {
  /** Graph `user`: id, displayName, givenName, surname, mail, userPrincipalName, jobTitle, userType, accountEnabled. */
  readonly user: GraphUser;
  /** Short name in the world's own files and addresses. */
  readonly key: string;
  /** `cast` for the people of a demo, `test` for those with unusual accounts or records. */
  readonly group: 'cast' | 'test';
  /** How the person's picture is drawn; absent for generated people. */
  readonly face?: Face;
  /** One line for the page: who this is and what to try with them. */
  readonly story: string;
  /** Mutable, like `user.accountEnabled`: people change teams, leave and return while the world runs. */
  managerId?: string | undefined;
  /** Whether Viva Learning is licensed; otherwise Graph answers 403 about the service plan. */
  readonly isLicensed: boolean;
  /** Whether the person has consented to Coursemate when the world starts. */
  readonly hasConsented: boolean;
  /** Data that this person's Teams client sends about itself. */
  readonly locale: string;
  readonly timeZone: string;
}

export interface GraphUser {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  readonly userType: 'Member' | 'Guest';
  accountEnabled: boolean;
}

export interface ProviderRecord {
  /** Graph `learningProvider`. */
  readonly provider: Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly displayName: string;
  };
  /** False: contents of this provider answer 403 to everyone. */
  readonly isReadable: boolean;
}

/** The city of an IANA time zone: `America/New_York` is "New York". */
export function toPlace(timeZone: string): string {
  return timeZone.replace(/^.*\//, '').replaceAll('_', ' ');
}
