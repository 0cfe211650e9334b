import type { Config } from '../../src/config/config';

/** The address at which an administrator grants everything that the registration lists. */
export function toConsentLink({ signIn, bot }: Pick<Config, 'signIn' | 'bot'>): string {
  return `${signIn.authorityHost}/${bot.tenantId}/adminconsent?client_id=${signIn.clientId}`;
}
