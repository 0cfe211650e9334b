import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { cardNames, type CardName } from './card-data';
import { CardTemplateError } from './errors';

/** Every card template of the app, parsed. */
export type CardTemplates = ReadonlyMap<CardName, Template>;

/** The same place seen from `src` and from the build output beside it. */
const TEMPLATES_DIR = join(__dirname, '../../adaptiveCards');

/** Reads and checks all card templates; called once, at start. Throws `CardTemplateError` naming the file. */
export function loadTemplates(dir: string = TEMPLATES_DIR): CardTemplates {
  return new Map(cardNames.map((name) => [name, loadTemplate(join(dir, `${name}.json`))]));
}

function loadTemplate(file: string): Template {
  try {
    const payload: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isCardTemplate(payload)) throw new TypeError('not an Adaptive Card of version 1.5');
    return new Template(payload);
  } catch (cause) {
    throw new CardTemplateError(`Card template cannot be used: ${file}`, { cause });
  }
}

function isCardTemplate(payload: unknown): payload is object {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'type' in payload &&
    payload.type === 'AdaptiveCard' &&
    'version' in payload &&
    payload.version === '1.5' &&
    'body' in payload &&
    Array.isArray(payload.body)
  );
}
