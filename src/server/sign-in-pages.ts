import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { keysUnder, type Texts } from '../i18n/catalog';
import { withDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { fetchJson } from './fetch-json';
import { createFilePage, renderHtmlPage, type Page, type PageAnswer, type PageRequest } from './page';

interface SignInPagesOptions {
  /** Public origin of these pages; `/auth/end` there is the redirect address of the app registration. */
  readonly publicOrigin: string;
  readonly authorityHost: string;
  readonly clientId: string;
  /** Scopes that people consent to. */
  readonly scopes: readonly string[];
  /** At least one; the first is the default. */
  readonly allowedTenantIds: readonly string[];
  /** Further origins, besides those of Teams, whose windows may open the pages. */
  readonly hostOrigins: readonly string[];
  /** Claims that were requested after the link with this `ctx` was made. */
  readonly findClaims: (ctx: string) => string | undefined;
  readonly log: Logger;
}

const MOST_CHARACTERS = 4_096;
const FETCH_TIMEOUT_MS = 3_000;
const MOST_TENANTS = 1_000;
const START_SCRIPT = '/auth/start.js';
const END_SCRIPT = '/auth/end.js';
/** teams-js, for the pages that tell Teams how they ended. */
export const TEAMS_SCRIPT = '/auth/MicrosoftTeams.min.js';
/** Texts for the ways a sign-in can end; all names but `Succeeded` are also what Teams is told as the reason of a failure. */
const OUTCOMES = 'pages.signIn.outcomes.';

/** The bot's public origin; plain http only on this machine. */
export function toPublicOrigin(domain: string): string {
  const host = domain.replace(/:\d+$/, '');
  // Normalized, without a default port, because addresses are compared with it.
  return new URL(`${host === 'localhost' || host === '127.0.0.1' ? 'http' : 'https'}://${domain}`).origin;
}

/**
 * The pop-up for sign-in and consent: `/auth/start?ctx=…&tenant=…&claims=…` leads to Entra and that to `/auth/end`, which
 * hands `ctx` to Teams. Entra's code is never redeemed: only the consent is needed.
 */
export function createSignInPages(options: SignInPagesOptions): readonly Page[] {
  const { hostOrigins, allowedTenantIds, authorityHost, log } = options;
  const findEndpoint = createFindEndpoint(authorityHost, log);

  async function renderStart({ query, texts }: PageRequest): Promise<PageAnswer> {
    const title = texts.t('pages.signIn.title');
    const fail = (status: number, key: 'brokenLink' | 'outcomes.ProviderUnavailable') =>
      renderHtmlPage({ texts, title, status, sentence: texts.t(`pages.signIn.${key}`) });
    const ctx = query.get('ctx') ?? '';
    const claims = options.findClaims(ctx) ?? query.get('claims') ?? '';
    if (ctx.length > MOST_CHARACTERS || claims.length > MOST_CHARACTERS) return fail(400, 'brokenLink');
    const wanted = query.get('tenant')?.toLowerCase();
    const tenant = allowedTenantIds.find((id) => id.toLowerCase() === wanted) ?? allowedTenantIds[0] ?? '';
    const endpoint = await findEndpoint(tenant);
    if (endpoint === undefined) return fail(503, 'outcomes.ProviderUnavailable');
    return renderHtmlPage({
      texts,
      title,
      sentence: texts.t('pages.signIn.starting'),
      scripts: [START_SCRIPT],
      data: {
        'authorize-url': toAuthorizeUrl(endpoint, claims, options),
        ctx,
        outcomes: describeOutcomes(texts),
      },
    });
  }

  function renderEnd({ texts }: PageRequest): PageAnswer {
    return renderHtmlPage({
      texts,
      title: texts.t('pages.signIn.title'),
      sentence: texts.t('pages.signIn.ending'),
      scripts: [TEAMS_SCRIPT, END_SCRIPT],
      data: { 'host-origins': JSON.stringify(hostOrigins), outcomes: describeOutcomes(texts) },
    });
  }

  return [
    { path: '/auth/start', render: renderStart },
    { path: '/auth/end', render: renderEnd },
    toScript(START_SCRIPT, join(__dirname, 'pages', 'sign-in-start.js')),
    toScript(END_SCRIPT, join(__dirname, 'pages', 'sign-in-end.js')),
    toScript(TEAMS_SCRIPT, require.resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js')),
  ];
}

const OpenIdConfiguration = z.object({ authorization_endpoint: z.url({ protocol: /^https?$/ }) });

/**
 * Finds where people of a tenant sign in; undefined when the authority cannot be asked. It is asked once for each tenant,
 * because the address does not change. Pass served tenants only.
 */
function createFindEndpoint(authorityHost: string, log: Logger) {
  const endpoints = new LRUCache<string, string>({
    max: MOST_TENANTS,
    async fetchMethod(tenantId) {
      const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
      const { status, body } = await withDeadline(FETCH_TIMEOUT_MS, (signal) =>
        fetchJson(url, { fetch, signal }),
      );
      if (body === undefined) throw new Error(`The authority answered ${status}.`);
      return OpenIdConfiguration.parse(body).authorization_endpoint;
    },
  });

  return async (tenantId: string) => {
    try {
      return await endpoints.fetch(tenantId);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.warn({ module: 'server', reason }, 'The sign-in address could not be read from the authority');
      return undefined;
    }
  };
}

/** The sentences for the scripts, as JSON by the name of the outcome. */
function describeOutcomes({ t }: Texts): string {
  return JSON.stringify(
    Object.fromEntries(keysUnder(OUTCOMES).map((key) => [key.slice(OUTCOMES.length), t(key)])),
  );
}

/** The address of Entra's sign-in without `state`, which the browser adds, so that nobody else knows it. */
function toAuthorizeUrl(
  endpoint: string,
  claims: string,
  { clientId, publicOrigin, scopes }: SignInPagesOptions,
): string {
  const url = new URL(endpoint);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('response_mode', 'query');
  url.searchParams.set('redirect_uri', `${publicOrigin}/auth/end`);
  url.searchParams.set('scope', scopes.join(' '));
  if (claims !== '') url.searchParams.set('claims', claims);
  return url.href;
}

export function toScript(path: string, file: string): Page {
  return createFilePage(path, file, 'text/javascript; charset=utf-8');
}
