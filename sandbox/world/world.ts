/** The people and learning records of the local world, in Graph's own shapes. */
export interface World {
  readonly tenantId: string;
  readonly people: readonly Person[];
  readonly providers: readonly ProviderRecord[];
  /** Graph `learningContent` objects by provider id. */
  readonly contents: ReadonlyMap<string, readonly Record<string, unknown>[]>;
  /** Graph `learningCourseActivity` objects, exactly as Graph would send them. Mutable by the page's switches. */
  readonly activities: readonly Record<string, unknown>[];
  findPerson(id: string): Person | undefined;
}

export interface Person {
  /** Graph `user`: id, displayName, givenName, surname, mail, userPrincipalName, jobTitle, userType, accountEnabled. */
  readonly user: GraphUser;
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
