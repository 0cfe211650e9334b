import { randomUUID } from 'node:crypto';
import type { Entra } from '../entra/entra';
import { toActionOutcome } from '../teams/action-outcome';
import { createBotChannel, type BotAnswer } from '../teams/bot-channel';
import { toExtensionOutcome } from '../teams/extension-answer';
import { quote } from '../teams/shorten-tokens';
import type { Teams } from '../teams/teams';
import type { OAuthCard } from '../teams/wire-shapes';
import type { WireLog } from '../wire-log';
import { repliable, type PlaygroundActivity } from './playground-shapes';
import { toTeamsActivity, type Seat } from './seat';

/** Adds the part of a Teams client that the Playground lacks: silent sign-in with the person's SSO token. */
export interface SilentClient {
  /** Posts an activity, once more with the token when the bot asks for it. */
  post(seat: Seat, activity: PlaygroundActivity): Promise<BotAnswer>;
  /** Answers a sign-in card that the bot has sent; whether the bot took the token. */
  signIn(seat: Seat, card: OAuthCard, message: unknown): Promise<boolean>;
}

export interface SilentClientOptions {
  readonly log: WireLog;
  readonly entra: Pick<Entra, 'issueSsoToken'>;
  readonly teams: Pick<Teams, 'authority' | 'bot' | 'timeouts'>;
}

export function createSilentClient({ log, entra, teams }: SilentClientOptions): SilentClient {
  const { authority, bot, timeouts } = teams;
  const channel = createBotChannel(bot, log);

  function send(seat: Seat, activity: PlaygroundActivity): Promise<BotAnswer> {
    const { name, text } = activity;
    const what = name ?? (typeof text === 'string' ? quote(text) : '');
    return channel.post(toTeamsActivity(activity, seat), {
      title: `playground ${activity.type} ${what}`.trim(),
      timeoutMs: activity.type === 'invoke' ? timeouts.invokeMs : timeouts.messageMs,
      token: authority.issueToken({ audience: bot.id, serviceUrl: seat.serviceUrl }),
    });
  }

  return {
    async post(seat, activity) {
      const first = await send(seat, activity);
      const wanted = findWantedToken(activity.name, first);
      if (wanted === undefined) return first;
      const authentication = { ...wanted, token: entra.issueSsoToken(seat.person.user.id) };
      return send(seat, { ...activity, value: { ...Object(activity.value), authentication } });
    },
    async signIn(seat, { tokenExchangeResource: resource, connectionName }, message) {
      const parsed = repliable.safeParse(message);
      if (resource === undefined || !parsed.success) return false;
      const { from, recipient, conversation } = parsed.data;
      const answer = await send(seat, {
        type: 'invoke',
        id: randomUUID(),
        name: 'signin/tokenExchange',
        serviceUrl: seat.playgroundUrl,
        from: recipient,
        recipient: from,
        conversation,
        channelData: {},
        entities: [],
        value: { id: resource.id, connectionName, token: entra.issueSsoToken(seat.person.user.id) },
      });
      return answer.kind === 'answered' && answer.status === 200;
    },
  };
}

/** The fields to send with the token that an invoke's answer asks for; undefined when it asks for none. */
function findWantedToken(
  name: string | undefined,
  answer: BotAnswer,
): { readonly id: string; readonly connectionName: string } | undefined {
  if (name === 'adaptiveCard/action') {
    const outcome = toActionOutcome(answer);
    if (outcome.kind !== 'loginRequest') return undefined;
    const { connectionName, tokenExchangeResource: resource } = outcome.card;
    return resource && { id: resource.id, connectionName };
  }
  const isExtension = name === 'composeExtension/query' || name === 'composeExtension/queryLink';
  // `silentAuth` names no connection, unlike a sign-in card.
  return isExtension && toExtensionOutcome(answer).kind === 'silentAuth'
    ? { id: randomUUID(), connectionName: '' }
    : undefined;
}
