import type { KeyObject } from 'node:crypto';

/** The app registration in the tenant. */
export interface EntraApp {
  readonly botId: string;
  /** Secret of both the bot and the app. */
  readonly botSecret: string;
  readonly clientId: string;
  readonly appIdUri: string;
  /** Addresses to which the consent page may return; read at each request, so the list can be filled later. */
  readonly redirectUris?: readonly string[];
  /** Accepted signers of client assertions: the app's certificate, or the issuer of its federated identity. */
  readonly assertionKeys?: readonly (string | KeyObject)[];
}
