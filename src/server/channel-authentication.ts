import {
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { ConnectTo } from './connectors';

const CALLER_ID = 'urn:botframework:azure';

/** Tells the SDK's adapter about a request that the inbound guard accepted. The SDK's own checks accept too much. */
export class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #botId: string;
  readonly #connectTo: ConnectTo;

  constructor(botId: string, connectTo: ConnectTo) {
    super();
    this.#botId = botId;
    this.#connectTo = connectTo;
  }

  /** @param serviceUrl as verified by the guard */
  accept(serviceUrl: string): AuthenticateRequestResult {
    const claimsIdentity = new ClaimsIdentity(
      [
        { type: AuthenticationConstants.AudienceClaim, value: this.#botId },
        { type: AuthenticationConstants.ServiceUrlClaim, value: serviceUrl },
      ],
      true,
    );
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      callerId: CALLER_ID,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  /** Creates clients for the identity's service URL only. */
  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const verified = identity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
    return {
      create: (serviceUrl) =>
        serviceUrl === verified
          ? Promise.resolve(this.#connectTo(serviceUrl))
          : Promise.reject(new Error('Replies go only to the verified service URL.')),
    };
  }

  override createUserTokenClient(): Promise<UserTokenClient> {
    return Promise.resolve(noTokenService);
  }

  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('Only the inbound guard accepts requests.'));
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('Streaming connections are not accepted.'));
  }
}

function refuseTokenService(): Promise<never> {
  return Promise.reject(new Error('The Bot Framework token service is not used.'));
}

const noTokenService: UserTokenClient = {
  getUserToken: refuseTokenService,
  getSignInResource: refuseTokenService,
  signOutUser: refuseTokenService,
  getTokenStatus: refuseTokenService,
  getAadTokens: refuseTokenService,
  exchangeToken: refuseTokenService,
};
