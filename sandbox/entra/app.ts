import type { KeyObject } from 'node:crypto';

/** The app registration which the tenant knows. */
export interface EntraApp {
  readonly botId: string;
  /** Proves both the bot and the app. */
  readonly botSecret: string;
  readonly clientId: string;
  readonly appIdUri: string;
  /** Where the consent page may return to; read at each request, so the list may be filled later. */
  readonly redirectUris?: readonly string[];
  /** Whose client assertions count: the app's certificate, or the issuer of its federated identity. */
  readonly assertionKeys?: readonly (string | KeyObject)[];
}
