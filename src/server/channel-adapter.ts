import {
  ActivityTypes,
  CloudAdapterBase,
  INVOKE_RESPONSE_KEY,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type AuthenticateRequestResult,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Logger } from '../logging/logger';
import { createConnectors, type ConnectorTokens, type ConnectTo } from './connectors';
import { describeError } from './describe-error';
import { toSdkActivity, withoutSender, type InboundActivity } from './inbound-activity';
import type { InboundGuard } from './inbound-guard';
import { createRefusalLog, type RefusalReason } from './refusal';

const CALLER_ID = 'urn:botframework:azure';

/** The HTTP answer to the channel. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; nothing is sent when undefined. */
  readonly body?: unknown;
}

type TurnLogic = (context: TurnContext) => Promise<void>;

interface AdapterOptions {
  readonly botId: string;
  readonly guard: InboundGuard;
  readonly connectorTokens: ConnectorTokens;
  readonly log: Logger;
}

/** Runs turns for the channel. The SDK's `CloudAdapter` prints refused requests and answers with error texts. */
export class ChannelAdapter extends CloudAdapterBase {
  readonly #guard: InboundGuard;
  readonly #authentication: ChannelAuthentication;
  readonly #recordRefusal: (reason: RefusalReason) => void;

  constructor({ botId, guard, connectorTokens, log }: AdapterOptions) {
    const authentication = new ChannelAuthentication(botId, createConnectors(connectorTokens, log));
    super(authentication);
    this.#guard = guard;
    this.#authentication = authentication;
    this.#recordRefusal = createRefusalLog(log);
    this.onTurnError = createLastResort(log);
  }

  /** Verifies an activity and returns the logic's answer to it, or 401. */
  async receive(
    authorization: string | undefined,
    activity: InboundActivity,
    logic: TurnLogic,
  ): Promise<Answer> {
    const verdict = await this.#guard(authorization, activity);
    if (verdict.kind === 'refused') {
      this.#recordRefusal(verdict.reason);
      return { status: StatusCodes.UNAUTHORIZED };
    }
    const authenticated = this.#authentication.accept(verdict.serviceUrl);
    const known = verdict.isStranger ? withoutSender(activity) : activity;
    const answer = await this.processActivity(authenticated, toSdkActivity(known), logic);
    return answer ?? { status: StatusCodes.OK };
  }
}

/** Handles errors that passed the bot's own error boundary: an invoke is answered with 500, without details. */
function createLastResort(log: Logger): (context: TurnContext, error: Error) => Promise<void> {
  return (context, error) => {
    log.error({ module: 'server', ...describeError(error) }, 'A turn ended with an unexpected error');
    const isUnanswered = context.turnState.get(INVOKE_RESPONSE_KEY) === undefined;
    if (context.activity.type === 'invoke' && isUnanswered) {
      const value = { status: StatusCodes.INTERNAL_SERVER_ERROR };
      context.turnState.set(INVOKE_RESPONSE_KEY, { type: ActivityTypes.InvokeResponse, value });
    }
    return Promise.resolve();
  };
}

/** Tells the SDK's adapter about a request that the inbound guard accepted. The SDK's own checks accept too much. */
class ChannelAuthentication extends BotFrameworkAuthentication {
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
