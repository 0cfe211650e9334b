import type { Config } from '../../src/config/config';

/** Returns the address where an admin grants every permission that the registration lists. */
export function toConsentLink({ signIn, bot }: Pick<Config, 'signIn' | 'bot'>): string {
  return `${signIn.authorityHost}/${bot.tenantId}/adminconsent?client_id=${signIn.clientId}`;
}
