import { greeting, openQuestion, type Reply, type Route, type Turn } from '../../bot/routes';
import type { RenderCard } from '../../cards/render-card';
import { textFor } from '../../text/text-for';
import { toHelpData, toHelpText, type HelpOccasion } from './card-data';

/** "help", "hi", a new installation, and everything that is not understood: what can be asked. */
export function helpRoutes({ renderCard }: { readonly renderCard: RenderCard }): readonly Route[] {
  function show(occasion: HelpOccasion, { locale }: Turn): Promise<Reply> {
    return Promise.resolve({
      kind: 'card',
      card: renderCard('help', toHelpData(occasion, locale), textFor(locale).language),
      text: toHelpText(occasion, locale),
    });
  }

  return [
    greeting((turn) => show('greeting', turn)),
    openQuestion('help', (turn) => show('help', turn)),
    openQuestion('unknown', (turn) => show('notUnderstood', turn)),
  ];
}
