import type { CardAction } from './actions';
import { defineCard } from './define-card';
import { toHttpsUrl } from './https-url';
import { toMessageText, toPlainSentence } from './plain-text';

/** A sentence for the user, with at most one button. */
export interface Notice {
  readonly locale: string;
  readonly sentence: string;
  /** The whole text that contains the reference id. */
  readonly reference?: string;
  /** Repeats a card action, or goes to another one. */
  readonly action?: CardAction;
  /** Shown only when the address is https. */
  readonly link?: { readonly title: string; readonly url: string };
}

export const noticeCard = defineCard('notice', { toData, toText: ({ sentence }: Notice) => sentence });

const SENTENCE_LENGTH = 500;

function toData({ sentence, reference = '', action, link }: Notice) {
  const text = toPlainSentence(sentence, SENTENCE_LENGTH);
  return {
    speak: toMessageText(text),
    sentence: text,
    reference,
    actions: action === undefined ? [] : [action],
    linkTitle: link?.title ?? '',
    linkUrl: toHttpsUrl(link?.url) ?? '',
  };
}
