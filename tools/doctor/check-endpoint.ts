import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import * as z from 'zod/v4';
import type { Config } from '../../src/config/config';
import { parseJson } from '../../src/lib/parse-json';
import { findProxy } from '../../src/network/find-proxy';
import { ask, UnreachableError } from './ask';
import { isSameId } from './claims';
import { describeExpiry } from './expiry';
import { failed, know, ok, say, skipped, type Finding, type Outcome } from './finding';

const KEY = 'BOT_DOMAIN';
const WARN_DAYS = 21;
const Health = z.object({ status: z.literal('up') });
const NotReady = z.object({ reasons: z.array(z.string()).default([]) });
const OTHER_SITE = `Correct ${KEY}, or the route to the bot: something else answers there.`;

/** The certificate that Teams sees. */
export async function checkCertificate(
  origin: string,
  now: Date,
  signal: AbortSignal,
): Promise<Outcome<never>> {
  const url = new URL(origin);
  if (url.protocol !== 'https:') return say(ok('The bot is on this very machine, without https.'));
  if (findProxy(origin) !== undefined)
    return say(
      skipped(
        `Calls to ${KEY} go through the proxy here: the certificate that Teams sees is not seen.`,
        'Look at it from outside of your network.',
      ),
    );
  const socket = connect({
    host: url.hostname,
    port: Number(url.port === '' ? 443 : url.port),
    servername: url.hostname,
    rejectUnauthorized: false,
  });
  signal.addEventListener('abort', () => socket.destroy());
  try {
    await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
    return say(judgeCertificate(socket, now));
  } catch (error) {
    throw new UnreachableError(KEY, error);
  } finally {
    socket.destroy();
  }
}

function judgeCertificate(socket: TLSSocket, now: Date): Finding {
  const { valid_from: validFrom, valid_to: validTo }: DetailedPeerCertificate =
    socket.getPeerCertificate(true);
  const whose = `The certificate at ${KEY}`;
  const remedy = 'Renew it where https ends: App Service renews managed ones by itself, others are yours.';
  const expiry = describeExpiry({ validFrom, validTo }, { now, warnDays: WARN_DAYS, whose, remedy });
  if (expiry.verdict === 'failed' || socket.authorized) return expiry;
  const reason = String(socket.authorizationError);
  if (reason.includes('ALTNAME'))
    return failed(`${whose} is for another host name.`, `Use one for the name in ${KEY}, or correct ${KEY}.`);
  return failed(
    `${whose} is not trusted (${reason}): Teams sends nothing there.`,
    'Use one of a public authority, and serve the certificates between it and yours as well.',
  );
}

/** The process is up, and it is the bot. */
export async function checkHealth(origin: string, signal: AbortSignal): Promise<Outcome<true>> {
  const { status, body } = await ask(`${origin}/healthz`, { key: KEY, signal });
  if (status === 200 && Health.safeParse(parseJson(body)).success) return know(true, ok('The bot answers.'));
  return say(failed(`What answers at ${KEY} is not the bot (${status} for /healthz).`, OTHER_SITE));
}

export async function checkReadiness(origin: string, signal: AbortSignal): Promise<Outcome<never>> {
  const { status, body } = await ask(`${origin}/readyz`, { key: KEY, signal });
  if (status === 200) return say(ok('The bot is ready.'));
  const reasons = NotReady.safeParse(parseJson(body)).data?.reasons.join(' ') ?? '';
  return say(
    failed(
      `The bot is not ready (${status}). ${reasons}`.trim(),
      'Look at the log of the bot, the first lines after its start.',
    ),
  );
}

/** What nobody has signed must be refused. */
export async function checkMessages(origin: string, signal: AbortSignal): Promise<Outcome<never>> {
  const body = JSON.stringify({ type: 'message', channelId: 'msteams', text: 'help' });
  const headers = { 'content-type': 'application/json' };
  const { status } = await ask(`${origin}/api/messages`, { key: KEY, signal, method: 'POST', headers, body });
  if (status === 401) return say(ok('Messages that the channel has not signed are refused.'));
  if (status >= 200 && status < 300)
    return say(
      failed(
        `A message that nobody signed is taken (${status}): anybody can speak as anybody.`,
        'Stop the bot at once: what answers at /api/messages does not check who speaks.',
      ),
    );
  return say(
    failed(
      `An unsigned message is answered with ${status} instead of 401.`,
      'Let /api/messages through to the bot unchanged: a proxy or login page in front of it keeps Teams out.',
    ),
  );
}

/** The page on which people consent; gives the address to which it sends them. */
export async function checkSignInPage(
  origin: string,
  { signIn }: Config,
  signal: AbortSignal,
): Promise<Outcome<URL>> {
  const { status, body } = await ask(`${origin}/auth/start`, { key: KEY, signal });
  const address = /data-authorize-url="([^"]*)"/
    .exec(body)?.[1]
    ?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const url = URL.parse(address ?? '');
  if (url === null)
    return say(
      failed(
        `The sign-in page does not open (${status}).`,
        'Let the bot reach AZURE_AUTHORITY_HOST; its log says what it could not read.',
      ),
    );
  const redirect = url.searchParams.get('redirect_uri');
  if (
    !isSameId(url.searchParams.get('client_id') ?? '', signIn.clientId) ||
    redirect !== `${origin}/auth/end`
  )
    return say(
      failed(
        'The sign-in page of the running bot has another app or address than this environment.',
        'Give the bot the same AAD_APP_CLIENT_ID and BOT_DOMAIN as here, and start it anew.',
      ),
    );
  return know(url, ok('The sign-in page opens, for this app and address.'));
}

/** Asks Entra without a person: to a registered address it comes back with "login required", to others it does not. */
export async function checkRedirect(authorizeUrl: URL, signal: AbortSignal): Promise<Outcome<never>> {
  const url = new URL(authorizeUrl);
  url.searchParams.set('prompt', 'none');
  url.searchParams.set('state', 'doctor');
  const redirect = url.searchParams.get('redirect_uri') ?? '';
  const { status, headers, body } = await ask(url.href, { key: 'AZURE_AUTHORITY_HOST', signal });
  if (status >= 300 && status < 400 && headers.get('location')?.startsWith(redirect) === true)
    return say(ok('Entra comes back to the sign-in page: the redirect address is registered.'));
  const remedy = `Add ${redirect} at Entra under "Authentication", platform "Web".`;
  if (body.includes('AADSTS50011'))
    return say(failed('The redirect address is not registered (AADSTS50011).', remedy));
  return say(
    skipped('Entra does not say whether the redirect address is registered.', `Compare by hand. ${remedy}`),
  );
}
