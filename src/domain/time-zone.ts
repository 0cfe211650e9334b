import { LRUCache } from 'lru-cache';
import { IANAZone } from 'luxon';
import { findIana } from 'windows-iana';

/** A lookup takes 0.1 ms, so results are cached; the cache is bounded because names come from outside. */
const zones = new LRUCache<string, string>({ max: 1_000, memoMethod: lookUp });

/** `+02:00`, `UTC+2`. From Node 22 on, `Intl` takes the first for an IANA name, and `+23:59` too. */
const OFFSET = /^(?:UTC)?([+-](?:0?\d|1[0-4]))(?::?([0-5]\d))?$/i;

/**
 * The zone for a name from outside: an IANA name for an IANA or a Windows name, `UTC+02:00` for an offset; `undefined`
 * for an unknown name.
 */
export function findZone(name: string): string | undefined {
  const zone = zones.memo(name);
  return zone === '' ? undefined : zone;
}

function lookUp(name: string): string {
  const [, hours, minutes = '00'] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) return `UTC${hours}:${minutes}`;
  return (
    [name, findIana(name)[0] ?? ''].find((zone) => /^[a-z]/i.test(zone) && IANAZone.isValidZone(zone)) ?? ''
  );
}
