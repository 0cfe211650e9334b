import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Express, type Request, type Response } from 'express';
import type { SigningKey } from '../signing-key';
import { shortenTokens } from '../teams/shorten-tokens';
import type { WireLog } from '../wire-log';
import { decideTokenRequest, type Authority, type Decision } from './grant-token';
import { toRefusalAnswer, type RefusalAnswer } from './refusals';
import { TokenRequest } from './token-request';

/** One request to the token endpoint, for counting. */
export interface EntraRequest {
  readonly grant: Decision['grant'];
  readonly personId?: string;
  /** 0 without an answer. */
  readonly status: number;
}

const RENEWED_FROM_SECONDS = 7200;

interface Dependencies {
  readonly authority: Authority;
  readonly log: WireLog;
  readonly key: SigningKey;
  readonly url: string;
  readonly pageOrigin: string;
  readonly requests: EntraRequest[];
}

/** The https endpoints of the authority: metadata, keys, tokens. */
export function createEndpoints(dependencies: Dependencies): Express {
  const { authority, key, url, pageOrigin } = dependencies;
  const { tenantId } = authority.world;
  const endpoints = express().disable('x-powered-by');
  endpoints.use((_request, response, next) => {
    response.set('Date', authority.clock.now().toUTCString());
    next();
  });
  endpoints.use(express.urlencoded({ extended: false }));
  endpoints.use('/:tenant', (request, response, next) => {
    if (request.params.tenant.toLowerCase() === tenantId.toLowerCase()) next();
    else send(response, refuse(authority, 'unknownTenant', TokenRequest.parse(request.body ?? {})));
  });
  endpoints.get('/:tenant/v2.0/.well-known/openid-configuration', (_request, response) => {
    response.json(toMetadata({ tenantId, url, pageOrigin }));
  });
  endpoints.get('/:tenant/discovery/v2.0/keys', (_request, response) => {
    response.json({ keys: [key.jwk] });
  });
  endpoints.post('/:tenant/oauth2/v2.0/token', async (request, response) => {
    await answerTokenRequest(dependencies, request, response);
  });
  return endpoints;
}

async function answerTokenRequest(
  { authority, log, requests }: Dependencies,
  request: Request,
  response: Response,
): Promise<void> {
  const startedAtMs = performance.now();
  await sleep(authority.settings.latencyMs);
  const form = TokenRequest.parse(request.body ?? {});
  const decision = decideTokenRequest(authority, form);
  const answer = toAnswer(authority, form, decision);
  const status = answer?.status ?? 0;
  const { grant, personId } = decision;
  requests.push({ grant, status, ...(personId !== undefined && { personId }) });
  log.record({
    from: 'bot',
    to: 'entra',
    title: toTitle(decision),
    status,
    ms: Math.round(performance.now() - startedAtMs),
    bytes: JSON.stringify(answer?.body ?? {}).length,
    request: shortenTokens(withoutSecret(form)),
    response: shortenTokens(withoutRefreshToken(answer?.body)),
  });
  if (answer !== undefined) send(response, answer);
  else if (isBroken(decision)) request.socket.destroy();
}

function isBroken(decision: Decision): boolean {
  return decision.kind === 'refused' && decision.fault === 'reset';
}

function withoutSecret(form: TokenRequest): object {
  return form.client_secret === undefined ? form : { ...form, client_secret: '…' };
}

function withoutRefreshToken(body: object | undefined): object | undefined {
  return body !== undefined && 'refresh_token' in body ? { ...body, refresh_token: '…' } : body;
}

function toTitle(decision: Decision): string {
  const result = decision.kind === 'granted' ? '' : ` → ${decision.fault}`;
  return `token, ${decision.grant.replaceAll('_', ' ')}${result}`;
}

/** Returns `undefined` when the authority must not answer. */
function toAnswer(authority: Authority, form: TokenRequest, decision: Decision): RefusalAnswer | undefined {
  if (decision.kind === 'granted') {
    const { tokenLifetimeSeconds: lifetime } = authority.settings;
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: lifetime,
        ext_expires_in: lifetime,
        // Only long-lived tokens are renewed at half of their lifetime.
        ...(lifetime >= RENEWED_FROM_SECONDS && { refresh_in: Math.floor(lifetime / 2) }),
        access_token: decision.token,
        ...decision.personal,
      },
    };
  }
  if (decision.fault === 'silent' || decision.fault === 'reset') return undefined;
  return refuse(authority, decision.fault, form);
}

function refuse(
  authority: Authority,
  name: Parameters<typeof toRefusalAnswer>[0],
  form: TokenRequest,
): RefusalAnswer {
  return toRefusalAnswer(name, {
    clientId: form.client_id ?? '',
    correlationId: form['client-request-id'],
    now: authority.clock.now(),
  });
}

function send(response: Response, answer: RefusalAnswer): void {
  if (answer.status === 429 || answer.status === 503) response.set('Retry-After', '1');
  response.status(answer.status).set('Cache-Control', 'no-store').json(answer.body);
}

function toMetadata({
  tenantId,
  url,
  pageOrigin,
}: {
  readonly tenantId: string;
  readonly url: string;
  readonly pageOrigin: string;
}): object {
  const tenantUrl = `${url}/${tenantId}`;
  return {
    token_endpoint: `${tenantUrl}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${tenantUrl}/discovery/v2.0/keys`,
    response_modes_supported: ['query'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${tenantUrl}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${pageOrigin}/entra/${tenantId}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${tenantUrl}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'oid', 'tid', 'ver', 'name', 'preferred_username'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'localhost',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  };
}
