import { GlobalSettings, type Template } from 'adaptivecards-templating';
import { startStep } from '../logging/spans';
import { textsFor } from '../i18n/catalog';
import { CardTemplateError } from './errors';
import { loadTemplate } from './load-template';

/** An Adaptive Card as JSON, version 1.5. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

/** A reply that shows a card. */
export interface CardReply {
  readonly kind: 'card';
  readonly card: Card;
  /** The card in plain text, for notifications and for clients that show no cards. */
  readonly text: string;
}

/** A card: called with what it shows, it returns the reply. */
export interface CardDefinition<View, Data extends object> {
  /** Throws `CardTemplateError` when the template does not fit the data. */
  (view: View): CardReply;
  /** Name of the file in `adaptiveCards/`. */
  readonly template: string;
  readonly toData: (view: View) => Data;
  readonly toText: (view: View) => string;
}

interface CardContent<View, Data extends object> {
  /**
   * The values of the template. Texts are ready to be shown. What a card does not show is `''` or `[]`, which
   * `"$when": "${not(empty(…))}"` leaves out; `empty` knows no numbers and no booleans.
   */
  readonly toData: (view: View) => Data;
  readonly toText: (view: View) => string;
}

/**
 * Replaces a missing field: invisible to users, but found by the tests. Not `''`, for which the library prints the
 * binding itself (`${title}`).
 */
const MISSING_FIELD = '\u200B';

GlobalSettings.getUndefinedFieldValueSubstitutionString = () => MISSING_FIELD;

/**
 * Defines the card of `adaptiveCards/<template>.json`, in the language of the view's locale. Reads the template at
 * once, so a missing or broken one stops the bot at start with a `CardTemplateError`.
 */
export function defineCard<View extends { readonly locale: string }, Data extends object>(
  template: string,
  content: CardContent<View, Data>,
): CardDefinition<View, Data> {
  const loaded = loadTemplate(template);
  const toReply = (view: View): CardReply => {
    const { language } = textsFor(view.locale);
    const card = expand(template, loaded, { ...content.toData(view), language });
    return {
      kind: 'card',
      card,
      // Made when it is read: the answer to a button has no use for it.
      get text() {
        return content.toText(view);
      },
    };
  };
  return Object.assign(toReply, { template, ...content });
}

/** Fills a template exactly once: a value that looks like a binding stays text. */
function expand(name: string, template: Template, data: object): Card {
  const end = startStep('render card', { 'coursemate.card': name });
  try {
    const card: unknown = template.expand({ $root: data });
    if (!isCard(card)) throw new TypeError('not an Adaptive Card');
    return card;
  } catch (cause) {
    throw new CardTemplateError(`Card template cannot be filled: ${name}`, { cause });
  } finally {
    end();
  }
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}
