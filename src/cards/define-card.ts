import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import * as z from 'zod/v4';
import { startStep } from '../logging/spans';
import { textsFor } from '../i18n/catalog';
import { readFieldsDirectly } from './read-fields';

/** A card template is missing, broken, or does not fit its data: a defect of this app, not of the user's question. */
export class CardTemplateError extends Error {
  override readonly name = 'CardTemplateError';
  readonly kind = 'cardTemplate';
}

/** An Adaptive Card as JSON, version 1.5. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

/** A reply that shows a card. */
export interface CardReply {
  readonly kind: 'card';
  /** Name of the file in `adaptiveCards/`. */
  readonly template: string;
  readonly card: Card;
  /** The card in plain text, for notifications and for clients that show no cards. */
  readonly text: string;
}

/** A card: called with what it shows, it returns the reply. */
export interface CardDefinition<View, Data extends object> extends CardContent<View, Data> {
  /** Throws `CardTemplateError` when the template does not fit the data. */
  (view: View): CardReply;
  /** Name of the file in `adaptiveCards/`. */
  readonly template: string;
}

interface CardContent<View, Data extends object> {
  /**
   * The values of the template. Texts are ready to be shown. What a card does not show is `''` or `[]`, which
   * `"$when": "${not(empty(…))}"` leaves out; `empty` knows no numbers and no booleans.
   */
  readonly toData: (view: View) => Data;
  readonly toText: (view: View) => string;
}

/** The same folder seen from `src` and from the build output beside it. */
const TEMPLATES_DIR = join(__dirname, '../../adaptiveCards');

const cardSchema = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  body: z.array(z.unknown()),
});

/**
 * Replaces a missing field: invisible to users, but found by the tests. Not `''`, for which the library prints the
 * binding itself (`${title}`).
 */
const MISSING_FIELD = '\u200B';

GlobalSettings.getUndefinedFieldValueSubstitutionString = () => MISSING_FIELD;
readFieldsDirectly();

/**
 * Defines the card of `adaptiveCards/<template>.json`, in the language of the view's locale. Reads the template at
 * once, so a missing or broken one stops the bot at start.
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
      template,
      card,
      // Made when it is read: the answer to a button has no use for it.
      get text() {
        return content.toText(view);
      },
    };
  };
  return Object.assign(toReply, { template, ...content });
}

/** Reads, checks and parses one card template. Throws `CardTemplateError` naming the file. */
export function loadTemplate(name: string, dir: string = TEMPLATES_DIR): Template {
  const file = join(dir, `${name}.json`);
  try {
    return new Template(cardSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (cause) {
    throw new CardTemplateError(`The card template ${file} is missing or broken.`, { cause });
  }
}

/** Fills a template exactly once: a value that looks like a binding stays text. */
function expand(name: string, template: Template, data: object): Card {
  const end = startStep('render card', { 'coursemate.card': name });
  try {
    const card = cardSchema.parse(template.expand({ $root: data }));
    // The library leaves null in place of a property whose `$when` is false.
    for (const [property, value] of Object.entries(card))
      if (value === null) Reflect.deleteProperty(card, property);
    return card;
  } catch (cause) {
    throw new CardTemplateError(`The card template ${name} cannot be filled.`, { cause });
  } finally {
    end();
  }
}
