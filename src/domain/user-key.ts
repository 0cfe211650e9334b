/** A person of a tenant, by Entra object ids from a verified activity. */
export interface User {
  readonly tenantId: string;
  readonly userId: string;
}

/** Key of a person in maps. Entra ids are GUIDs, which some clients write in capitals. */
export function userKey({ tenantId, userId }: User): string {
  return `${tenantId}:${userId}`.toLowerCase();
}
