import type { BotRoutes, Reply, Turn } from '../../bot/routes';
import type { RenderCard } from '../../cards/render-card';
import { textFor } from '../../text/text-for';
import { toHelpData, toHelpText, type HelpOccasion } from './card-data';

/** "help", "hi", a new installation, and everything that is not understood: what can be asked. */
export function registerHelp(bot: BotRoutes, { renderCard }: { readonly renderCard: RenderCard }): void {
  function show(occasion: HelpOccasion, { locale }: Turn): Promise<Reply> {
    return Promise.resolve({
      kind: 'card',
      card: renderCard('help', toHelpData(occasion, locale), textFor(locale).language),
      text: toHelpText(occasion, locale),
    });
  }

  bot.greeting((turn) => show('greeting', turn));
  bot.openQuestion('help', (turn) => show('help', turn));
  bot.openQuestion('unknown', (turn) => show('notUnderstood', turn));
}
