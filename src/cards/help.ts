import { textFor } from '../text/text-for';
import { defineCard } from './define-card';

export interface Help {
  readonly locale: string;
  /** Why help is shown: someone asked for it, said hello, or asked a question that was not understood. */
  readonly occasion: 'help' | 'greeting' | 'notUnderstood';
}

export const helpCard = defineCard('help', { toData, toText });

function toData({ occasion, locale }: Help) {
  const { help: texts, followed } = textFor(locale);
  const { myCourses, overdue, dueThisWeek, required, completed, help } = texts.suggestions;
  const isNotUnderstood = occasion === 'notUnderstood';
  const heading = texts.headings[occasion];
  const intro = texts.intros[occasion];
  return {
    speak: followed(heading, intro),
    heading,
    intro,
    topics: isNotUnderstood ? [] : texts.topics,
    /** Buttons that send a phrase as if it had been typed. */
    suggestions: isNotUnderstood
      ? [myCourses, overdue, help]
      : [myCourses, overdue, dueThisWeek, required, completed],
  };
}

function toText(view: Help): string {
  const { heading, intro, topics, suggestions } = toData(view);
  const { labelled } = textFor(view.locale);
  const examples =
    topics.length > 0
      ? topics.map(({ label, example }) => labelled(label, example))
      : suggestions.map(({ phrase }) => phrase);
  return [heading, intro, ...examples].join('\n');
}
