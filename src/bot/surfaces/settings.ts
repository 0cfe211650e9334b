import { noteInTurn } from '../../logging/turn-context';
import { answerInvoke } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { settingValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';

/**
 * The settings of the message extension, which are one page: signing out
 * (docs/reference/teams-platform.md#message-extension).
 */
export interface Settings {
  /** `composeExtension/querySettingUrl`: the user opens the settings. */
  readonly onOpen: TurnHandler;
  /** `composeExtension/setting`: the page has closed. */
  readonly onClose: TurnHandler;
}

export function createSettings({ dispatcher, signOutStates, publicOrigin }: BotDependencies): Settings {
  return {
    async onOpen(context, turn) {
      const page = new URL('/auth/sign-out', publicOrigin);
      page.searchParams.set('state', signOutStates.issue(turn));
      const suggestedActions = { actions: [{ type: 'openUrl', value: page.href }] };
      await answerInvoke(context, 200, { composeExtension: { type: 'config', suggestedActions } });
    },

    async onClose(context, turn) {
      const { data } = settingValue.safeParse(context.activity.value);
      // The page was closed without its button, or the state is not one that this sender's page has.
      if (!signOutStates.isIssued(turn, data?.state)) return answerInvoke(context, 200);
      noteInTurn({ intent: 'signOut' });
      // The answer in words is for the chat: Teams shows nothing here.
      const route = dispatcher.get('question', 'signOut');
      if (!route.needsSignIn) await route.answer(turn, { intent: 'signOut' });
      await answerInvoke(context, 200);
    },
  };
}
