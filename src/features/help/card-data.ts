import type { HelpData } from '../../cards/card-data';
import { textFor } from '../../text/text-for';

/** Why help is shown: it was asked for, somebody said hello, or a question was not understood. */
export type HelpOccasion = 'help' | 'greeting' | 'notUnderstood';

export function toHelpData(occasion: HelpOccasion, locale: string): HelpData {
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
    suggestions: isNotUnderstood
      ? [myCourses, overdue, help]
      : [myCourses, overdue, dueThisWeek, required, completed],
  };
}

/** The card's plain-text twin. */
export function toHelpText(occasion: HelpOccasion, locale: string): string {
  const { heading, intro, topics, suggestions } = toHelpData(occasion, locale);
  const { labelled } = textFor(locale);
  const examples =
    topics.length > 0
      ? topics.map(({ label, example }) => labelled(label, example))
      : suggestions.map(({ phrase }) => phrase);
  return [heading, intro, ...examples].join('\n');
}
