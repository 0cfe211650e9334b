import { isList, mapJson, type Json } from './json';
import type { Settings } from './settings';

const LISTS = /^(?:validDomains|composeExtensions\[\d+\]\.messageHandlers\[\d+\]\.value\.domains)$/;

/**
 * Adds the hosts of course links to each list with the bot's own host, so that Teams sends those links to the bot. The
 * environment defines the hosts, so the manifest can't contain them.
 */
export function addLinkDomains(manifest: Json, { domain, linkHosts }: Settings): Json {
  return mapJson(manifest, (value, path) =>
    isList(value) && LISTS.test(path) && value.includes(domain)
      ? [...new Set([...value, ...linkHosts])]
      : value,
  );
}
