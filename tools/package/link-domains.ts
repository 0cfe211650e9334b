import { isList, mapJson, type Json } from './json';
import type { Settings } from './settings';

const LISTS = /^(?:validDomains|composeExtensions\[\d+\]\.messageHandlers\[\d+\]\.value\.domains)$/;

/**
 * Adds the hosts of course links where the bot's own host stands, so that Teams hands those links to the bot. Which
 * addresses are courses is for the environment to say, so the hosts cannot stand in the manifest.
 */
export function addLinkDomains(manifest: Json, { domain, linkHosts }: Settings): Json {
  return mapJson(manifest, (value, path) =>
    isList(value) && LISTS.test(path) && value.includes(domain)
      ? [...new Set([...value, ...linkHosts])]
      : value,
  );
}
