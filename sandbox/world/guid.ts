import { createHash } from 'node:crypto';

/** Returns the same GUID for a name at every start, so that cards from an earlier start still work. */
export function toGuid(name: string): string {
  const hex = createHash('sha256').update(`coursemate ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
