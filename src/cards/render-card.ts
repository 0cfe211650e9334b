import { GlobalSettings } from 'adaptivecards-templating';
import { startStep } from '../logging/spans';
import type { CardData, CardLanguage, CardName } from './card-data';
import { CardTemplateError } from './errors';
import type { CardTemplates } from './load-templates';

/** An Adaptive Card as JSON, version 1.5. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}

/** Fills the template of that name. Throws `CardTemplateError` when the two do not fit. */
export type RenderCard = <N extends CardName>(name: N, data: CardData[N], language: CardLanguage) => Card;

/**
 * Shown where a field is missing: nothing a user could see, but found by the tests. The library prints the binding
 * itself (`${title}`) for an empty replacement, hence not `''`.
 */
const MISSING_FIELD = '\u200B';

export function createCardRenderer(templates: CardTemplates): RenderCard {
  GlobalSettings.getUndefinedFieldValueSubstitutionString = () => MISSING_FIELD;
  return (name, data, language) => {
    const card = expand(templates, name, { ...data, language });
    if (!isCard(card)) throw new CardTemplateError(`Card template gives no card: ${name}`);
    return card;
  };
}

/** Expanded once and never again: whatever looks like a binding inside a value stays text. */
function expand(templates: CardTemplates, name: CardName, data: object): unknown {
  const end = startStep('render card', { 'coursemate.card': name });
  try {
    return templates.get(name)?.expand({ $root: data });
  } catch (cause) {
    throw new CardTemplateError(`Card template cannot be filled: ${name}`, { cause });
  } finally {
    end();
  }
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'AdaptiveCard';
}
