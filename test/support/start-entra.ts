import type { KeyObject } from 'node:crypto';
import { createClock } from '../../sandbox/clock';
import { createEntra, type Entra } from '../../sandbox/entra/entra';
import { createEntraSettings } from '../../sandbox/entra/settings';
import { createTlsIdentity } from '../../sandbox/tls';
import { createWireLog, type WireLog } from '../../sandbox/wire-log';
import type { Person, World } from '../../sandbox/world/world';
import { trustCertificate } from './trust-certificate';

export const TENANT_ID = '00000000-0000-4000-8000-00000000aaaa';
export const BOT_ID = '00000000-0000-4000-8000-0000000000b0';
export const CLIENT_ID = '00000000-0000-4000-8000-0000000000c1';
export const APP_ID_URI = `api://botid-${BOT_ID}`;
export const SECRET = 'sandbox-secret';
export const REDIRECT_URI = 'http://localhost:3978/auth/end';
export const ALEX = 'a1ec0000-0000-4000-8000-00000000000a';
export const BLAIR = 'b1a10000-0000-4000-8000-00000000000b';
/** Has not consented when the world starts. */
export const CASEY = 'ca5e0000-0000-4000-8000-00000000000c';

export interface LocalEntra {
  readonly entra: Entra;
  readonly log: WireLog;
  /** Restores the settings of the start, for the next test. */
  reset(): void;
  readonly stop: () => Promise<void>;
}

/** Starts an authority with HTTPS that this process trusts. */
export async function startEntra({
  assertionKeys = [],
}: { readonly assertionKeys?: readonly (string | KeyObject)[] } = {}): Promise<LocalEntra> {
  const tls = await createTlsIdentity();
  const distrust = trustCertificate(tls.cert);
  const clock = createClock();
  const log = createWireLog(() => clock.now());
  const app = {
    botId: BOT_ID,
    botSecret: SECRET,
    clientId: CLIENT_ID,
    appIdUri: APP_ID_URI,
    redirectUris: [REDIRECT_URI],
    assertionKeys,
  };
  const entra = await createEntra({ world: createSmallWorld(), clock, log, tls, app });
  return {
    entra,
    log,
    reset() {
      Object.assign(entra.settings, createEntraSettings());
      entra.requests.length = 0;
      log.clear();
      entra.revokeConsent(CASEY);
    },
    stop: async () => {
      await entra.close();
      distrust();
      tls.remove();
    },
  };
}

function createSmallWorld(): World {
  const people = [
    createPerson(ALEX, 'Alex', true),
    createPerson(BLAIR, 'Blair', true),
    createPerson(CASEY, 'Casey', false),
  ];
  return {
    tenantId: TENANT_ID,
    people,
    providers: [],
    contents: new Map(),
    activities: [],
    findPerson: (id) => people.find((person) => person.user.id === id),
    reset: () => undefined,
  };
}

function createPerson(id: string, givenName: string, hasConsented: boolean): Person {
  const address = `${givenName.toLowerCase()}@contoso.example`;
  return {
    user: {
      id,
      displayName: `${givenName} Wilber`,
      givenName,
      surname: 'Wilber',
      mail: address,
      userPrincipalName: address,
      jobTitle: 'Analyst',
      userType: 'Member',
      accountEnabled: true,
    },
    key: givenName.toLowerCase(),
    group: 'cast',
    story: '',
    isLicensed: true,
    hasConsented,
    locale: 'en-US',
    timeZone: 'UTC',
  };
}
