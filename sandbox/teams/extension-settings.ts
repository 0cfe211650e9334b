import * as z from 'zod/v4';
import { describeAnswer, isAccepted, notify, originOf, type ClientSession } from './client-session';
import type { SettingsView } from './extension-views';
import { issuesOf } from './wire-shapes';

/**
 * "Settings" of the message extension, which Teams offers when the manifest says `canUpdateConfiguration`
 * (docs/reference/teams-platform.md#message-extension).
 */
export interface ExtensionSettings {
  /** Asks the bot for the page to show. */
  openSettings(conversationId: string): Promise<SettingsView>;
  /** The page ended with `notifySuccess(state)`, or was closed: `CancelledByUser`. */
  closeSettings(conversationId: string, state: string): Promise<void>;
}

const UNREACHABLE = { kind: 'error', text: 'Unable to reach app. Please try again.' } as const;

const configAnswer = z.object({
  composeExtension: z.object({
    type: z.literal('config'),
    suggestedActions: z.object({
      actions: z.tuple([z.looseObject({ type: z.literal('openUrl'), value: z.url() })]),
    }),
  }),
});

export function createExtensionSettings(session: ClientSession): ExtensionSettings {
  async function post(conversationId: string, step: 'querySettingUrl' | 'setting', value: object) {
    const name = `composeExtension/${step}`;
    const activity = session.activities.invoke(originOf(session, conversationId), { name, value });
    const timeoutMs = session.timeouts.extensionMs;
    return session.post(activity, { title: `invoke ${name}`, timeoutMs });
  }

  function complain(conversationId: string, text: string): void {
    notify(session, conversationId, { kind: 'protocolError', text });
  }

  return {
    async openSettings(conversationId) {
      const answer = await post(conversationId, 'querySettingUrl', { commandContext: 'compose' });
      if (answer.kind !== 'answered' || !isAccepted(answer)) return UNREACHABLE;
      const parsed = configAnswer.safeParse(answer.body);
      if (parsed.success) {
        const [{ value: link }] = parsed.data.composeExtension.suggestedActions.actions;
        return { kind: 'page', link };
      }
      complain(conversationId, `composeExtension/querySettingUrl: ${issuesOf('answer', parsed).join('; ')}.`);
      return UNREACHABLE;
    },
    async closeSettings(conversationId, state) {
      const answer = await post(conversationId, 'setting', { commandContext: 'compose', state });
      if (!isAccepted(answer))
        complain(conversationId, `composeExtension/setting: wants HTTP 200, got ${describeAnswer(answer)}.`);
    },
  };
}
