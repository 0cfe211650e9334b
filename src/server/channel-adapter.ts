import {
  ActivityTypes,
  CloudAdapterBase,
  INVOKE_RESPONSE_KEY,
  StatusCodes,
  type TurnContext,
} from 'botbuilder';
import type { Logger } from '../logging/logger';
import { ChannelAuthentication } from './channel-authentication';
import { createConnectors, type ConnectorTokens } from './connectors';
import { describeError } from './describe-error';
import { toSdkActivity, withoutSender, type InboundActivity } from './inbound-activity';
import type { InboundGuard } from './inbound-guard';
import { createRefusalLog, type RefusalReason } from './refusal';

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
