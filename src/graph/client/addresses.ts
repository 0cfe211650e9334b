/** A composite id of the documentation has 73 characters. */
const LONGEST_ID = 300;

/**
 * Whether Graph can be asked for this id. Ids also come from links and cards, which anybody can write: one that is no
 * segment of a path ("..") or that no provider would give is not asked for.
 */
export function isUsableId(id: string): boolean {
  return id.length > 0 && id.length <= LONGEST_ID && !/^\.\.?$|[\p{Cc}\p{Cs}]/u.test(id);
}

/** Below the base URL; Graph calls the id of a provider its registration id elsewhere. */
export function toProviderPath(providerId: string): string {
  return `/employeeExperience/learningProviders/${encodeURIComponent(providerId)}`;
}

/** A text as the value of an OData key: in quotes, an inner one doubled, and nothing in it that ends the segment. */
export function toKeyValue(text: string): string {
  return `'${encodeURIComponent(text.replaceAll("'", "''")).replaceAll("'", '%27')}'`;
}
