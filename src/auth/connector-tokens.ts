import type { Config } from '../config/config';
import type { Credentials } from './credentials';
import { ConnectorTokenError } from './errors';

interface ConnectorToken {
  readonly token: string;
  readonly expiresOn: Date;
}

/** The bot's own token for the channel's connector, with which it sends into conversations. */
export interface ConnectorTokens {
  /** From memory until 5 minutes before it expires; throws `ConnectorTokenError`. */
  getToken(): Promise<ConnectorToken>;
}

export interface ConnectorTokensOptions {
  readonly credentials: Credentials;
  readonly bot: Pick<Config['bot'], 'id' | 'tenantId' | 'type'>;
  readonly now?: () => Date;
}

const SCOPE = 'https://api.botframework.com/.default';
const RENEW_BEFORE_MS = 5 * 60_000;
const DEADLINE_MS = 5_000;

export function createConnectorTokens({
  credentials,
  bot,
  now = () => new Date(),
}: ConnectorTokensOptions): ConnectorTokens {
  let current: ConnectorToken | undefined;
  let renewal: Promise<ConnectorToken> | undefined;

  const remainingMs = () => (current === undefined ? 0 : current.expiresOn.getTime() - now().getTime());

  async function renew(): Promise<ConnectorToken> {
    // A new credential each time: the library's own cache would decide otherwise when to renew.
    const credential =
      bot.type === 'UserAssignedMSI'
        ? credentials.managedIdentity(bot.id)
        : credentials.application({
            tenantId: bot.tenantId,
            clientId: bot.id,
            signal: AbortSignal.timeout(DEADLINE_MS),
          });
    try {
      const answer = await credential.getToken(SCOPE);
      if (answer === null) throw new Error('The credential has no token');
      current = { token: answer.token, expiresOn: new Date(answer.expiresOnTimestamp) };
      return current;
    } catch (error) {
      // Renewed early, so that an outage shorter than the head start goes unnoticed.
      if (current !== undefined && remainingMs() > 0) return current;
      throw new ConnectorTokenError(error);
    } finally {
      renewal = undefined;
    }
  }

  return {
    async getToken() {
      if (current !== undefined && remainingMs() > RENEW_BEFORE_MS) return current;
      renewal ??= renew();
      return renewal;
    },
  };
}
