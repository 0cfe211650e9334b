import type { BotRoutes, Reply } from '../../bot/routes';
import type { RenderCard } from '../../cards/render-card';
import { toHelpData, toHelpText, type HelpOccasion } from './card-data';

/** "help", "hi", a new installation, and everything that is not understood: what can be asked. */
export function registerHelp(bot: BotRoutes, { renderCard }: { readonly renderCard: RenderCard }): void {
  function show(occasion: HelpOccasion): Promise<Reply> {
    return Promise.resolve({
      kind: 'card',
      card: renderCard('help', toHelpData(occasion)),
      text: toHelpText(occasion),
    });
  }

  bot.greeting(() => show('greeting'));
  bot.openQuestion('help', () => show('help'));
  bot.openQuestion('unknown', () => show('notUnderstood'));
}
