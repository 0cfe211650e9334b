import type { BotRoutes, Reply, Turn } from '../../bot/routes';
import { helpCard, type Help } from '../../cards/help';

/** "help", "hi", a new installation, and everything that is not understood: what can be asked. */
export function registerHelp(bot: BotRoutes): void {
  function show(occasion: Help['occasion'], { locale }: Turn): Promise<Reply> {
    return Promise.resolve(helpCard({ occasion, locale }));
  }

  bot.greeting((turn) => show('greeting', turn));
  bot.openQuestion('help', (turn) => show('help', turn));
  bot.openQuestion('unknown', (turn) => show('notUnderstood', turn));
}
