/** Returns a decoded part of an address; undefined if it is not encoded correctly. */
export function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
