import { randomUUID } from 'node:crypto';
import { Router, urlencoded, type Request, type Response } from 'express';
import * as z from 'zod/v4';
import type { WireLog } from '../wire-log';
import type { Person, World } from '../world/world';
import type { EntraApp } from './app';
import { renderAdminApproval, renderConsent, renderPersonChoice, renderProblem } from './consent-page';
import type { Consents } from './consents';
import type { EntraFault, EntraSettings } from './settings';
import { parseScope } from './token-request';

interface Dependencies {
  readonly world: World;
  readonly app: EntraApp;
  readonly settings: EntraSettings;
  readonly consents: Consents;
  readonly log: WireLog;
}

const text = z.string().optional().catch(undefined);

const Query = z.object({
  client_id: text,
  redirect_uri: text,
  response_type: text,
  scope: text,
  state: text,
  login_hint: text,
  claims: text,
  prompt: text,
});

type Query = z.infer<typeof Query>;

const Decision = z.object({ decision: z.enum(['accept', 'cancel']), person: text });

/** A request that may be answered at its redirect address. */
interface SoundRequest {
  readonly query: Query;
  readonly redirectUri: string;
}

/** Faults that the page can resolve, besides a missing consent. */
const SECOND_FACTORS: readonly EntraFault[] = [
  'secondFactorRequired',
  'secondFactorSetupRequired',
  'strongAuthenticationRequired',
];

const DECLINED = 'AADSTS65004: User declined to consent to access the app.';
const NOBODY_SIGNED_IN = 'AADSTS50058: A silent sign-in request was sent but no user is signed in.';
const ADMIN_ONLY = 'AADSTS90094: The grant requires admin permission.';
const WRONG_RESPONSE_TYPE = "AADSTS700054: response_type must be 'code' for this application.";

/** The consent page: `/entra/<tenant>/oauth2/v2.0/authorize`. It records the consent; its codes cannot be redeemed. */
export function createAuthorizeRouter(dependencies: Dependencies): Router {
  const { world, settings, consents, log } = dependencies;
  const router = Router();
  const path = '/entra/:tenant/oauth2/v2.0/authorize';

  function redirect(
    response: Response,
    request: SoundRequest,
    answer: Readonly<Record<string, string>>,
  ): void {
    const target = new URL(request.redirectUri);
    for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
    if (request.query.state !== undefined) target.searchParams.set('state', request.query.state);
    const title = `authorize → ${answer['error'] ?? 'code'}`;
    log.record({ from: 'person', to: 'entra', title, status: 303, ms: 0, bytes: 0 });
    response.redirect(303, target.href);
  }

  router.get(path, (request, response) => {
    const sound = checkRequest(dependencies, request);
    if ('problem' in sound) {
      sendPage(response.status(400), renderProblem(sound.problem));
      return;
    }
    const { query } = sound;
    if (query.response_type !== 'code') {
      redirect(response, sound, {
        error: 'unsupported_response_type',
        error_description: WRONG_RESPONSE_TYPE,
      });
      return;
    }
    const person = findPerson(world, request, query.login_hint);
    if (person === undefined && query.prompt === 'none')
      redirect(response, sound, { error: 'login_required', error_description: NOBODY_SIGNED_IN });
    else if (person === undefined) sendPage(response, renderPersonChoice(world.people, request.originalUrl));
    else if (settings.adminApproval.has(person.user.id)) sendPage(response, renderAdminApproval(person));
    else if (needsNoAnswer(consents, person, query)) redirect(response, sound, { code: randomUUID() });
    else {
      const page = renderConsent(person, {
        scopes: namedScopes(query.scope) ?? settings.scopes,
        asksSecondFactor: query.claims !== undefined,
      });
      sendPage(response, page);
    }
  });

  router.post(path, urlencoded({ extended: false }), (request, response) => {
    const sound = checkRequest(dependencies, request);
    const form = Decision.safeParse(request.body);
    const person = findPerson(world, request, form.data?.person);
    if ('problem' in sound || !form.success || person === undefined) {
      sendPage(response.status(400), renderProblem('The form is not complete.'));
      return;
    }
    const personId = person.user.id;
    if (settings.adminApproval.has(personId)) {
      redirect(response, sound, { error: 'access_denied', error_description: ADMIN_ONLY });
    } else if (form.data.decision === 'cancel') {
      redirect(response, sound, {
        error: 'access_denied',
        error_subcode: 'cancel',
        error_description: DECLINED,
      });
    } else {
      consents.consent(personId);
      const fault = settings.personFaults.get(personId) ?? settings.fault;
      // A request with the claims of a refusal counts as a second factor; what a rule blocks stays blocked.
      if (sound.query.claims !== undefined && SECOND_FACTORS.includes(fault)) {
        settings.personFaults.set(personId, 'none');
      }
      redirect(response, sound, { code: randomUUID() });
    }
  });
  return router;
}

function checkRequest(
  { world, app }: Dependencies,
  request: Request<{ tenant: string }>,
): SoundRequest | { readonly problem: string } {
  const query = Query.parse(request.query);
  if (request.params.tenant.toLowerCase() !== world.tenantId.toLowerCase()) {
    return { problem: 'AADSTS90002: Tenant not found.' };
  }
  if (query.client_id !== app.clientId) {
    return { problem: 'AADSTS700016: Application was not found in the directory.' };
  }
  if (query.redirect_uri === undefined || !(app.redirectUris ?? []).includes(query.redirect_uri)) {
    return { problem: 'AADSTS50011: The redirect URI does not match those configured for the application.' };
  }
  return { query, redirectUri: query.redirect_uri };
}

/** Finds the person signed in in this browser (a cookie of the Teams client), else by object id or address. */
function findPerson(world: World, request: Request, hint: string | undefined): Person | undefined {
  const cookie = /(?:^|;\s*)sandbox_person=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const named = cookie === undefined ? hint : decodeURIComponent(cookie);
  return world.people.find(({ user }) => user.id === named || user.userPrincipalName === named);
}

/** Returns `undefined` for `.default`, which means everything that the registration lists. */
function namedScopes(scope: string | undefined): readonly string[] | undefined {
  const names = parseScope(scope)?.names;
  return names?.includes('.default') === true ? undefined : names;
}

function needsNoAnswer(consents: Consents, person: Person, { claims, prompt }: Query): boolean {
  return consents.hasConsented(person.user.id) && claims === undefined && prompt !== 'consent';
}

function sendPage(response: Response, html: string): void {
  response
    .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(html);
}
