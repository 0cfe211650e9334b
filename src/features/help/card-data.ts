import type { HelpData } from '../../cards/card-data';
import { en } from '../../text/en';

/** Why help is shown: it was asked for, somebody said hello, or a question was not understood. */
export type HelpOccasion = 'help' | 'greeting' | 'notUnderstood';

const { myCourses, overdue, dueThisWeek, required, completed, help } = en.help.suggestions;

export function toHelpData(occasion: HelpOccasion): HelpData {
  const isNotUnderstood = occasion === 'notUnderstood';
  const heading = en.help.headings[occasion];
  const intro = en.help.intros[occasion];
  return {
    speak: `${heading}. ${intro}`,
    heading,
    intro,
    topics: isNotUnderstood ? [] : en.help.topics,
    suggestions: isNotUnderstood
      ? [myCourses, overdue, help]
      : [myCourses, overdue, dueThisWeek, required, completed],
  };
}

/** The card's plain-text twin. */
export function toHelpText(occasion: HelpOccasion): string {
  const { heading, intro, topics, suggestions } = toHelpData(occasion);
  const examples =
    topics.length > 0
      ? topics.map(({ label, example }) => `${label}: ${example}`)
      : suggestions.map(({ phrase }) => phrase);
  return [heading, intro, ...examples].join('\n');
}
