import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { decodeHTML } from 'entities';
import * as z from 'zod/v4';
import type { Config } from '../../src/config/config';
import { parseJson } from '../../src/lib/parse-json';
import { findProxy } from '../../src/network/proxy';
import { ask, UnreachableError } from './ask';
import { isSameId } from './claims';
import { describeExpiry } from './expiry';
import { failed, know, ok, say, skipped, type Finding, type Outcome } from './finding';

const KEY = 'BOT_DOMAIN';
const WARN_DAYS = 21;
const Health = z.object({ status: z.literal('up') });
const NotReady = z.object({ reasons: z.array(z.string()).default([]) });
const OTHER_SITE = `Correct ${KEY}, or fix the route to the bot: a different server answers there.`;

/** Checks the certificate that Teams sees. */
export async function checkCertificate(
  origin: string,
  now: Date,
  signal: AbortSignal,
): Promise<Outcome<never>> {
  const url = new URL(origin);
  if (url.protocol !== 'https:') return say(ok('The bot runs on this machine, without https.'));
  if (findProxy(origin) !== undefined)
    return say(
      skipped(
        `Calls to ${KEY} go through a proxy here, so the certificate that Teams sees can’t be checked.`,
        'Run the doctor from outside your network.',
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
  const remedy = 'Renew it where https ends. App Service renews only managed certificates by itself.';
  const expiry = describeExpiry({ validFrom, validTo }, { now, warnDays: WARN_DAYS, whose, remedy });
  if (expiry.verdict === 'failed' || socket.authorized) return expiry;
  const reason = String(socket.authorizationError);
  if (reason.includes('ALTNAME'))
    return failed(
      `${whose} is for another host name.`,
      `Use a certificate for the name in ${KEY}, or correct ${KEY}.`,
    );
  return failed(
    `${whose} isn’t trusted (${reason}): Teams sends nothing there.`,
    'Use a certificate from a public authority, and serve its intermediate certificates too.',
  );
}

/** Checks that the process is up and that it is the bot. */
export async function checkHealth(origin: string, signal: AbortSignal): Promise<Outcome<true>> {
  const { status, body } = await ask(`${origin}/healthz`, { key: KEY, signal });
  if (status === 200 && Health.safeParse(parseJson(body)).success) return know(true, ok('The bot answers.'));
  return say(failed(`The server at ${KEY} isn’t the bot (${status} for /healthz).`, OTHER_SITE));
}

export async function checkReadiness(origin: string, signal: AbortSignal): Promise<Outcome<never>> {
  const { status, body } = await ask(`${origin}/readyz`, { key: KEY, signal });
  if (status === 200) return say(ok('The bot is ready.'));
  const reasons = NotReady.safeParse(parseJson(body)).data?.reasons.join(' ') ?? '';
  return say(
    failed(
      `The bot isn’t ready (${status}). ${reasons}`.trim(),
      'Check the first lines of the bot’s log after its start.',
    ),
  );
}

/** Checks that the bot refuses an unsigned message. */
export async function checkMessages(origin: string, signal: AbortSignal): Promise<Outcome<never>> {
  const body = JSON.stringify({ type: 'message', channelId: 'msteams', text: 'help' });
  const headers = { 'content-type': 'application/json' };
  const { status } = await ask(`${origin}/api/messages`, { key: KEY, signal, method: 'POST', headers, body });
  if (status === 401) return say(ok('The bot refuses messages that the channel hasn’t signed.'));
  if (status >= 200 && status < 300)
    return say(
      failed(
        `The bot accepts an unsigned message (${status}): anyone can impersonate anyone.`,
        'Stop the bot now: the server at /api/messages doesn’t verify the sender.',
      ),
    );
  return say(
    failed(
      `The bot answers an unsigned message with ${status} instead of 401.`,
      'Forward /api/messages to the bot unchanged: a proxy or login page in front of it blocks Teams.',
    ),
  );
}

/** Checks the page where people consent; knows the authorize address that the page opens. */
export async function checkSignInPage(
  origin: string,
  { signIn }: Config,
  signal: AbortSignal,
): Promise<Outcome<URL>> {
  const { status, body } = await ask(`${origin}/auth/start`, { key: KEY, signal });
  const url = URL.parse(decodeHTML(/data-authorize-url="([^"]*)"/.exec(body)?.[1] ?? ''));
  if (url === null)
    return say(
      failed(
        `The sign-in page doesn’t open (${status}).`,
        'Let the bot reach AZURE_AUTHORITY_HOST. The bot’s log says what it couldn’t read.',
      ),
    );
  const redirect = url.searchParams.get('redirect_uri');
  if (
    !isSameId(url.searchParams.get('client_id') ?? '', signIn.clientId) ||
    redirect !== `${origin}/auth/end`
  )
    return say(
      failed(
        'The running bot’s sign-in page uses a different app or address than this environment.',
        'Set the same AAD_APP_CLIENT_ID and BOT_DOMAIN for the bot, and restart it.',
      ),
    );
  return know(url, ok('The sign-in page opens, for this app and address.'));
}

/** Asks Entra without a person: Entra redirects with "login required" only to a registered address. */
export async function checkRedirect(authorizeUrl: URL, signal: AbortSignal): Promise<Outcome<never>> {
  const url = new URL(authorizeUrl);
  url.searchParams.set('prompt', 'none');
  url.searchParams.set('state', 'doctor');
  const redirect = url.searchParams.get('redirect_uri') ?? '';
  const { status, headers, body } = await ask(url.href, { key: 'AZURE_AUTHORITY_HOST', signal });
  if (status >= 300 && status < 400 && headers.get('location')?.startsWith(redirect) === true)
    return say(ok('Entra redirects to the sign-in page: the redirect address is registered.'));
  const remedy = `Add ${redirect} in Entra under "Authentication", platform "Web".`;
  if (body.includes('AADSTS50011'))
    return say(failed('The redirect address isn’t registered (AADSTS50011).', remedy));
  return say(
    skipped('Entra doesn’t say whether the redirect address is registered.', `Compare by hand. ${remedy}`),
  );
}
