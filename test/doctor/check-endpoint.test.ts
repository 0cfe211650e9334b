import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import {
  checkCertificate,
  checkMessages,
  checkReadiness,
  checkSignInPage,
} from '../../tools/doctor/check-endpoint';
import { parseConfig } from '../../src/config/config';
import { trustCertificate } from '../support/trust-certificate';
import { ENVIRONMENT, useSites } from './sites';

const DAY_MS = 86_400_000;
const signal = AbortSignal.timeout(600_000);
const { listen, serve } = useSites();

describe('the certificate of the endpoint', () => {
  async function serveCertificate(days: number, host: string): Promise<{ origin: string; cert: string }> {
    const pair = await generate([{ name: 'commonName', value: host }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - 100 * DAY_MS),
      notAfterDate: new Date(Date.now() + days * DAY_MS),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
      ],
    });
    const server = createServer({ key: pair.private, cert: pair.cert });
    return { origin: `https://localhost:${await listen(server)}`, cert: pair.cert };
  }

  // prettier-ignore
  it.each([
    { name: 'is good', days: 200, host: 'localhost', isTrusted: true, verdict: 'ok', what: /valid until/, remedy: /^$/ },
    { name: 'ends soon', days: 20, host: 'localhost', isTrusted: true, verdict: 'warning', what: /in 19 days/, remedy: /Renew it/ },
    { name: 'has expired', days: -1, host: 'localhost', isTrusted: true, verdict: 'failed', what: /expired on/, remedy: /Renew it/ },
    { name: 'is of another host', days: 200, host: 'bot.example.com', isTrusted: true, verdict: 'failed', what: /another host name/, remedy: /BOT_DOMAIN/ },
    { name: 'is trusted by no one', days: 200, host: 'localhost', isTrusted: false, verdict: 'failed', what: /isn’t trusted \(.*SELF_SIGNED/, remedy: /public authority/ },
  ])('that $name', async ({ days, host, isTrusted, verdict, what, remedy }) => {
    const { origin, cert } = await serveCertificate(days, host);
    const distrust = isTrusted ? trustCertificate(cert) : () => undefined;

    const [finding] = (await checkCertificate(origin, new Date(), signal)).findings;

    distrust();
    expect(finding).toMatchObject({ verdict, what: expect.stringMatching(what) as string });
    expect(finding?.remedy ?? '').toMatch(remedy);
  });
});

describe('the endpoint', () => {
  it.each([
    [401, 'ok', /refuses messages/],
    [200, 'failed', /anyone can impersonate anyone/],
    [302, 'failed', /302 instead of 401/],
  ])('that answers an unsigned message with %d', async (status, verdict, what) => {
    const origin = await serve((_, response) => {
      response.statusCode = status;
      response.end();
    });

    const { findings } = await checkMessages(origin, signal);

    expect(findings).toMatchObject([{ verdict, what: expect.stringMatching(what) as string }]);
  });

  it('that is not ready says why', async () => {
    const body = JSON.stringify({ status: 'notReady', reasons: ['The keys of the channel are not loaded.'] });
    const origin = await serve((_, response) => {
      response.statusCode = 503;
      response.end(body);
    });

    const { findings } = await checkReadiness(origin, signal);

    expect(findings).toMatchObject([
      { verdict: 'failed', what: 'The bot isn’t ready (503). The keys of the channel are not loaded.' },
    ]);
  });

  it('without a sign-in page', async () => {
    const config = parseConfig(ENVIRONMENT);
    const origin = await serve((_, response) => {
      response.statusCode = 503;
      response.end('<body>');
    });

    const { findings, fact } = await checkSignInPage(origin, config, signal);

    expect(fact).toBeUndefined();
    expect(findings).toMatchObject([{ verdict: 'failed', what: 'The sign-in page doesn’t open (503).' }]);
  });
});
