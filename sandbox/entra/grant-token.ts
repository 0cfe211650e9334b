import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { Person, World } from '../world/world';
import type { EntraApp } from './app';
import { refuseClient } from './authenticate-client';
import type { Consents } from './consents';
import type { RefusalName } from './refusals';
import type { EntraFault, EntraSettings } from './settings';
import { parseScope, type TokenRequest } from './token-request';
import { CONNECTOR_AUDIENCE, GRAPH_AUDIENCE, type Tokens } from './tokens';

export interface Authority {
  readonly world: World;
  readonly clock: Clock;
  readonly app: EntraApp;
  readonly settings: EntraSettings;
  readonly consents: Consents;
  readonly tokens: Tokens;
  readonly tokenUrl: string;
}

/** Further fields of an answer for a person; an application that asks for itself gets none of them. */
interface PersonalGrant {
  readonly scope: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly client_info?: string;
}

type Ruling = { readonly personId?: string } & (
  | { readonly kind: 'granted'; readonly token: string; readonly personal?: PersonalGrant }
  | { readonly kind: 'refused'; readonly fault: Exclude<EntraFault, 'none'> }
);

/** The decision of the token endpoint, and the person it is about. */
export type Decision = Ruling & { readonly grant: 'on_behalf_of' | 'client_credentials' | 'unsupported' };

const GRANTS: ReadonlyMap<string | undefined, Decision['grant']> = new Map([
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'on_behalf_of'],
  ['client_credentials', 'client_credentials'],
]);

/** Decides one request of the token endpoint, in the order in which Entra checks. */
export function decideTokenRequest(authority: Authority, request: TokenRequest): Decision {
  const grant = GRANTS.get(request.grant_type) ?? 'unsupported';
  const refusal = refuseClient(authority.app, request, {
    tokenUrl: authority.tokenUrl,
    now: authority.clock.now(),
  });
  if (refusal !== undefined) return { grant, kind: 'refused', fault: refusal };
  switch (grant) {
    case 'client_credentials':
      return { grant, ...decideForApplication(authority, request) };
    case 'on_behalf_of':
      return { grant, ...decideOnBehalfOf(authority, request) };
    case 'unsupported':
      return { grant, kind: 'refused', fault: 'unsupportedGrant' };
  }
}

function decideForApplication({ settings, tokens }: Authority, request: TokenRequest): Ruling {
  if (settings.applicationFault !== 'none') return { kind: 'refused', fault: settings.applicationFault };
  const scope = parseScope(request.scope);
  if (scope?.names.join(' ') !== '.default') return { kind: 'refused', fault: 'invalidScope' };
  if (scope.resource !== CONNECTOR_AUDIENCE && scope.resource !== GRAPH_AUDIENCE) {
    return { kind: 'refused', fault: 'unknownResource' };
  }
  return { kind: 'granted', token: tokens.application(scope.resource, request.client_id ?? '') };
}

function decideOnBehalfOf(authority: Authority, request: TokenRequest): Ruling {
  if (request.requested_token_use !== 'on_behalf_of' || request.assertion === undefined) {
    return { kind: 'refused', fault: 'incompleteRequest' };
  }
  const person = readAssertion(authority, request.assertion, request.client_id);
  if (typeof person === 'string') return { kind: 'refused', fault: person };
  const personId = person.user.id;
  const { settings, tokens } = authority;
  const fault = settings.personFaults.get(personId) ?? settings.fault;
  if (fault !== 'none') return { kind: 'refused', personId, fault };
  const scopes = grantScopes(authority, request.scope, personId);
  if (typeof scopes === 'string') return { kind: 'refused', personId, fault: scopes };
  const personal = toPersonalGrant(authority, request, { person, scopes });
  return { kind: 'granted', personId, token: tokens.graph(person, scopes), personal };
}

/**
 * The scopes in the form of Microsoft's page about the on-behalf-of flow: with their resource and without those of the
 * protocol. A requested `.default` stays among them.
 */
function toPersonalGrant(
  { world, tokens }: Authority,
  request: TokenRequest,
  { person, scopes }: { readonly person: Person; readonly scopes: readonly string[] },
): PersonalGrant {
  const asked = (request.scope ?? '').split(' ');
  const names = [...scopes, ...asked.filter((name) => name.endsWith('/.default')).map(() => '.default')];
  return {
    scope: names.map((name) => `${GRAPH_AUDIENCE}/${name}`).join(' '),
    ...(asked.includes('offline_access') && { refresh_token: `1.${randomBytes(48).toString('base64url')}` }),
    ...(asked.includes('openid') && { id_token: tokens.id(person) }),
    ...(request.client_info === '1' && {
      client_info: toBase64({ uid: person.user.id, utid: world.tenantId }),
    }),
  };
}

function toBase64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function readAssertion(
  { app, tokens, world }: Authority,
  assertion: string,
  clientId: string | undefined,
): Person | RefusalName {
  const checked = tokens.check(assertion);
  if (checked === 'expired') return 'assertionExpired';
  if (checked === 'forged') return 'assertionSignature';
  const { aud, tid, oid } = checked.claims;
  if (tid !== world.tenantId) return 'assertionSignature';
  if (clientId !== app.clientId || (aud !== app.clientId && aud !== app.appIdUri)) return 'wrongAudience';
  const person = typeof oid === 'string' ? world.findPerson(oid) : undefined;
  if (person === undefined) return 'unknownPerson';
  return person.user.accountEnabled ? person : 'disabledPerson';
}

/** `.default` returns all granted scopes; scopes by name fail as a whole when one of them is not granted. */
function grantScopes(
  { settings, consents }: Authority,
  scope: string | undefined,
  personId: string,
): readonly string[] | RefusalName {
  const parsed = parseScope(scope);
  if (parsed === undefined) return 'invalidScope';
  if (parsed.resource !== GRAPH_AUDIENCE) return 'unknownResource';
  if (!consents.hasConsented(personId)) return 'consentRequired';
  if (parsed.names.join(' ') === '.default') return settings.scopes;
  return parsed.names.every((name) => settings.scopes.includes(name)) ? parsed.names : 'consentRequired';
}
