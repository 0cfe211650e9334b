import type { CardAction } from './actions';
import { defineCard } from './define-card';
import { toHttpsUrl } from './https-url';
import { toMessageLines, toMessageText, toPlainSentence } from './plain-text';

/** A sentence for the user behind an icon, with at most one button. */
export interface Notice {
  readonly locale: string;
  /** What the icon says; `info` by default. */
  readonly tone?: keyof typeof ICONS;
  readonly sentence: string;
  /** The whole text that contains the reference id. */
  readonly reference?: string;
  /** Repeats a card action, or goes to another one. */
  readonly action?: CardAction;
  /** Shown only when the address is https. */
  readonly link?: { readonly title: string; readonly url: string };
}

export const noticeCard = defineCard('notice', { toData, toText });

const SENTENCE_LENGTH = 500;

/** `sign` and `signColor` stand where a client knows no `Icon`; the text variant keeps a sign from becoming an emoji. */
const ICONS = {
  problem: { name: 'Warning', color: 'Warning', sign: '⚠\uFE0E', signColor: 'warning' },
  info: { name: 'Info', color: 'Accent', sign: 'ⓘ', signColor: 'accent' },
  done: { name: 'CheckmarkCircle', color: 'Good', sign: '✓', signColor: 'good' },
} as const;

function toData({ tone = 'info', sentence, reference = '', action, link }: Notice) {
  const text = toPlainSentence(sentence, SENTENCE_LENGTH);
  return {
    speak: toMessageText(text),
    icon: ICONS[tone],
    sentence: text,
    reference,
    actions: action === undefined ? [] : [action],
    linkTitle: link?.title ?? '',
    linkUrl: toHttpsUrl(link?.url) ?? '',
  };
}

/** The reference is a paragraph of its own: clients read a message as Markdown. */
function toText({ sentence, reference = '', locale }: Notice): string {
  return toMessageLines([sentence, reference], { locale }).replaceAll('\n', '\n\n');
}
