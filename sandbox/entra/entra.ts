import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Router } from 'express';
import type { Clock } from '../clock';
import { createSigningKey } from '../signing-key';
import type { WireLog } from '../wire-log';
import type { Person, World } from '../world/world';
import type { EntraApp } from './app';
import { createAuthorizeRouter } from './authorize-router';
import { createConsents, type Consents } from './consents';
import { createEndpoints, type EntraRequest } from './endpoints';
import { createEntraSettings, type EntraSettings } from './settings';
import { createTokens, type Tokens } from './tokens';

/** The identity provider of the local world: one tenant, one app registration. */
export interface Entra extends Consents, Pick<Tokens, 'verifyGraphToken' | 'verifyConnectorToken'> {
  /** `https://localhost:PORT`, the value of `AZURE_AUTHORITY_HOST`. */
  readonly url: string;
  /** Issues the token that the Teams client gets silently. `overrides` replace or (undefined) remove claims. */
  issueSsoToken(personId: string, overrides?: Readonly<Record<string, unknown>>): string;
  readonly settings: EntraSettings;
  /** The app's permissions for Graph: those granted by the tenant, and the people who consented themselves. */
  listGrants(): Grants;
  /** Each token request so far, oldest first. */
  readonly requests: EntraRequest[];
  /** The consent page. The page server mounts it, since browsers do not trust our certificate. */
  readonly authorizeRouter: Router;
  close(): Promise<void>;
}

interface Grants extends Pick<EntraSettings, 'scopes' | 'roles'> {
  readonly personIds: readonly string[];
}

export interface EntraOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly log: WireLog;
  /** PEM */
  readonly tls: { readonly key: string; readonly cert: string };
  readonly app: EntraApp;
  /** Any free one when absent. */
  readonly port?: number;
  /** Origin of the server that mounts `authorizeRouter`. */
  readonly pageOrigin?: string;
}

export async function createEntra(options: EntraOptions): Promise<Entra> {
  const { world, clock, log, tls, app, port = 0 } = options;
  const server = createServer({ key: tls.key, cert: tls.cert });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;

  const key = createSigningKey();
  const settings = createEntraSettings();
  const consents = createConsents(world);
  const issuer = `${url}/${world.tenantId}/v2.0`;
  const tokens = createTokens({
    key,
    clock,
    settings,
    issuer,
    tenantId: world.tenantId,
    clientId: app.clientId,
  });
  const requests: EntraRequest[] = [];
  const tokenUrl = `${url}/${world.tenantId}/oauth2/v2.0/token`;
  const authority = { world, clock, app, settings, consents, tokens, tokenUrl };
  const pageOrigin = options.pageOrigin ?? url;
  server.on('request', createEndpoints({ authority, log, key, url, pageOrigin, requests }));

  return {
    url,
    settings,
    requests,
    ...consents,
    listGrants: () => ({
      scopes: settings.scopes,
      roles: settings.roles,
      personIds: world.people.map(({ user }) => user.id).filter((id) => consents.hasConsented(id)),
    }),
    issueSsoToken: (personId, overrides) => tokens.sso(getPerson(world, personId), overrides),
    verifyGraphToken: (token) => tokens.verifyGraphToken(token),
    verifyConnectorToken: (token) => tokens.verifyConnectorToken(token),
    authorizeRouter: createAuthorizeRouter({ world, app, settings, consents, log }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function getPerson(world: World, personId: string): Person {
  const person = world.findPerson(personId);
  if (person === undefined) throw new Error('Nobody in the world has this id');
  return person;
}
