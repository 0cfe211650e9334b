import type { Config } from '../config/config';
import type { Credentials } from './credentials';
import { ConnectorTokenError } from './errors';
import { createRenewedToken, type RenewedToken } from './renewed-token';

/** Supplies the bot's token for the Bot Connector, with which it sends into conversations. */
export interface ConnectorTokens {
  /** From memory until 5 minutes before it expires; throws `ConnectorTokenError`. */
  getToken(): Promise<RenewedToken>;
}

export function createConnectorTokens({
  credentials,
  bot,
  now = () => new Date(),
}: {
  readonly credentials: Credentials;
  readonly bot: Pick<Config['bot'], 'id' | 'tenantId' | 'type'>;
  readonly now?: () => Date;
}): ConnectorTokens {
  const getToken = createRenewedToken({
    scope: 'https://api.botframework.com/.default',
    createCredential: (signal) =>
      bot.type === 'UserAssignedMSI'
        ? credentials.managedIdentity(bot.id)
        : credentials.application({ tenantId: bot.tenantId, clientId: bot.id, signal }),
    toError: (cause) => new ConnectorTokenError(cause),
    now,
  });
  return { getToken };
}
