import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { CardTemplateError } from './errors';

/** The same folder seen from `src` and from the build output beside it. */
const TEMPLATES_DIR = join(__dirname, '../../adaptiveCards');

/** Reads, checks and parses one card template. Throws `CardTemplateError` naming the file. */
export function loadTemplate(name: string, dir: string = TEMPLATES_DIR): Template {
  const file = join(dir, `${name}.json`);
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
