/** A composite id of the documentation has 73 characters. */
const LONGEST_ID = 300;

/**
 * Whether an id may go into a path. Ids also come from links and cards, which anyone can write: ".." and ids that no
 * provider would use are rejected.
 */
export function isUsableId(id: string): boolean {
  return id.length > 0 && id.length <= LONGEST_ID && !/^\.\.?$|[\p{Cc}\p{Cs}]/u.test(id);
}

/** The path of a provider below the base URL. Elsewhere Graph calls this id the registration id. */
export function toProviderPath(providerId: string): string {
  return `/employeeExperience/learningProviders/${encodeURIComponent(providerId)}`;
}

/** A text as the value of an OData key: in quotes, an inner one doubled, and nothing in it that ends the segment. */
export function toKeyValue(text: string): string {
  return `'${encodeURIComponent(text.replaceAll("'", "''")).replaceAll("'", '%27')}'`;
}
