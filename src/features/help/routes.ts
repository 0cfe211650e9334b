import { openQuestion, type Reply, type Route, type Turn } from '../../bot/routes';
import { helpCard, type Help } from '../../cards/help';

/** "help", "hi", a new installation, and everything that is not understood: shows what the user can ask. */
export function helpRoutes(): readonly Route[] {
  function show(occasion: Help['occasion'], { locale }: Turn): Promise<Reply> {
    return Promise.resolve(helpCard({ occasion, locale }));
  }

  return [
    { kind: 'greeting', name: '', answer: (turn) => show('greeting', turn) },
    openQuestion('help', (turn) => show('help', turn)),
    openQuestion('unknown', (turn) => show('notUnderstood', turn)),
  ];
}
