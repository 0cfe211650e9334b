import type { NearQuestion, Recognized } from '../domain/question';
import { own, textsFor, type FollowUp, type TextKey } from '../i18n/catalog';
import { defineCard } from './define-card';
import { toHttpsUrl } from './https-url';
import { toMessageLines, toMessageText, toPlainSentence } from './plain-text';

export interface Help {
  readonly locale: string;
  /**
   * Why help is shown: someone asked for it, said hello, asked a question that was not understood, or asked for help
   * where others read along.
   */
  readonly occasion: 'help' | 'greeting' | 'notUnderstood' | 'group';
  /** Whether to name what only managers can ask. */
  readonly hasReports?: boolean | undefined;
  /** What of a question that was not understood is known. */
  readonly recognized?: Recognized | undefined;
  /** Address of the privacy page. */
  readonly privacyUrl?: string | undefined;
  /** Opens the personal chat; for a conversation with others. */
  readonly chatUrl?: string | undefined;
}

export const helpCard = defineCard('help', { toData, toText });

type Topic = {
  [Key in TextKey]: Key extends `help.topics.${infer Name}.label` ? Name : never;
}[TextKey];

/** Three lines where it is short; the whole list for who asks for it. */
function toTopics({ occasion, hasReports = false }: Help): readonly Topic[] {
  switch (occasion) {
    case 'help':
      return [
        'open',
        'late',
        'narrow',
        'single',
        'finished',
        ...(hasReports ? (['team'] as const) : []),
        'views',
        'sharing',
        'signOut',
        'feedback',
      ];
    case 'greeting':
      return ['late', 'single', hasReports ? 'team' : 'sharing'];
    case 'group':
      return ['sharing', 'ownStatus', 'askHere'];
    case 'notUnderstood':
      return [];
  }
}

const FOR_MANAGERS: readonly NearQuestion[] = ['myTeam', 'whoIsOverdue'];

function toSuggestions({ occasion, hasReports = false, recognized }: Help): readonly FollowUp[] {
  switch (occasion) {
    case 'help':
      return ['myCourses', 'overdue', hasReports ? 'myTeam' : 'dueThisWeek'];
    case 'greeting':
      return ['myCourses', 'overdue', 'help'];
    case 'group':
      return [];
    case 'notUnderstood': {
      const near = (recognized?.near ?? []).filter((name) => hasReports || !FOR_MANAGERS.includes(name));
      return [...new Set<FollowUp>([...near, 'myCourses', 'overdue', 'help'])].slice(0, 3);
    }
  }
}

function toIntro({ occasion, recognized, locale }: Help): string {
  const { t } = textsFor(locale);
  if (recognized === undefined || occasion !== 'notUnderstood') return t(`help.intros.${occasion}`);
  const words = recognized.words.map((word) => t('help.intros.quoted', { word })).join(' · ');
  return toPlainSentence(t('help.intros.recognized', { words: own(words) }), 500);
}

/** What someone new has to know. */
function toRequirements({ occasion, locale }: Help): string {
  const isShown = occasion === 'greeting' || occasion === 'help';
  return isShown ? textsFor(locale).t('help.requirements') : '';
}

/** The same with a link to read more, in Markdown. */
function toSmallPrint(view: Help): string {
  const requirements = toRequirements(view);
  const url = toHttpsUrl(view.privacyUrl);
  if (requirements === '' || url === undefined) return requirements;
  return `${requirements} [${textsFor(view.locale).t('about.privacy.link')} ↗](${url})`;
}

function toData(view: Help) {
  const { occasion, locale, chatUrl } = view;
  const { t } = textsFor(locale);
  const heading = t(`help.headings.${occasion}`);
  const intro = toIntro(view);
  return {
    speak: toMessageText(t('join.heading', { heading: own(heading), sentence: own(intro) })),
    heading,
    intro,
    topics: toTopics(view).map((topic) => ({
      label: t(`help.topics.${topic}.label`),
      example: t(`help.topics.${topic}.example`),
    })),
    smallPrint: toSmallPrint(view),
    /** Buttons that send a phrase as if it had been typed. */
    suggestions: toSuggestions(view).map((name) => ({
      title: t(`followUp.${name}`),
      phrase: t(`phrase.${name}`),
    })),
    chatTitle: t('notice.openChat'),
    chatUrl: toHttpsUrl(chatUrl) ?? '',
  };
}

function toText(view: Help): string {
  const { heading, intro, topics, suggestions } = toData(view);
  const { t } = textsFor(view.locale);
  const examples =
    topics.length > 0
      ? topics.map(({ label, example }) => t('join.label', { label: own(label), value: own(example) }))
      : suggestions.map(({ phrase }) => phrase);
  return toMessageLines([heading, intro, ...examples, toRequirements(view)], view);
}
