import { own, textsFor } from '../i18n/catalog';
import { defineCard } from './define-card';
import { toMessageLines } from './plain-text';

export interface Help {
  readonly locale: string;
  /** Why help is shown: someone asked for it, said hello, or asked a question that was not understood. */
  readonly occasion: 'help' | 'greeting' | 'notUnderstood';
}

export const helpCard = defineCard('help', { toData, toText });

const TOPICS = ['open', 'late', 'narrow', 'single', 'finished', 'team', 'views', 'signOut'] as const;
const SUGGESTIONS = ['myCourses', 'overdue', 'dueThisWeek', 'required', 'completed'] as const;
const FIRST_STEPS = ['myCourses', 'overdue', 'help'] as const;

function toData({ occasion, locale }: Help) {
  const { t } = textsFor(locale);
  const isNotUnderstood = occasion === 'notUnderstood';
  const heading = t(`help.headings.${occasion}`);
  const intro = t(`help.intros.${occasion}`);
  const topics = isNotUnderstood ? [] : TOPICS;
  const suggestions = isNotUnderstood ? FIRST_STEPS : SUGGESTIONS;
  return {
    speak: t('join.heading', { heading: own(heading), sentence: own(intro) }),
    heading,
    intro,
    topics: topics.map((topic) => ({
      label: t(`help.topics.${topic}.label`),
      example: t(`help.topics.${topic}.example`),
    })),
    /** Buttons that send a phrase as if it had been typed. */
    suggestions: suggestions.map((name) => ({
      title: t(`help.suggestions.${name}`),
      phrase: t(`phrase.${name}`),
    })),
  };
}

function toText(view: Help): string {
  const { heading, intro, topics, suggestions } = toData(view);
  const { t } = textsFor(view.locale);
  const examples =
    topics.length > 0
      ? topics.map(({ label, example }) => t('join.label', { label: own(label), value: own(example) }))
      : suggestions.map(({ phrase }) => phrase);
  return toMessageLines([heading, intro, ...examples], view);
}
