import { LRUCache } from 'lru-cache';
import { IANAZone } from 'luxon';
import { findIana } from 'windows-iana';

/** Looking a zone up takes 0.1 ms, and there are few of them; names come from outside, hence the bound. */
const zones = new LRUCache<string, string>({ max: 1_000, memoMethod: lookUp });

/** The zone that an IANA or a Windows name means, as IANA calls it; `undefined` for a name that nobody knows. */
export function findZone(name: string): string | undefined {
  const zone = zones.memo(name);
  return zone === '' ? undefined : zone;
}

function lookUp(name: string): string {
  return [name, findIana(name)[0] ?? ''].find((zone) => IANAZone.isValidZone(zone)) ?? '';
}
