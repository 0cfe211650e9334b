import type { NoticeData } from './card-data';
import { toHttpsUrl } from './https-url';
import { toMessageText, toPlainSentence } from './plain-text';

/** A sentence for the user, in their words, with at most one thing to press. */
export interface Notice {
  readonly sentence: string;
  /** The whole text in which the reference id stands. */
  readonly reference?: string;
  readonly button?: NoticeButton;
}

type NoticeButton =
  /** Repeats a card action; `data` holds ids only. */
  | { readonly kind: 'retry'; readonly title: string; readonly verb: string; readonly data: object }
  /** Shown only when the address is https. */
  | { readonly kind: 'link'; readonly title: string; readonly url: string };

const SENTENCE_LENGTH = 500;

export function toNoticeData({ sentence, reference, button }: Notice): NoticeData {
  const text = toPlainSentence(sentence, SENTENCE_LENGTH);
  return {
    speak: toMessageText(text),
    sentence: text,
    hasReference: reference !== undefined,
    reference: reference ?? '',
    retries: button?.kind === 'retry' ? [{ title: button.title, verb: button.verb, data: button.data }] : [],
    links: button?.kind === 'link' ? toLinks(button) : [],
  };
}

function toLinks(button: { readonly title: string; readonly url: string }): NoticeData['links'] {
  const url = toHttpsUrl(button.url);
  return url === undefined ? [] : [{ title: button.title, url }];
}
